import type { Block, Quotation } from '../model/annotated-text.ts';
import type { Article } from '../model/article.ts';
import type { Span } from '../model/span.ts';
import { findBlocks } from './find-blocks.ts';
import { pairQuotations } from './pair-quotations.ts';
import { readQuotationMarks } from './read-quotation-marks.ts';
import { readSingleMarks } from './read-single-marks.ts';
import { splitSentences } from './split-sentences.ts';
import type { QuotedBlock } from './supply-marks.ts';
import { tokenise } from './tokenise.ts';

/** A text cut up, before any word is understood. */
export interface SegmentedText {
  readonly blocks: readonly Block[];
  readonly tokens: readonly Span[];
  /** Token ranges `[first, end)` with the index of their block. */
  readonly sentences: readonly {
    readonly firstToken: number;
    readonly endToken: number;
    readonly block: number;
  }[];
  readonly quotations: readonly Quotation[];
  readonly quotationOfToken: Int32Array;
}

const OPENS_WITH_MARK = /^(?:["＂“«„‹「『]|``)/u;

/** Whether the next block that is language begins with a quotation mark. */
function nextBlockOpens(text: string, blocks: readonly Block[], index: number): boolean {
  const next = blocks.slice(index + 1, index + 3).find((block) => block.kind !== 'metadata');
  return next !== undefined && OPENS_WITH_MARK.test(text.slice(next.start, next.start + 2));
}

/** Blocks, tokens, sentences and quotations of an article. */
export function segmentText(article: Article): SegmentedText {
  const { text } = article;
  const blocks = findBlocks(article);
  const tokens: Span[] = [];
  const sentences: { firstToken: number; endToken: number; block: number }[] = [];
  const quoted: QuotedBlock[] = [];
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'metadata') continue;
    const own = tokenise(text, block.start, block.end);
    const isContinued = nextBlockOpens(text, blocks, index);
    const marks = readQuotationMarks(text, block, own, { nextBlockOpens: isContinued });
    const singles = readSingleMarks(text, own);
    const closing = new Set(singles.map(({ close }) => close));
    for (const { token, lastToken, role } of marks) {
      if (role === 'close') for (let mark = token; mark <= lastToken; mark += 1) closing.add(mark);
    }
    const offset = tokens.length;
    for (const token of own) tokens.push(token);
    for (const [first, end] of splitSentences(text, own, (token) => closing.has(token))) {
      sentences.push({ firstToken: first + offset, endToken: end + offset, block: index });
    }
    quoted.push({
      firstToken: offset,
      endToken: tokens.length,
      marks: marks.map((mark) => ({
        ...mark,
        token: mark.token + offset,
        lastToken: mark.lastToken + offset,
      })),
      isContinued,
      singles: singles.map(({ open, close }) => ({ open: open + offset, close: close + offset })),
    });
  }
  return { blocks, tokens, sentences, ...pairQuotations(text, tokens, quoted, sentences) };
}
