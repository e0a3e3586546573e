import type { DocumentScore } from './score-document.ts';

/** How often documents are drawn anew. */
const ROUNDS = 1000;

/** A sequence of numbers in [0, 1) that is the same every time: the scorer's linear congruential generator. */
function createSequence(): () => number {
  let state = 12_345;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}

/** F1 of claims with content and holder over a choice of documents. */
function claimF1(scores: readonly DocumentScore[], chosen: readonly number[]): number {
  let [right, total] = [0, 0];
  for (const index of chosen) {
    const score = scores[index];
    right += score?.full ?? 0;
    total += (score?.gold ?? 0) + (score?.predicted ?? 0);
  }
  return total === 0 ? 0 : (2 * right) / total;
}

/** Draws as many documents as there are, with replacement. */
function draw(count: number, next: () => number): readonly number[] {
  return Array.from({ length: count }, () => Math.floor(next() * count) % count);
}

function interval(values: readonly number[]): readonly [low: number, high: number] {
  const sorted = values.toSorted((left, right) => left - right);
  return [sorted[Math.floor(ROUNDS * 0.025)] ?? 0, sorted[Math.ceil(ROUNDS * 0.975) - 1] ?? 0];
}

/** The 95 % interval of the claims' F1, by bootstrap over documents. */
export function bootstrapInterval(scores: readonly DocumentScore[]): readonly [low: number, high: number] {
  const next = createSequence();
  return interval(Array.from({ length: ROUNDS }, () => claimF1(scores, draw(scores.length, next))));
}

/** How two predictions of the same documents differ. */
export interface Comparison {
  /** F1 of the first less that of the second. */
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** The share of draws in which the one that is better on all documents is not better. */
  readonly p: number;
}

/** Compares two predictions by paired bootstrap over documents (Efron & Tibshirani 1993; Berg-Kirkpatrick et al. 2012). */
export function comparePredictions(
  first: readonly DocumentScore[],
  second: readonly DocumentScore[],
): Comparison {
  const all = first.map((_, index) => index);
  const difference = claimF1(first, all) - claimF1(second, all);
  const next = createSequence();
  const differences = Array.from({ length: ROUNDS }, () => {
    const chosen = draw(first.length, next);
    return claimF1(first, chosen) - claimF1(second, chosen);
  });
  const turned = differences.filter((one) => (difference < 0 ? one >= 0 : one <= 0)).length;
  return { difference, interval: interval(differences), p: turned / ROUNDS };
}
