import type { CompactWeights } from '../../learn/compact-weights.ts';
import { readModel, writeModel } from '../../learn/model-file.ts';
import type { Model } from '../../learn/model-file.ts';
import { sectionOf, weightParameters, weightSections, weightsOf } from '../../learn/model-parts.ts';
import type { Scorer } from '../../learn/scorer.ts';
import { InputError } from '../../model/input-error.ts';
import type { Calibration } from './calibration.ts';

/** The names of the model files in `data/models`. */
export const ATTRIBUTION_MODEL_FILES = ['attribution-cues.model', 'attribution-arguments.model'] as const;

/** Labels of the cue tagger: whether a candidate governs a cue. */
export const CUE_LABELS = ['none', 'cue'] as const;

/** Labels of the argument labeller: the first token and the further ones of source and content. */
export const ARGUMENT_LABELS = ['none', 'source', 'source+', 'content', 'content+'] as const;

/** A source or content is not gone on with before it has begun. */
export function isBarred(before: number, label: number): boolean {
  if (label === 2) return before !== 1 && before !== 2;
  return label === 4 && before !== 3 && before !== 4;
}

/** Weights and transitions of a linear chain. */
export interface ChainModel {
  readonly scorer: Scorer;
  readonly transitions: Float64Array;
}

/** The cue tagger, the argument labeller, and what their scores are worth. */
export interface AttributionModels {
  readonly cues: ChainModel;
  readonly arguments: ChainModel;
  readonly calibration: Calibration;
}

/** A chain ready for its file. */
export interface ChainParts {
  readonly weights: CompactWeights;
  readonly transitions: Float64Array;
}

/** What a model file says about itself. */
interface Origin {
  readonly licence: string;
  readonly recipe: Readonly<Record<string, unknown>>;
}

/** The bytes of the two model files, by name. */
export function writeAttributionModels(
  parts: { readonly cues: ChainParts; readonly arguments: ChainParts; readonly calibration: Calibration },
  origin: Origin,
): ReadonlyMap<string, Uint8Array> {
  const [cuesFile, argumentsFile] = ATTRIBUTION_MODEL_FILES;
  return new Map([
    [cuesFile, writeChain('attribution-cues', parts.cues, origin, { labels: CUE_LABELS })],
    [
      argumentsFile,
      writeChain('attribution-arguments', parts.arguments, origin, {
        labels: ARGUMENT_LABELS,
        calibration: parts.calibration,
      }),
    ],
  ]);
}

function writeChain(
  kind: string,
  { weights, transitions }: ChainParts,
  origin: Origin,
  more: Readonly<Record<string, unknown>>,
): Uint8Array {
  const parameters = { ...weightParameters('weights', weights), ...more };
  const bytes = new Uint8Array(transitions.buffer, transitions.byteOffset, transitions.byteLength);
  return writeModel({ kind, ...origin, parameters }, [
    ...weightSections('weights', weights),
    ['transitions', bytes],
  ]);
}

/**
 * The models from the contents of their files, by the names in `ATTRIBUTION_MODEL_FILES`. A file that is missing,
 * damaged or of another kind is an `InputError` with its name.
 */
export function readAttributionModels(contentOf: (file: string) => Uint8Array): AttributionModels {
  const [cuesFile, argumentsFile] = ATTRIBUTION_MODEL_FILES;
  const cues = readModel(cuesFile, contentOf(cuesFile), 'attribution-cues');
  const labeller = readModel(argumentsFile, contentOf(argumentsFile), 'attribution-arguments');
  return {
    cues: readChain(cues, CUE_LABELS.length),
    arguments: readChain(labeller, ARGUMENT_LABELS.length),
    calibration: readCalibration(labeller),
  };
}

function readChain(model: Model, labelCount: number): ChainModel {
  const bytes = sectionOf(model, 'transitions');
  const scorer = weightsOf(model, 'weights');
  const cells = (labelCount + 1) * labelCount;
  if (scorer.classCount !== labelCount || bytes.byteLength !== cells * 8) {
    throw new InputError(model.file, `is not a model of ${labelCount} labels; train it again`);
  }
  return { scorer, transitions: new Float64Array(bytes.buffer, bytes.byteOffset, cells) };
}

function readCalibration(model: Model): Calibration {
  const points = model.parameters['calibration'];
  if (Array.isArray(points) && points.length > 0 && points.every(isPoint)) return points;
  throw new InputError(model.file, 'lacks the list of pairs "calibration" in its header');
}

function isPoint(value: unknown): value is readonly [number, number] {
  return Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === 'number');
}
