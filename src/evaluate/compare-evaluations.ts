import { comparePredictions, countClaims } from './bootstrap.ts';
import type { Comparison, ReadCounts } from './bootstrap.ts';
import type { Evaluation } from './evaluate-claims.ts';
import type { SpanPart } from './score-document.ts';

/** Two predictions beside each other in one measure. */
export interface MeasureComparison extends Comparison {
  readonly measure: string;
}

const countSpans =
  (part: SpanPart): ReadCounts =>
  ({ spans }) => ({
    right: spans[part].lenient,
    gold: spans[part].gold,
    predicted: spans[part].predicted,
  });

/** The measures of attributions, which every gold has. */
const ATTRIBUTION_MEASURES: readonly (readonly [measure: string, read: ReadCounts])[] = [
  ['source, overlapping', countSpans('source')],
  ['cue, overlapping', countSpans('cue')],
  ['content, overlapping', countSpans('content')],
  ['attribution', ({ attribution, gold, predicted }) => ({ right: attribution, gold, predicted })],
  ['claim by content', ({ content, gold, predicted }) => ({ right: content, gold, predicted })],
];

/** The measures of claims, for gold that has holders. */
const CLAIM_MEASURES: readonly (readonly [measure: string, read: ReadCounts])[] = [
  ['claim with holder', countClaims],
  [
    'claim with holder and polarity',
    ({ polarity, gold, predicted }) => ({
      right: polarity.filter(([left, right]) => left === right).length,
      gold,
      predicted,
    }),
  ],
];

/** Compares two evaluations of the same documents in each measure that both have. */
export function compareEvaluations(first: Evaluation, second: Evaluation): readonly MeasureComparison[] {
  const measures = first.isBare ? ATTRIBUTION_MEASURES : [...ATTRIBUTION_MEASURES, ...CLAIM_MEASURES];
  return measures.map(([measure, read]) => ({
    measure,
    ...comparePredictions(first.documents, second.documents, read),
  }));
}
