import type { DocumentScore, ValuePair } from './score-document.ts';

/** The values of matched claims in which gold and prediction may differ. */
const CONFUSED_VALUES = ['stance', 'polarity', 'reporting', 'certainty', 'issue'] as const;

/** How often gold has one value and the prediction another. */
export interface Confusion {
  readonly of: (typeof CONFUSED_VALUES)[number];
  readonly gold: string;
  readonly predicted: string;
  readonly count: number;
}

/** What was taken for what on the claims whose content and holder agree; within a value the most frequent first. */
export function countConfusions(scores: readonly DocumentScore[]): readonly Confusion[] {
  return CONFUSED_VALUES.flatMap((of) => {
    const counts = new Map<string, Confusion>();
    const pairs: readonly ValuePair<string | number>[] = scores.flatMap(
      (score): readonly ValuePair<string | number>[] => score[of],
    );
    for (const [left, right] of pairs) {
      if (left === right) continue;
      const [gold, predicted] = [String(left ?? '(none)'), String(right ?? '(none)')];
      const key = `${gold}\t${predicted}`;
      counts.set(key, { of, gold, predicted, count: (counts.get(key)?.count ?? 0) + 1 });
    }
    return [...counts]
      .toSorted(([one, left], [other, right]) => right.count - left.count || (one < other ? -1 : 1))
      .map(([, confusion]) => confusion);
  });
}
