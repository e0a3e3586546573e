import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { Extractor } from '../extractor.ts';
import type { Finding } from '../finding.ts';
import { addFollowingQuotations } from '../following-quotation.ts';
import { judgeSources } from '../judge-sources.ts';
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
  /** What the models find in a text, beside what the rules have found in it. */
  readBeside(text: AnnotatedText, ruled: readonly Attribution[]): ModelFindings;
}

/** The models’ attributions, and what they think of any other word as a cue. */
export interface ModelFindings {
  readonly attributions: readonly Attribution[];
  /** For each token the probability that it governs a cue; -1 for one that was not asked about. */
  readonly cueProbabilities: Float32Array;
}

/** The dial at which the extractor works: chosen on texts that are neither trained on nor tested on. */
export const DEFAULT_LABELLING: LabellingOptions = { cueBias: 0.5 };

/** The extractor of trained models: a cue tagger and an argument labeller, stacked on the rules. */
export function createModelExtractor(
  models: AttributionModels,
  rules: Extractor,
  lexicons: ModelLexicons,
  options: LabellingOptions = DEFAULT_LABELLING,
): ModelExtractor {
  const readBeside = (text: AnnotatedText, ruled: readonly Attribution[]): ModelFindings => {
    const reading = prepareReading(text, ruled, lexicons);
    const { cues, cueProbabilities } = labelAttributions(reading, models, options);
    const findings = addFollowingQuotations(
      text,
      cues.flatMap((cue) => toFinding(reading, cue) ?? []).filter(judgeSources(text, lexicons.nounKinds)),
    );
    const statement = isStatement(text);
    const attributions = nestAttributions(
      findings.map((finding) => ({
        ...toAttribution(text, finding, { reliability: new Map<string, number>(), statement }),
        foundBy: ['models'],
        confidence: Math.round(calibrate(models.calibration, finding.weight) * 1000) / 1000,
      })),
    );
    return { attributions, cueProbabilities };
  };
  return {
    name: 'models',
    extract: (text) => readBeside(text, rules.extract(text)).attributions,
    readBeside,
  };
}

function toFinding(reading: ModelReading, labelled: LabelledCue): Finding | undefined {
  const description = describeCue(reading, labelled);
  const { source, content } = completeArguments(reading, labelled, description.cue);
  if (content.length === 0) return undefined;
  return { rule: 'models', ...description, source, content, weight: labelled.score };
}
