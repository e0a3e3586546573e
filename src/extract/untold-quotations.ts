import type { AnnotatedText } from '../model/annotated-text.ts';
import { quotationRange } from './complement.ts';
import type { Finding } from './finding.ts';
import { isPunctuation, type TokenRange } from './token-range.ts';

const SHORTEST = 5;
/** A quotation of which others tell more than this is told. */
const MOST_TOLD = 0.3;

/** The quotations of a clause or more that no finding outside of them tells, marks included. */
export function findUntoldQuotations(text: AnnotatedText, before: readonly Finding[]): readonly TokenRange[] {
  const outer = before.filter(({ cueToken }) => (text.tokens[cueToken]?.quotation ?? -1) < 0);
  const told = outer.flatMap(({ content, cue }) => [...content, ...cue]);
  return text.quotations.flatMap((quotation) => {
    const range = quotation.continues === undefined ? quotationRange(text, quotation.index) : undefined;
    if (range === undefined || !isUtterance(text, range)) return [];
    return told.some((other) => coverage(range, other) > MOST_TOLD) ? [] : [range];
  });
}

function coverage(range: TokenRange, other: TokenRange): number {
  const shared = Math.min(range.end, other.end) - Math.max(range.first, other.first);
  return shared / (range.end - range.first);
}

/** A clause, not a title or a word held at arm's length. */
function isUtterance(text: AnnotatedText, { first, end }: TokenRange): boolean {
  const words = text.tokens.slice(first, end).filter((token) => !isPunctuation(token));
  return words.length >= SHORTEST && words.some((token) => /^(?:VB[DPZ]|MD)$/u.test(token.xpos));
}
