import type { WordShare } from '../../evaluate/score-trees.ts';
import { loadModelLexicons, loadResources } from '../../resources.ts';
import { readLanguageModels } from '../../text/language-models.ts';
import { buildAntecedents } from '../../train/build-antecedents.ts';
import { ATTRIBUTION_RECIPE, buildAttributionModels } from '../../train/build-attribution-models.ts';
import { buildNames } from '../../train/build-names.ts';
import type { NameCorpus } from '../../train/build-names.ts';
import { parseConllu } from '../../train/parse-conllu.ts';
import { LANGUAGE_RECIPE, trainLanguageModels } from '../../train/train-language-models.ts';
import { scoreSentences } from '../evaluation/score-treebanks.ts';
import type { CorporaFolder, CorpusFile } from './corpora-folder.ts';
import { readAttributionCorpora, readAttributionRecords, readOwnArticles } from './read-attributions.ts';
import { readFolds } from './read-folds.ts';
import { PART_CORPORA } from './training-parts.ts';
import type { TrainingPart } from './training-parts.ts';

/** What a part is trained with. */
export interface TrainingSetting {
  readonly corpora: CorporaFolder;
  /** Holds the models made so far; those that it lacks are the shipped ones. */
  readonly models: string;
  /** A user’s own annotated articles, and the folder of their texts. */
  readonly own?: string;
  readonly articles?: string;
  /** A file of attribution records whose documents are left out, to be scored on. */
  readonly without?: string;
  /** A folder that keeps the language models of the folds for the next time. */
  readonly foldModels?: string;
  /** Is told of progress. */
  readonly report: (line: string) => void;
}

/** Model files by name, with a line for each figure on texts held out. */
export interface TrainedPart {
  readonly files: ReadonlyMap<string, Uint8Array | string>;
  readonly figures: readonly string[];
}

function percent({ accuracy }: WordShare): string {
  return (100 * accuracy).toFixed(2);
}

function trainLanguage({ corpora, report }: TrainingSetting): Promise<TrainedPart> {
  const { taught, heldOut } = PART_CORPORA.language;
  const files = trainLanguageModels(
    taught.map((corpus) => corpora.read(corpus)),
    LANGUAGE_RECIPE,
    report,
  );
  const models = readLanguageModels((name) => files.get(name) ?? new Uint8Array(0));
  const figures = heldOut.flatMap((corpus) => {
    const sentences = parseConllu(corpora.find(corpus), corpora.read(corpus).content);
    const news = sentences.filter(({ id }) => id.startsWith('GUM_news'));
    return [
      { name: corpus.name, part: sentences },
      { name: `${corpus.name}, news`, part: news },
    ]
      .filter(({ part }) => part.length > 0)
      .map(({ name, part }) => {
        const { words, upos, xpos, lemma, unlabelled, labelled, labelledConll } = scoreSentences(
          part,
          models,
        );
        return `${name} (${words} words): UPOS ${percent(upos)}, XPOS ${percent(xpos)}, lemma ${percent(lemma)}, UAS ${percent(unlabelled)}, LAS ${percent(labelled)}, LAS (CoNLL) ${percent(labelledConll)}`;
      });
  });
  return Promise.resolve({ files, figures });
}

async function trainAttribution(setting: TrainingSetting): Promise<TrainedPart> {
  const { corpora, models, own, articles, without, foldModels, report } = setting;
  const excluded = new Set(without === undefined ? [] : readAttributionRecords(without).map(({ id }) => id));
  // Read before the folds are trained, so that a mistake in it shows at once.
  const filled = [
    ...readAttributionCorpora(corpora, excluded),
    ...(own === undefined ? [] : [readOwnArticles(own, articles)]),
  ];
  const { language, extractor } = await loadResources({ models, extractor: 'rules' });
  const { files, reliability } = buildAttributionModels(
    filled,
    {
      language,
      folds: readFolds(corpora, foldModels, report),
      rules: extractor,
      lexicons: loadModelLexicons(),
      report,
    },
    ATTRIBUTION_RECIPE,
  );
  return {
    files,
    figures: reliability.map(
      ({ stated, found, count }) =>
        `confidence ${stated.toFixed(2)} on texts held out: ${found.toFixed(2)} right, of ${count}`,
    ),
  };
}

async function trainNames({ corpora, models }: TrainingSetting): Promise<TrainedPart> {
  const { taught, heldOut } = PART_CORPORA.names;
  const read = (corpus: CorpusFile): NameCorpus => ({
    form: corpus.path.endsWith('.iob2') ? 'uner' : 'gum',
    ...corpora.read(corpus),
  });
  const { file, scores } = buildNames(taught.map(read), heldOut.map(read), await loadResources({ models }));
  const figures = scores.map(
    ({ corpus, by, precision, recall, f1, gold }) =>
      `${corpus} (${gold} names), ${by}: P ${precision.toFixed(1)}, R ${recall.toFixed(1)}, F ${f1.toFixed(1)}`,
  );
  return { files: new Map([['names.model', file]]), figures };
}

async function trainAntecedents({ corpora, models }: TrainingSetting): Promise<TrainedPart> {
  const { taught, heldOut } = PART_CORPORA.antecedents;
  const { file, scores } = buildAntecedents(
    taught.map((corpus) => corpora.read(corpus)),
    heldOut.map((corpus) => corpora.read(corpus)),
    await loadResources({ models }),
  );
  const figures = scores.map(
    ({ corpus, pronouns, right, wrong, missed }) =>
      `${corpus}, ${pronouns}: ${right} right, ${wrong} wrong, ${missed} unresolved of those with an antecedent`,
  );
  return { files: new Map([['antecedents.tsv', file]]), figures };
}

/** How each part is trained; a part reads the models of those before it. */
export const TRAINERS: Readonly<Record<TrainingPart, (setting: TrainingSetting) => Promise<TrainedPart>>> = {
  language: trainLanguage,
  attribution: trainAttribution,
  names: trainNames,
  antecedents: trainAntecedents,
};
