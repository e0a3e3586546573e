import type { Quotation } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import { endOf, startOf, supplyEnd, supplyStart } from './supply-marks.ts';
import type { QuotedBlock, QuotedText } from './supply-marks.ts';

interface Draft {
  readonly firstToken: number;
  readonly endToken: number;
  readonly inner: Span;
  readonly closed: boolean;
  readonly continues: boolean;
  readonly leftOpen: boolean;
}

/** How many paragraphs without marks a quotation may run through. */
const LONGEST_BRIDGE = 3;

/** Whether a quotation left open before the block at `index` is closed in one behind it, with no marks between. */
function isBridge(blocks: readonly QuotedBlock[], index: number): boolean {
  for (let ahead = index; ahead <= index + LONGEST_BRIDGE; ahead += 1) {
    const first = blocks[ahead]?.marks.find(({ role }) => role !== 'stray');
    if (first !== undefined) return ahead > index && first.role === 'close';
  }
  return false;
}

/** A block that is quoted as a whole. */
function quoteWhole(source: QuotedText, { firstToken, endToken }: QuotedBlock): Draft {
  const inner = { start: startOf(source, firstToken), end: endOf(source, endToken - 1) };
  return { firstToken, endToken, inner, closed: false, continues: true, leftOpen: true };
}

/** The quotations in double marks of one block. `afterOpen`: the block before left a quotation open. */
function pairDoubleMarks(source: QuotedText, block: QuotedBlock, afterOpen: boolean): readonly Draft[] {
  const marks = block.marks.filter(({ role }) => role !== 'stray');
  const drafts: Draft[] = [];
  let floor = block.firstToken;
  for (let index = 0; index < marks.length; index += 1) {
    const mark = marks[index];
    if (mark === undefined) continue;
    const doubled = mark.lastToken > mark.token;
    if (mark.role === 'close') {
      const continues = afterOpen && index === 0;
      const firstToken = continues ? block.firstToken : supplyStart(source, block, mark, floor);
      const inner = { start: startOf(source, firstToken), end: startOf(source, mark.token) };
      if (firstToken < mark.token) {
        drafts.push({
          firstToken,
          endToken: mark.lastToken + 1,
          inner,
          closed: false,
          continues,
          leftOpen: false,
        });
      }
      floor = mark.lastToken + 1;
      continue;
    }
    const next = marks[index + 1];
    const continues = afterOpen && mark.token === block.firstToken;
    if (next?.role === 'close') {
      const inner = { start: endOf(source, mark.lastToken), end: startOf(source, next.token) };
      const closed = !doubled && next.lastToken === next.token;
      drafts.push({
        firstToken: mark.token,
        endToken: next.lastToken + 1,
        inner,
        closed,
        continues,
        leftOpen: false,
      });
      floor = next.lastToken + 1;
      index += 1;
      continue;
    }
    const endToken = supplyEnd(source, block, mark, next?.token ?? block.endToken);
    const leftOpen = next === undefined && endToken === block.endToken;
    const inner = { start: endOf(source, mark.lastToken), end: endOf(source, endToken - 1) };
    if (endToken > mark.lastToken + 1) {
      drafts.push({ firstToken: mark.token, endToken, inner, closed: false, continues, leftOpen });
    }
    floor = endToken;
  }
  return drafts;
}

/** For each token of the block, whether one of the ranges covers it. */
function coverTokens(
  block: QuotedBlock,
  ranges: readonly { firstToken: number; endToken: number }[],
): Uint8Array {
  const covered = new Uint8Array(block.endToken - block.firstToken);
  for (const { firstToken, endToken } of ranges) {
    covered.fill(1, firstToken - block.firstToken, endToken - block.firstToken);
  }
  return covered;
}

/** Adds ‘single’ quotations: they give way to a double quotation round them and swallow one inside them. */
function addSingleQuotations(
  source: QuotedText,
  block: QuotedBlock,
  doubles: readonly Draft[],
): readonly Draft[] {
  if (block.singles.length === 0) return doubles;
  const inDouble = coverTokens(block, doubles);
  const singles = block.singles
    .filter(
      ({ open, close }) =>
        inDouble[open - block.firstToken] === 0 && inDouble[close - block.firstToken] === 0,
    )
    .map(({ open, close }) => ({
      firstToken: open,
      endToken: close + 1,
      inner: { start: endOf(source, open), end: startOf(source, close) },
      closed: true,
      continues: false,
      leftOpen: false,
    }));
  const inSingle = coverTokens(block, singles);
  const kept = doubles.filter((draft) => inSingle[draft.firstToken - block.firstToken] === 0);
  return [...kept, ...singles].toSorted((left, right) => left.firstToken - right.firstToken);
}

/**
 * The quotations of a document, block by block. Where each paragraph of a long quotation opens with a mark and
 * only the last one closes, the parts are chained by `continues` and count as closed: nothing had to be supplied.
 */
export function pairQuotations(
  text: string,
  tokens: readonly Span[],
  blocks: readonly QuotedBlock[],
  sentences: readonly { readonly firstToken: number; readonly endToken: number }[],
): { readonly quotations: readonly Quotation[]; readonly quotationOfToken: Int32Array } {
  const source = {
    text,
    tokens,
    sentenceStarts: new Int32Array(tokens.length),
    sentenceEnds: new Int32Array(tokens.length),
  };
  for (const { firstToken, endToken } of sentences) {
    source.sentenceStarts.fill(firstToken, firstToken, endToken);
    source.sentenceEnds.fill(endToken, firstToken, endToken);
  }
  const quotations: Quotation[] = [];
  const quotationOfToken = new Int32Array(tokens.length).fill(-1);
  let open: number | undefined;
  for (const [place, block] of blocks.entries()) {
    const doubles =
      open !== undefined && block.firstToken < block.endToken && isBridge(blocks, place)
        ? [quoteWhole(source, block)]
        : pairDoubleMarks(source, block, open !== undefined);
    const drafts = addSingleQuotations(source, block, doubles);
    const openBefore = open;
    open = undefined;
    for (const draft of drafts) {
      const index = quotations.length;
      const before = draft.continues ? openBefore : undefined;
      const earlier = before === undefined ? undefined : quotations[before];
      const opensWithMark = draft.inner.start > startOf(source, draft.firstToken);
      if (earlier !== undefined && before !== undefined && opensWithMark)
        quotations[before] = { ...earlier, closed: true };
      quotations.push({
        index,
        start: startOf(source, draft.firstToken),
        end: endOf(source, draft.endToken - 1),
        inner: draft.inner,
        closed: draft.closed,
        ...(before === undefined ? {} : { continues: before }),
      });
      quotationOfToken.fill(index, draft.firstToken, draft.endToken);
      if (draft.leftOpen) open = index;
    }
  }
  return { quotations, quotationOfToken };
}
