import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Extractor } from '../extractor.ts';
import type { Finding } from '../finding.ts';
import { addFollowingQuotations } from '../following-quotation.ts';
import { nestAttributions } from '../nest-attributions.ts';
import { isStatement } from '../statement-voice.ts';
import { toAttribution } from '../to-attribution.ts';
import type { AttributionModels } from './attribution-models.ts';
import { calibrate } from './calibration.ts';
import { completeArguments } from './complete-arguments.ts';
import { describeCue } from './describe-cue.ts';
import { labelAttributions } from './label-attributions.ts';
import type { LabelledCue, LabellingOptions } from './label-attributions.ts';
import { prepareReading } from './reading.ts';
import type { ModelLexicons, ModelReading } from './reading.ts';

/** The models as an extractor, which may be given what the rules have found already. */
export interface ModelExtractor extends Extractor {
  /** The models’ attributions, beside those of the rules for the same text. */
  extractBeside(text: AnnotatedText, ruled: readonly Attribution[]): readonly Attribution[];
}

/** The dial at which the extractor works: chosen on texts that are neither trained on nor tested on. */
export const DEFAULT_LABELLING: LabellingOptions = { cueBias: 0.3 };

/** The extractor of trained models: a cue tagger and an argument labeller, stacked on the rules. */
export function createModelExtractor(
  models: AttributionModels,
  rules: Extractor,
  lexicons: ModelLexicons,
  options: LabellingOptions = DEFAULT_LABELLING,
): ModelExtractor {
  const extractBeside = (text: AnnotatedText, ruled: readonly Attribution[]): readonly Attribution[] => {
    const reading = prepareReading(text, ruled, lexicons);
    const labelled = labelAttributions(reading, models, options);
    const findings = addFollowingQuotations(
      text,
      labelled.flatMap((cue) => toFinding(reading, cue) ?? []),
    );
    const statement = isStatement(text);
    return nestAttributions(
      findings.map((finding) => ({
        ...toAttribution(text, finding, { reliability: new Map<string, number>(), statement }),
        foundBy: ['models'],
        confidence: Math.round(calibrate(models.calibration, finding.weight) * 1000) / 1000,
      })),
    );
  };
  return { name: 'models', extract: (text) => extractBeside(text, rules.extract(text)), extractBeside };
}

function toFinding(reading: ModelReading, labelled: LabelledCue): Finding | undefined {
  const description = describeCue(reading, labelled);
  const { source, content } = completeArguments(reading, labelled, description.cue);
  if (content.length === 0) return undefined;
  return { rule: 'models', ...description, source, content, weight: labelled.score };
}
