import type { DocumentScore } from './score-document.ts';

/** How often documents are drawn anew. */
const ROUNDS = 1000;

/** What a document adds to a measure: what is right, of what gold has and what was predicted. */
export interface MeasuredCounts {
  readonly right: number;
  readonly gold: number;
  readonly predicted: number;
}

/** Reads a measure's counts off a document's score. */
export type ReadCounts = (score: DocumentScore) => MeasuredCounts;

/** The counts of claims with content and holder. */
export const countClaims: ReadCounts = ({ full, gold, predicted }) => ({ right: full, gold, predicted });

/** A sequence of numbers in [0, 1) that is the same every time: the scorer's linear congruential generator. */
function createSequence(): () => number {
  let state = 12_345;
  return () => {
    state = (state * 1_103_515_245 + 12_345) & 0x7f_ff_ff_ff;
    return state / 0x7f_ff_ff_ff;
  };
}

/** F1 of a measure over a choice of documents. */
function f1Of(counts: readonly MeasuredCounts[], chosen: readonly number[]): number {
  let [right, total] = [0, 0];
  for (const index of chosen) {
    const count = counts[index];
    right += count?.right ?? 0;
    total += (count?.gold ?? 0) + (count?.predicted ?? 0);
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
  const counts = scores.map(countClaims);
  return interval(Array.from({ length: ROUNDS }, () => f1Of(counts, draw(scores.length, next))));
}

/** How two predictions of the same documents differ in a measure. */
export interface Comparison {
  /** F1 of the first, F1 of the second, and the first less the second. */
  readonly first: number;
  readonly second: number;
  readonly difference: number;
  readonly interval: readonly [low: number, high: number];
  /** The share of draws in which the one that is better on all documents is not better. */
  readonly p: number;
}

/** Compares two predictions by paired bootstrap over documents (Efron & Tibshirani 1993; Berg-Kirkpatrick et al. 2012). */
export function comparePredictions(
  firstScores: readonly DocumentScore[],
  secondScores: readonly DocumentScore[],
  read: ReadCounts = countClaims,
): Comparison {
  const [left, right] = [firstScores.map(read), secondScores.map(read)];
  const all = left.map((_, index) => index);
  const [first, second] = [f1Of(left, all), f1Of(right, all)];
  const difference = first - second;
  const next = createSequence();
  const differences = Array.from({ length: ROUNDS }, () => {
    const chosen = draw(left.length, next);
    return f1Of(left, chosen) - f1Of(right, chosen);
  });
  const turned = differences.filter((one) => (difference < 0 ? one >= 0 : one <= 0)).length;
  return { first, second, difference, interval: interval(differences), p: turned / ROUNDS };
}
