import { compactWeights } from '../learn/compact-weights.ts';
import { writeLemmas, writeParser, writeTagger } from '../text/language-models.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import { WordTagger } from '../text/tag-words.ts';
import { WordTable } from '../text/word-table.ts';
import type { WordLexicon } from '../text/word-table.ts';
import { collectLemmas } from './collect-lemmas.ts';
import { collectLexicon } from './collect-lexicon.ts';
import { collectTags } from './joint-tags.ts';
import { parseConllu } from './parse-conllu.ts';
import type { TreebankSentence } from './parse-conllu.ts';
import { collectRelations, trainParser } from './train-parser.ts';
import type { TaggedSentence } from './train-parser.ts';
import { trainTagger } from './train-tagger.ts';
import type { TrainingOptions } from './train-tagger.ts';

/** A treebank in CoNLL-U. */
export interface Treebank {
  /** “UD English EWT, train”. */
  readonly name: string;
  readonly licence: string;
  readonly content: string;
}

/** The recipe of the models in `data/models`. */
export interface LanguageTrainingOptions {
  readonly tagger: TrainingOptions;
  /** For the taggers that tag what the parser learns from. */
  readonly jackknife: TrainingOptions;
  readonly parser: TrainingOptions;
  readonly folds: number;
}

/** The recipe by which the models in `data/models` are made. */
export const LANGUAGE_RECIPE: LanguageTrainingOptions = {
  tagger: { epochs: 7, seeds: [1, 2], minimumUpdates: 2, mostWeights: 500_000 },
  jackknife: { epochs: 5, seeds: [1], minimumUpdates: 2, mostWeights: 2_000_000 },
  parser: { epochs: 7, seeds: [1, 2], minimumUpdates: 2, mostWeights: 1_600_000 },
  folds: 4,
};

/** Sentences that stand together in the treebank fall into one fold, so that few documents are split. */
const FOLD_RUN = 100;

/** Tags each sentence by a tagger that was trained without it, so that the parser learns from real mistakes. */
export function jackknifeTags(
  sentences: readonly TreebankSentence[],
  tags: readonly string[],
  lexicon: WordLexicon,
  options: { readonly folds: number; readonly training: TrainingOptions },
): readonly TaggedSentence[] {
  const foldOf = (index: number): number => Math.floor(index / FOLD_RUN) % options.folds;
  const tagged: TaggedSentence[] = [];
  for (let fold = 0; fold < options.folds; fold += 1) {
    const rest = sentences.filter((_, index) => foldOf(index) !== fold);
    const tagger = new WordTagger(compactWeights(trainTagger(rest, tags, lexicon, options.training)), tags);
    const table = new WordTable(lexicon);
    for (const [index, sentence] of sentences.entries()) {
      if (foldOf(index) === fold) tagged[index] = { sentence, tags: tagSentence(tagger, table, sentence) };
    }
  }
  return tagged;
}

function tagSentence(tagger: WordTagger, table: WordTable, sentence: TreebankSentence): readonly string[] {
  table.forgetWhenFull();
  const words = Int32Array.from(sentence.forms, (form) => table.idOf(normaliseForm(form)));
  const tags = new Uint8Array(words.length);
  tagger.tag(table, words, words.length, tags);
  return Array.from(tags, (tag) => tagger.tags[tag] ?? '');
}

/** The model files by name, made from treebanks alone. The same treebanks and options give the same bytes. */
export function trainLanguageModels(
  treebanks: readonly Treebank[],
  options: LanguageTrainingOptions,
  report: (message: string) => void,
): ReadonlyMap<string, Uint8Array> {
  const sentences = treebanks.flatMap(({ name, content }) => parseConllu(name, content));
  report(
    `${sentences.length} sentences of ${treebanks.map(({ name, licence }) => `${name} (${licence})`).join(', ')}`,
  );
  const origin = {
    licence: 'CC-BY-SA-4.0',
    recipe: { treebanks: treebanks.map(({ name, licence }) => ({ name, licence })), ...options },
  };
  const tags = collectTags(sentences);
  const lexicon = collectLexicon(sentences, tags);
  const tagger = compactWeights(trainTagger(sentences, tags, lexicon, { ...options.tagger, report }));
  const tagged = jackknifeTags(sentences, tags, lexicon, {
    folds: options.folds,
    training: options.jackknife,
  });
  const relations = collectRelations(sentences);
  const parser = compactWeights(trainParser(tagged, relations, lexicon, { ...options.parser, report }));
  return new Map([
    ['tagger.model', writeTagger({ weights: tagger, tags, lexicon }, origin)],
    ['parser.model', writeParser({ weights: parser, relations }, origin)],
    ['lemmas.model', writeLemmas(collectLemmas(sentences), origin)],
  ]);
}
