import type { Attribution } from '../../model/attribution.ts';
import { overlaps } from '../../model/span.ts';
import type { Span } from '../../model/span.ts';

/** Whether two attributions go back to the same words of reporting. */
export function sameCue(left: Attribution, right: Attribution): boolean {
  if (left.cueToken >= 0 && left.cueToken === right.cueToken) return true;
  return left.cue.some((span) => right.cue.some((other) => overlaps(span, other)));
}

/** How much of their contents two attributions share, 0–1 (Dice, in characters). */
export function contentLikeness(left: Attribution, right: Attribution): number {
  const whole = lengthOf(left.content) + lengthOf(right.content);
  if (whole === 0) return 0;
  let shared = 0;
  for (const one of left.content) {
    for (const other of right.content) {
      shared += Math.max(0, Math.min(one.end, other.end) - Math.max(one.start, other.start));
    }
  }
  return (2 * shared) / whole;
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

const MOST_CERTAIN = 0.95;
/** How much of the doubt that is left a second witness takes away: both read the same tree, and err together. */
const SECOND_WITNESS = 0.3;

/** The confidence in what both rules and models found: more than either’s where their contents agree, else the mean. */
export function joinConfidences(ruled: number, modelled: number, likeness: number): number {
  const either = Math.max(ruled, modelled);
  const joined =
    likeness < 0.5
      ? (ruled + modelled) / 2
      : either + (1 - either) * Math.min(ruled, modelled) * SECOND_WITNESS;
  return Math.round(Math.min(MOST_CERTAIN, joined) * 1000) / 1000;
}

/** What the models alone have found was right half as often as elsewhere: 0.3 of the 0.58 that was stated. */
const WITHOUT_RULES = 0.6;

/** The confidence in what the models alone have found. */
export function confidenceAlone(modelled: number): number {
  return Math.round(modelled * WITHOUT_RULES * 1000) / 1000;
}
