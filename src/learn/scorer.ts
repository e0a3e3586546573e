/** Gives each class the sum of its weights over the features that fire. */
export interface Scorer {
  readonly classCount: number;
  /** Writes the scores over `scores`; `features` holds finished hashes, of which the first `count` are read. */
  score(features: Uint32Array, count: number, scores: Float64Array): void;
}

/** The class with the highest score, the first of equals. */
export function bestClass(scores: Float64Array): number {
  let best = 0;
  let highest = scores[0] ?? 0;
  for (let index = 1; index < scores.length; index += 1) {
    const score = scores[index] ?? 0;
    if (score > highest) {
      highest = score;
      best = index;
    }
  }
  return best;
}
