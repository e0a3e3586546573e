import { ATTRIBUTION_MODEL_FILES } from '../../extract/models/attribution-models.ts';
import { LANGUAGE_MODEL_FILES } from '../../text/language-models.ts';
import { ATTRIBUTION_CORPORA } from '../../train/attribution-corpora.ts';
import type { AttributionCorpus } from '../../train/attribution-corpora.ts';
import type { CorpusFile } from './corpora-folder.ts';

/** What can be trained, in the order in which one needs the other. */
export const TRAINING_PARTS = ['language', 'attribution', 'names', 'antecedents'] as const;

/** The name of a part. */
export type TrainingPart = (typeof TRAINING_PARTS)[number];

function treebank(name: string, licence: string, file: string): CorpusFile {
  return { name, licence, path: `ud/${file}.conllu` };
}

/** The files of `data/models`. */
export const MODEL_FILES = [
  ...LANGUAGE_MODEL_FILES,
  ...ATTRIBUTION_MODEL_FILES,
  'names.model',
  'antecedents.tsv',
] as const;

/** Each text of GUM besides has an open licence of its own. */
const GUM_LICENCE = 'annotations CC BY 4.0';

const EWT_TRAIN = treebank('UD English EWT, train', 'CC-BY-SA-4.0', 'en_ewt-train');
const EWT_DEV = treebank('UD English EWT, dev', 'CC-BY-SA-4.0', 'en_ewt-dev');
const EWT_TEST = treebank('UD English EWT, test', 'CC-BY-SA-4.0', 'en_ewt-test');
const GUM_TRAIN = treebank('UD English GUM, open genres, train', GUM_LICENCE, 'en_gum-open-train');
const GUM_DEV = treebank('UD English GUM, open genres, dev', GUM_LICENCE, 'en_gum-open-dev');
const GUM_TEST = treebank('UD English GUM, open genres, test', GUM_LICENCE, 'en_gum-open-test');

function universalNames(part: string): CorpusFile {
  return {
    name: `Universal NER English EWT, ${part}`,
    licence: 'CC-BY-SA-4.0',
    path: `uner/en_ewt-${part}.iob2`,
  };
}

/** The file of a corpus of attributions. */
export function attributionFile({ name, licence, file }: AttributionCorpus): CorpusFile {
  return { name, licence, path: `attribution/${file}.gold.jsonl` };
}

/** What a part is taught from, and what it is measured on. */
export interface PartCorpora {
  readonly taught: readonly CorpusFile[];
  readonly heldOut: readonly CorpusFile[];
}

const TAUGHT_TREEBANKS = [EWT_TRAIN, GUM_TRAIN] as const;

/** The corpora of each part. */
export const PART_CORPORA: Readonly<Record<TrainingPart, PartCorpora>> = {
  language: { taught: TAUGHT_TREEBANKS, heldOut: [EWT_DEV, GUM_DEV, EWT_TEST, GUM_TEST] },
  attribution: { taught: [...TAUGHT_TREEBANKS, ...ATTRIBUTION_CORPORA.map(attributionFile)], heldOut: [] },
  names: {
    taught: [GUM_TRAIN, GUM_DEV, GUM_TEST, universalNames('dev')],
    heldOut: [universalNames('test')],
  },
  antecedents: { taught: [GUM_TRAIN], heldOut: [GUM_DEV, GUM_TEST] },
};
