/** Pairs of a score and the probability that goes with it, ascending in both: joined by straight lines. */
export type Calibration = readonly (readonly [score: number, probability: number])[];

/** The probability that goes with a score; beyond the ends that of the last pair. */
export function calibrate(calibration: Calibration, score: number): number {
  const above = calibration.findIndex(([point]) => point >= score);
  if (above < 0) return calibration.at(-1)?.[1] ?? score;
  const [point, probability] = calibration[above] ?? [score, score];
  const before = calibration[above - 1];
  if (before === undefined || point === before[0]) return probability;
  return before[1] + ((probability - before[1]) * (score - before[0])) / (point - before[0]);
}

/** A score of something predicted, and whether it was right. */
export interface Outcome {
  readonly score: number;
  readonly right: boolean;
}

const SMALLEST_BIN = 40;

/**
 * Isotonic regression (pool adjacent violators; Ayer et al. 1955) over bins of outcomes of about equal size, so that
 * no single one decides.
 */
export function fitCalibration(outcomes: readonly Outcome[], bins = 15): Calibration {
  const sorted = [...outcomes].sort((left, right) => left.score - right.score);
  const size = Math.max(SMALLEST_BIN, Math.ceil(sorted.length / bins));
  const pools: { score: number; right: number; count: number }[] = [];
  for (let start = 0; start < sorted.length; start += size) {
    const bin = sorted.slice(start, start + size);
    const right = bin.filter((outcome) => outcome.right).length;
    let pool = { score: bin.reduce((sum, { score }) => sum + score, 0), right, count: bin.length };
    for (
      let last = pools.at(-1);
      last !== undefined && last.right * pool.count >= pool.right * last.count;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = {
        score: pool.score + last.score,
        right: pool.right + last.right,
        count: pool.count + last.count,
      };
    }
    pools.push(pool);
  }
  // One success and one failure are added to each pool: nothing is certain.
  return pools.map(({ score, right, count }) => [round(score / count), round((right + 1) / (count + 2))]);
}

function round(value: number): number {
  return Math.round(value * 10_000) / 10_000;
}
