import { compareSpans, overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';

/** How many characters two spans share. */
export function sharedLength(left: Span, right: Span): number {
  return Math.max(0, Math.min(left.end, right.end) - Math.max(left.start, right.start));
}

/** The same characters as spans that neither touch nor overlap, in reading order. */
function mergeSpans(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const { start, end } of spans.toSorted(compareSpans)) {
    const before = merged.at(-1);
    if (before !== undefined && start <= before.end)
      merged[merged.length - 1] = { start: before.start, end: Math.max(before.end, end) };
    else merged.push({ start, end });
  }
  return merged;
}

const lengthOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { start, end }) => sum + end - start, 0);

/** Dice coefficient of the characters that two lists of fragments cover: 0–1; 0 where one is empty. */
export function diceOfSpans(left: readonly Span[], right: readonly Span[]): number {
  const [one, other] = [mergeSpans(left), mergeSpans(right)];
  const total = lengthOf(one) + lengthOf(other);
  if (one.length === 0 || other.length === 0) return 0;
  const shared = one.reduce(
    (sum, span) => sum + other.reduce((inner, next) => inner + sharedLength(span, next), 0),
    0,
  );
  return (2 * shared) / total;
}

/** Whether some fragment of one list shares a character with one of the other; two empty lists agree. */
export function touch(left: readonly Span[], right: readonly Span[]): boolean {
  if (left.length === 0 && right.length === 0) return true;
  return left.some((span) => right.some((other) => overlaps(span, other)));
}
