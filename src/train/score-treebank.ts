import { analyseWords } from '../text/annotate-text.ts';
import type { LanguageModels } from '../text/language-models.ts';
import { lemmatise } from '../text/lemmatise.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import type { TreebankSentence } from './parse-conllu.ts';

/** Shares of right answers, in per cent; sentences and words are given, all else is predicted. */
export interface TreebankScore {
  readonly words: number;
  readonly upos: number;
  readonly xpos: number;
  readonly lemma: number;
  /** Words with the right head, and with the right head and relation; punctuation is left out. */
  readonly unlabelled: number;
  readonly labelled: number;
  /** The same with punctuation counted and subtypes of relations ignored, as CoNLL 2018 scores. */
  readonly labelledConll: number;
}

function universal(relation: string): string {
  return relation.split(':')[0] ?? relation;
}

function percent(count: number, of: number): number {
  return Math.round((10_000 * count) / Math.max(1, of)) / 100;
}

/** How well the models read a treebank. */
export function scoreTreebank(sentences: readonly TreebankSentence[], models: LanguageModels): TreebankScore {
  const right = { words: 0, upos: 0, xpos: 0, lemma: 0, counted: 0, head: 0, labelled: 0, conll: 0 };
  for (const sentence of sentences) {
    const forms = sentence.forms.map(normaliseForm);
    const { tags, heads, relations } = analyseWords(forms, models);
    for (const [index, form] of forms.entries()) {
      const tag = tags[index] ?? 0;
      const xpos = models.xpos[tag] ?? '';
      right.words += 1;
      if (models.upos[tag] === sentence.upos[index]) right.upos += 1;
      if (xpos === sentence.xpos[index]) right.xpos += 1;
      if (lemmatise(models.lemmas, form, xpos) === normaliseForm(sentence.lemmas[index] ?? ''))
        right.lemma += 1;
      const hasHead = heads[index] === sentence.heads[index];
      const relation = sentence.relations[index] ?? '';
      if (hasHead && universal(relations[index] ?? '') === universal(relation)) right.conll += 1;
      if (sentence.upos[index] === 'PUNCT') continue;
      right.counted += 1;
      if (hasHead) right.head += 1;
      if (hasHead && relations[index] === relation) right.labelled += 1;
    }
  }
  return {
    words: right.words,
    upos: percent(right.upos, right.words),
    xpos: percent(right.xpos, right.words),
    lemma: percent(right.lemma, right.words),
    unlabelled: percent(right.head, right.counted),
    labelled: percent(right.labelled, right.counted),
    labelledConll: percent(right.conll, right.words),
  };
}
