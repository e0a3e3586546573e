/** A gold item and a predicted one that may belong together, by index. */
export interface Pair {
  readonly gold: number;
  readonly predicted: number;
  readonly score: number;
}

/** Pairs one to one: the best first; among equals the earlier gold item, then the earlier predicted one. */
export function matchGreedily(pairs: readonly Pair[]): readonly Pair[] {
  const golds = new Set<number>();
  const predictions = new Set<number>();
  const matched: Pair[] = [];
  const order = pairs.toSorted(
    (left, right) => right.score - left.score || left.gold - right.gold || left.predicted - right.predicted,
  );
  for (const pair of order) {
    if (golds.has(pair.gold) || predictions.has(pair.predicted)) continue;
    golds.add(pair.gold);
    predictions.add(pair.predicted);
    matched.push(pair);
  }
  return matched;
}

/** Scores every gold item against every predicted one and pairs those whose score is not undefined. */
export function matchItems<Gold, Predicted>(
  golds: readonly Gold[],
  predictions: readonly Predicted[],
  score: (gold: Gold, predicted: Predicted) => number | undefined,
): readonly Pair[] {
  return matchGreedily(
    golds.flatMap((gold, goldIndex) =>
      predictions.flatMap((predicted, predictedIndex) => {
        const value = score(gold, predicted);
        return value === undefined ? [] : [{ gold: goldIndex, predicted: predictedIndex, score: value }];
      }),
    ),
  );
}
