import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';

/** A stretch of tokens `[first, end)`, numbered as in the document. */
export interface TokenRange {
  readonly first: number;
  readonly end: number;
}

/** Whether the token lies in one of the ranges. */
export function includesToken(ranges: readonly TokenRange[], index: number): boolean {
  return ranges.some((range) => range.first <= index && index < range.end);
}

/** Whether two ranges share a token. */
export function rangesMeet(left: TokenRange, right: TokenRange): boolean {
  return left.first < right.end && right.first < left.end;
}

/** The range without the tokens of `holes`, in as many pieces as that leaves. */
export function subtractRanges(range: TokenRange, holes: readonly TokenRange[]): readonly TokenRange[] {
  let pieces: TokenRange[] = [range];
  for (const hole of holes) {
    pieces = pieces
      .flatMap((piece) =>
        rangesMeet(piece, hole)
          ? [
              { first: piece.first, end: Math.min(piece.end, hole.first) },
              { first: Math.max(piece.first, hole.end), end: piece.end },
            ]
          : [piece],
      )
      .filter((piece) => piece.first < piece.end);
  }
  return pieces;
}

const QUOTATION_MARK = /^(?:["“”„«»‟]|``|'')$/u;
const EDGE = /^[\p{P}\p{S}]+$/u;
const CLOSING_STOP = /^[.,!?…]+$/u;

/** Whether the token is a double quotation mark of any style. */
export function isQuotationMark(token: Token | undefined): boolean {
  return token !== undefined && QUOTATION_MARK.test(token.form);
}

/** Whether the token is punctuation and nothing else. */
export function isPunctuation(token: Token | undefined): boolean {
  return token !== undefined && EDGE.test(token.form);
}

function isBracketOrSign(token: Token): boolean {
  return /^[([$€£#@%)\]]$/u.test(token.form);
}

/**
 * The range without loose punctuation at its edges. A quotation mark stays when the quotation that it belongs to
 * lies in the range, and a stop stays before a closing mark that stays.
 */
export function trimRange(text: AnnotatedText, range: TokenRange): TokenRange | undefined {
  let { first, end } = range;
  const { tokens } = text;
  while (first < end) {
    const token = tokens[first];
    if (token === undefined || !isPunctuation(token) || isBracketOrSign(token)) break;
    if (isQuotationMark(token) && opensWithin(text, first, end)) break;
    first += 1;
  }
  while (end > first) {
    const token = tokens[end - 1];
    if (token === undefined || !isPunctuation(token) || isBracketOrSign(token)) break;
    if (isQuotationMark(token) && closesWithin(text, first, end - 1)) break;
    end -= 1;
  }
  return first < end ? { first, end } : undefined;
}

function opensWithin(text: AnnotatedText, index: number, end: number): boolean {
  const quotation = text.quotations[text.tokens[index]?.quotation ?? -1];
  const next = text.tokens[index + 1];
  return (
    quotation !== undefined &&
    next !== undefined &&
    index + 1 < end &&
    next.quotation === quotation.index &&
    !CLOSING_STOP.test(next.form)
  );
}

function closesWithin(text: AnnotatedText, first: number, index: number): boolean {
  const quotation = text.quotations[text.tokens[index]?.quotation ?? -1];
  const before = text.tokens[index - 1];
  return (
    quotation !== undefined &&
    before !== undefined &&
    index - 1 >= first &&
    before.quotation === quotation.index
  );
}

/** The characters from the first token of the range to the last. */
export function rangeSpan(text: AnnotatedText, range: TokenRange): Span | undefined {
  const from = text.tokens[range.first];
  const to = text.tokens[range.end - 1];
  return from === undefined || to === undefined ? undefined : { start: from.start, end: to.end };
}

/** The smallest range that holds all the tokens given. */
export function hullOf(indices: readonly number[]): TokenRange | undefined {
  if (indices.length === 0) return undefined;
  let first = Infinity;
  let last = -Infinity;
  for (const index of indices) {
    if (index < first) first = index;
    if (index > last) last = index;
  }
  return { first, end: last + 1 };
}
