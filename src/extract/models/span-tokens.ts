import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Span } from '../../model/span.ts';
import type { TokenRange } from '../token-range.ts';

/** The tokens that share a character with the span; empty where there are none. */
export function tokensOfSpan(text: AnnotatedText, span: Span): TokenRange {
  const first = firstTokenAfter(text, span.start);
  let end = first;
  while ((text.tokens[end]?.start ?? Infinity) < span.end) end += 1;
  return { first, end };
}

/** Index of the first token that ends behind the offset. */
function firstTokenAfter(text: AnnotatedText, offset: number): number {
  let low = 0;
  let high = text.tokens.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((text.tokens[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The ranges that hold the marked tokens, one for each unbroken run. */
export function rangesOfMarked(marked: Uint8Array, offset: number): readonly TokenRange[] {
  const ranges: TokenRange[] = [];
  for (let index = 0; index < marked.length; index += 1) {
    if (marked[index] === 0) continue;
    const first = index;
    while (index < marked.length && marked[index] !== 0) index += 1;
    ranges.push({ first: offset + first, end: offset + index });
  }
  return ranges;
}

/** The number of tokens in the ranges. */
export function countTokens(ranges: readonly TokenRange[]): number {
  return ranges.reduce((sum, { first, end }) => sum + end - first, 0);
}
