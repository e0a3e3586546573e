import { scoreTrees } from '../../evaluate/score-trees.ts';
import type { TreeScore, WordShare } from '../../evaluate/score-trees.ts';
import { readText } from '../../io/read-file.ts';
import { InputError } from '../../model/input-error.ts';
import type { LanguageModels } from '../../text/language-models.ts';
import { normaliseForm } from '../../text/normalise-form.ts';
import { readGivenWords } from '../../text/read-given-words.ts';
import { parseConllu } from '../../train/parse-conllu.ts';
import type { TreebankSentence } from '../../train/parse-conllu.ts';
import { renderTable } from '../render-table.ts';

/** How well tagger, lemmas and parser do on a treebank file. */
export interface TreebankEvaluation extends TreeScore {
  readonly file: string;
}

/** Whether the file is a treebank, by its name. */
export function isTreebank(file: string): boolean {
  return /\.conllu(?:\.gz)?$/iu.test(file);
}

/** Reads the sentences of a treebank from its words alone and compares. */
export async function scoreTreebank(file: string, models: LanguageModels): Promise<TreebankEvaluation> {
  const sentences = parseConllu(file, await readText(file));
  if (sentences.length === 0) throw new InputError(file, 'holds no sentences; a treebank is in CoNLL-U');
  return { file, ...scoreSentences(sentences, models) };
}

/** How well the models do on gold sentences of which they are given the words. */
export function scoreSentences(sentences: readonly TreebankSentence[], models: LanguageModels): TreeScore {
  const golds = sentences.map((sentence) => ({
    ...sentence,
    // Lemmas are compared as the models write them: with straight apostrophes.
    lemmas: sentence.lemmas.map(normaliseForm),
  }));
  return scoreTrees(golds, (forms) => readGivenWords(forms, models));
}

const MEASURES: readonly (readonly [name: string, read: (score: TreeScore) => WordShare])[] = [
  ['UPOS', ({ upos }) => upos],
  ['XPOS', ({ xpos }) => xpos],
  ['lemma', ({ lemma }) => lemma],
  ['UAS', ({ unlabelled }) => unlabelled],
  ['LAS', ({ labelled }) => labelled],
  ['UAS, CoNLL 2018', ({ unlabelledConll }) => unlabelledConll],
  ['LAS, CoNLL 2018', ({ labelledConll }) => labelledConll],
];

/** The accuracies of a treebank as a table, each with its counts. */
export function formatTreebank(score: TreebankEvaluation, width: number): string {
  const rows = MEASURES.map(([name, read]) => {
    const { accuracy, right, words } = read(score);
    return [name, (100 * accuracy).toFixed(2), String(right), String(words)];
  });
  const columns = ['', 'accuracy', 'right', 'words'].map((head, index) =>
    index === 0 ? { head } : { head, align: 'right' as const },
  );
  return [
    `${score.file}: ${score.sentences} sentences, ${score.words} words; sentences and words are given, all else is predicted`,
    renderTable(columns, rows, { width }),
    'UAS and LAS leave out punctuation and keep seven subtypes of relations; CoNLL 2018 counts it and ignores subtypes.\n',
  ].join('\n');
}
