import { UNKNOWN_LABEL } from '../learn/chain-trainer.ts';
import type { Extractor } from '../extract/extractor.ts';
import type { AttributionModels } from '../extract/models/attribution-models.ts';
import { fitCalibration } from '../extract/models/calibration.ts';
import type { Calibration, Outcome } from '../extract/models/calibration.ts';
import { labelAttributions } from '../extract/models/label-attributions.ts';
import type { LabelledCue, LabellingOptions } from '../extract/models/label-attributions.ts';
import { prepareReading } from '../extract/models/reading.ts';
import type { ModelLexicons } from '../extract/models/reading.ts';
import type { TokenRange } from '../extract/token-range.ts';
import type { AttributionDocument, TokenAttribution } from './attribution-document.ts';

/** What models find in documents that they have not seen, with their scores and whether it is right. */
export function collectOutcomes(
  documents: readonly AttributionDocument[],
  models: AttributionModels,
  rules: Extractor,
  lexicons: ModelLexicons,
  options: LabellingOptions,
): readonly Outcome[] {
  return documents.flatMap(({ text, attributions, cueLabels }) => {
    const reading = prepareReading(text, rules.extract(text), lexicons);
    const annotated = new Map(attributions.map((attribution) => [attribution.cue[0], attribution]));
    return labelAttributions(reading, models, options).cues.flatMap((labelled) => {
      if (cueLabels[labelled.token] === UNKNOWN_LABEL) return [];
      const gold = annotated.get(labelled.token);
      return [{ score: labelled.score, right: gold !== undefined && agrees(gold, labelled) }];
    });
  });
}

/** The content shares half its tokens (Dice), and the source a token, or both name none. */
function agrees(gold: TokenAttribution, labelled: LabelledCue): boolean {
  const content = tokensOf(labelled.content);
  const source = tokensOf(labelled.source);
  const shared = gold.content.filter((token) => content.has(token)).length;
  const named = gold.source.length === 0 ? source.size === 0 : gold.source.some((token) => source.has(token));
  return named && (2 * shared) / (gold.content.length + content.size) >= 0.5;
}

function tokensOf(ranges: readonly TokenRange[]): ReadonlySet<number> {
  return new Set(
    ranges.flatMap(({ first, end }) => Array.from({ length: end - first }, (_, step) => first + step)),
  );
}

/** A line of a reliability table: of what was given probabilities of about `stated`, the share `found` was right. */
export interface ReliabilityRow {
  readonly stated: number;
  readonly found: number;
  readonly count: number;
}

/** How far stated probabilities are true, in ten steps (DeGroot and Fienberg 1983). */
export function reliabilityTable(outcomes: readonly Outcome[]): readonly ReliabilityRow[] {
  const rows: ReliabilityRow[] = [];
  for (let step = 0; step < 10; step += 1) {
    const inside = outcomes.filter(({ score }) => Math.min(9, Math.floor(score * 10)) === step);
    if (inside.length === 0) continue;
    rows.push({
      stated: inside.reduce((sum, { score }) => sum + score, 0) / inside.length,
      found: inside.filter(({ right }) => right).length / inside.length,
      count: inside.length,
    });
  }
  return rows;
}

/** The calibration that held-out outcomes ask for. */
export function calibrationOf(outcomes: readonly Outcome[]): Calibration {
  return fitCalibration(outcomes);
}
