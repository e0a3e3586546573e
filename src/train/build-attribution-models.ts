import type { Extractor } from '../extract/extractor.ts';
import { ARGUMENT_LABELS, CUE_LABELS, writeAttributionModels } from '../extract/models/attribution-models.ts';
import type { AttributionModels, ChainParts } from '../extract/models/attribution-models.ts';
import { calibrate } from '../extract/models/calibration.ts';
import { DEFAULT_LABELLING } from '../extract/models/model-extractor.ts';
import type { ModelLexicons } from '../extract/models/reading.ts';
import { hashText } from '../learn/hash-features.ts';
import { annotateText } from '../text/annotate-text.ts';
import type { LanguageModels } from '../text/language-models.ts';
import type { AttributionCorpus } from './attribution-corpora.ts';
import { WEIGHTS_LICENCE } from './attribution-corpora.ts';
import { readDocument } from './attribution-document.ts';
import type { AttributionDocument } from './attribution-document.ts';
import type { AttributionRecord } from './attribution-record.ts';
import { calibrationOf, collectOutcomes, reliabilityTable } from './calibrate-models.ts';
import type { ReliabilityRow } from './calibrate-models.ts';
import { collectExamples, trainChain } from './train-attribution-models.ts';
import type { AttributionTrainingOptions, WeightedDocuments } from './train-attribution-models.ts';
import { foldOfDocument } from './train-fold-models.ts';

/** A corpus with what is in it. */
export interface FilledCorpus {
  readonly corpus: AttributionCorpus;
  readonly records: readonly AttributionRecord[];
}

/** What training needs besides the corpora. */
export interface AttributionTrainingSetting {
  /** The models that will read new text. */
  readonly language: LanguageModels;
  /** For each fold of the treebanks’ documents, models that have not seen them. */
  readonly folds: readonly LanguageModels[];
  readonly rules: Extractor;
  readonly lexicons: ModelLexicons;
  readonly report: (message: string) => void;
}

/** How the extractor’s models are trained, calibration included. */
export interface AttributionRecipe extends AttributionTrainingOptions {
  /** One document in so many is held out to measure what scores are worth; 0 leaves the calibration out. */
  readonly heldOut: number;
}

/** The recipe by which the models in `data/models` are made. */
export const ATTRIBUTION_RECIPE: AttributionRecipe = {
  cues: { method: 'likelihood', epochs: 10, rate: 0.01, minimumUpdates: 2, mostWeights: 400_000, seed: 1 },
  arguments: {
    method: 'likelihood',
    epochs: 5,
    rate: 0.01,
    minimumUpdates: 2,
    mostWeights: 500_000,
    seed: 1,
  },
  heldOut: 5,
};

/** Without measurement a score counts as it is. */
const UNCALIBRATED = [
  [0, 0],
  [1, 1],
] as const;

/** Model files by name, with the reliability of their confidences on documents held out. */
export interface TrainedAttributionModels {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly reliability: readonly ReliabilityRow[];
}

/** Annotates each record with models that have not learnt from it, and reads what it teaches. */
export function readDocuments(
  { corpus, records }: FilledCorpus,
  { language, folds }: Pick<AttributionTrainingSetting, 'language' | 'folds'>,
): readonly AttributionDocument[] {
  return records
    .filter(({ genre }) => !corpus.leftOut.includes(genre))
    .map((record) => {
      const document = corpus.treebankDocument?.(record);
      const models = document === undefined ? language : (folds[foldOfDocument(document)] ?? language);
      const { id, text } = record;
      const annotated = annotateText({ id, text, sha256: '', metadata: [], origin: id }, models);
      return readDocument(record, annotated, corpus.habits);
    });
}

/** The two model files. The same corpora, setting and recipe give the same bytes. */
export function buildAttributionModels(
  corpora: readonly FilledCorpus[],
  setting: AttributionTrainingSetting,
  recipe: AttributionRecipe,
): TrainedAttributionModels {
  const { report } = setting;
  const sets = corpora.map((filled) => {
    const { corpus } = filled;
    const documents = readDocuments(filled, setting);
    const count = documents.reduce((sum, { attributions }) => sum + attributions.length, 0);
    report(`${corpus.name} (${corpus.licence}): ${documents.length} texts, ${count} attributions`);
    return { documents, cueWeight: corpus.cueWeight, argumentWeight: corpus.argumentWeight };
  });
  const measured = recipe.heldOut > 0 ? measure(sets, setting, recipe) : undefined;
  const trained = trainBoth(sets, setting, recipe);
  const origin = {
    licence: WEIGHTS_LICENCE,
    recipe: {
      corpora: corpora.map(({ corpus: { name, licence, cueWeight, argumentWeight } }) => ({
        name,
        licence,
        cueWeight,
        argumentWeight,
      })),
      ...recipe,
    },
  };
  return {
    files: writeAttributionModels({ ...trained, calibration: measured?.calibration ?? UNCALIBRATED }, origin),
    reliability: measured?.reliability ?? [],
  };
}

interface BothChains {
  readonly cues: ChainParts;
  readonly arguments: ChainParts;
}

function trainBoth(
  sets: readonly WeightedDocuments[],
  { rules, lexicons, report }: AttributionTrainingSetting,
  recipe: AttributionRecipe,
): BothChains {
  const examples = collectExamples(sets, rules, lexicons);
  report(
    `${examples.cues.length} sentences for the cue tagger, ${examples.arguments.length} cues for the labeller`,
  );
  return {
    cues: trainChain(examples.cues, CUE_LABELS.length, { ...recipe.cues, name: 'cues', report }),
    arguments: trainChain(examples.arguments, ARGUMENT_LABELS.length, {
      ...recipe.arguments,
      name: 'arguments',
      report,
    }),
  };
}

/** Calibrates on one half of the documents held out, and says how true the confidences are on the other. */
function measure(
  sets: readonly WeightedDocuments[],
  setting: AttributionTrainingSetting,
  recipe: AttributionRecipe,
): {
  readonly calibration: AttributionModels['calibration'];
  readonly reliability: readonly ReliabilityRow[];
} {
  const isHeld = (document: AttributionDocument): boolean =>
    (hashText(document.text.article.id) >>> 0) % recipe.heldOut === 0;
  setting.report(`training without one text in ${recipe.heldOut}, to measure confidences`);
  const kept = sets.map((set) => ({
    ...set,
    documents: set.documents.filter((document) => !isHeld(document)),
  }));
  const models = chainModels(trainBoth(kept, setting, recipe));
  // Sentences of which only one word is annotated say nothing of what else is found in them.
  const held = sets
    .flatMap(({ documents }) => documents.filter(isHeld))
    .filter(({ text }) => text.sentences.length > 1);
  const halves = [0, 1].map((half) =>
    collectOutcomes(
      held.filter((_, index) => index % 2 === half),
      models,
      setting.rules,
      setting.lexicons,
      DEFAULT_LABELLING,
    ),
  );
  const [fitted = [], checked = []] = halves;
  const provisional = calibrationOf(fitted);
  const reliability = reliabilityTable(
    checked.map(({ score, right }) => ({ score: calibrate(provisional, score), right })),
  );
  return { calibration: calibrationOf(halves.flat()), reliability };
}

function chainModels(chains: BothChains): AttributionModels {
  return {
    cues: { scorer: chains.cues.weights, transitions: chains.cues.transitions },
    arguments: { scorer: chains.arguments.weights, transitions: chains.arguments.transitions },
    calibration: UNCALIBRATED,
  };
}
