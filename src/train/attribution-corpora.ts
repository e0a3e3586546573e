import type { CorpusHabits } from './attribution-document.ts';
import type { AttributionRecord } from './attribution-record.ts';

/** A corpus of attributions, and how it is used. */
export interface AttributionCorpus {
  /** The name of its file without `.gold.jsonl.gz`. */
  readonly file: string;
  readonly name: string;
  readonly licence: string;
  /** Genres that are not used: no open text, or no connected prose. */
  readonly leftOut: readonly string[];
  readonly habits: CorpusHabits;
  readonly cueWeight: number;
  readonly argumentWeight: number;
  /** The treebank’s name of a record’s document, where tagger and parser have learnt from it. */
  readonly treebankDocument?: (record: AttributionRecord) => string;
}

const AS_ANNOTATED: CorpusHabits = { sharesSubjects: false, ignoresQuoted: false };
const PROPBANK: CorpusHabits = { sharesSubjects: true, ignoresQuoted: true };
const FRAMENET: CorpusHabits = { sharesSubjects: false, ignoresQuoted: true };

/** The corpora that the models in `data/models` are trained on. */
export const ATTRIBUTION_CORPORA: readonly AttributionCorpus[] = [
  {
    file: 'gum-open',
    name: 'GUM, open genres, attribution relations',
    licence: 'annotations CC BY 4.0; texts CC BY, CC BY-SA or public domain',
    leftOut: ['conversation'],
    habits: AS_ANNOTATED,
    cueWeight: 1,
    argumentWeight: 1,
    treebankDocument: ({ id }) => id,
  },
  {
    file: 'propbank-ewt',
    name: 'PropBank on UD English EWT',
    licence: 'CC BY-SA 4.0',
    leftOut: [],
    habits: PROPBANK,
    cueWeight: 1,
    argumentWeight: 2,
    treebankDocument: ({ id }) => id.replace(/^ewt-/u, '').replace(/\.xml$/u, ''),
  },
  {
    file: 'propbank-masc',
    name: 'PropBank on MASC',
    licence: 'CC BY-SA 4.0; texts of the Open American National Corpus, free',
    leftOut: ['wsj'],
    habits: PROPBANK,
    cueWeight: 2,
    argumentWeight: 3,
  },
  {
    file: 'framenet-ft',
    name: 'FrameNet 1.5, full text',
    licence: 'CC BY 3.0',
    leftOut: ['PropBank'],
    habits: FRAMENET,
    cueWeight: 4,
    argumentWeight: 4,
  },
  {
    file: 'framenet-lu',
    name: 'FrameNet 1.5, exemplars',
    licence: 'CC BY 3.0',
    leftOut: [],
    habits: FRAMENET,
    cueWeight: 1,
    argumentWeight: 1,
  },
];

/** What the licences of the corpora come to. */
export const WEIGHTS_LICENCE = 'CC BY-SA 4.0';

/** How a user’s own annotated articles are used. */
export const OWN_CORPUS: AttributionCorpus = {
  file: 'own',
  name: 'own annotations',
  licence: 'the owner’s',
  leftOut: [],
  habits: AS_ANNOTATED,
  cueWeight: 4,
  argumentWeight: 4,
};
