import type { AnnotatedText, Quotation } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, quotationRange } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { includesToken, isPunctuation, type TokenRange } from '../token-range.ts';

/** A quotation beside which the text names no speaker: it has none, and nobody is guessed. */
export const freeQuotation: AttributionRule = {
  name: 'free-quotation',
  find: ({ text }: Reading, before) => {
    const outer = before.filter(({ cueToken }) => (text.tokens[cueToken]?.quotation ?? -1) < 0);
    const told = outer.flatMap((finding) => [...finding.content, ...finding.cue]);
    return text.quotations.flatMap((quotation) => attribute(text, quotation, told) ?? []);
  },
};

const SHORTEST = 5;

function attribute(
  text: AnnotatedText,
  quotation: Quotation,
  told: readonly TokenRange[],
): Finding | undefined {
  const range = quotationRange(text, quotation.index);
  if (range === undefined || quotation.continues !== undefined || !isUtterance(text, range)) {
    return undefined;
  }
  if (told.some((other) => coverage(range, other) > 0.3)) return undefined;
  return {
    rule: 'free-quotation',
    source: [],
    cue: [],
    cueToken: -1,
    cueKind: 'none',
    negated: false,
    content: cutContent(text, range, []),
    reporting: 'direct',
    weight: 0.6,
  };
}

function coverage(range: TokenRange, other: TokenRange): number {
  const shared = Math.min(range.end, other.end) - Math.max(range.first, other.first);
  return shared / (range.end - range.first);
}

/** Words that stand as a sentence of their own, not a title or a word held at arm's length. */
function isUtterance(text: AnnotatedText, range: TokenRange): boolean {
  const words = text.tokens.slice(range.first, range.end).filter((token) => !isPunctuation(token));
  const sentence = text.sentences[text.tokens[range.first]?.sentence ?? -1];
  const starts =
    sentence !== undefined &&
    includesToken([{ first: sentence.firstToken, end: sentence.firstToken + 1 }], range.first);
  const finite = words.some((token) => /^(?:VB[DPZ]|MD)$/u.test(token.xpos));
  return words.length >= SHORTEST && starts && finite;
}
