import type { ValuePair } from './score-document.ts';

/** Precision, recall and F1 (0–1) with the counts behind them. */
export interface Agreement {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly right: number;
  readonly gold: number;
  readonly predicted: number;
}

/** The share of right values among `count` matched claims. */
export interface Accuracy {
  readonly count: number;
  readonly accuracy: number;
}

/** Accuracy with the F1 of each class and their mean over the classes that gold has. */
export interface ClassAgreement extends Accuracy {
  readonly macroF1: number;
  readonly f1OfClass: Readonly<Record<string, number>>;
  /** Accuracy of always answering the most frequent gold class. */
  readonly majority: number;
}

const share = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The agreement that counts show; 0 where there is nothing to divide by. */
export function measureAgreement(right: number, gold: number, predicted: number): Agreement {
  const [precision, recall] = [share(right, predicted), share(right, gold)];
  return { precision, recall, f1: share(2 * precision * recall, precision + recall), right, gold, predicted };
}

/** How many of the pairs agree. */
export function measureAccuracy<Value>(pairs: readonly ValuePair<Value>[]): Accuracy {
  return {
    count: pairs.length,
    accuracy: share(pairs.filter(([gold, predicted]) => gold === predicted).length, pairs.length),
  };
}

/** How well each of the classes is told from the others. */
export function measureClasses(
  pairs: readonly ValuePair<number>[],
  classes: readonly number[],
): ClassAgreement {
  const present = classes.filter((one) => pairs.some(([gold]) => gold === one));
  const f1Of = (one: number): number => {
    const gold = pairs.filter((pair) => pair[0] === one).length;
    const predicted = pairs.filter((pair) => pair[1] === one).length;
    return share(2 * pairs.filter((pair) => pair[0] === one && pair[1] === one).length, gold + predicted);
  };
  const scores = present.map(f1Of);
  return {
    ...measureAccuracy(pairs),
    macroF1: share(
      scores.reduce((sum, score) => sum + score, 0),
      scores.length,
    ),
    f1OfClass: Object.fromEntries(present.map((one, index) => [one, scores[index] ?? 0])),
    majority: share(
      Math.max(0, ...classes.map((one) => pairs.filter(([gold]) => gold === one).length)),
      pairs.length,
    ),
  };
}
