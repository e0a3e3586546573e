/** A slice `[start, end)` of an article's text, in UTF-16 code units, end-exclusive. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** The characters that a span covers. */
export function sliceText(text: string, span: Span): string {
  return text.slice(span.start, span.end);
}

/** Whether two spans share at least one character. */
export function overlaps(left: Span, right: Span): boolean {
  return left.start < right.end && right.start < left.end;
}

/** Whether `outer` covers every character of `inner`. */
export function covers(outer: Span, inner: Span): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

/** Order by start, then by end: the reading order of spans. */
export function compareSpans(left: Span, right: Span): number {
  return left.start - right.start || left.end - right.end;
}
