import type { TaggedWords } from '../model/tagged-words.ts';

/** The share (0–1) of the words looked at that are right. */
export interface WordShare {
  readonly right: number;
  readonly words: number;
  readonly accuracy: number;
}

/** How well a tagger and a parser do on gold sentences whose words they are given. */
export interface TreeScore {
  readonly sentences: number;
  readonly words: number;
  readonly upos: WordShare;
  readonly xpos: WordShare;
  readonly lemma: WordShare;
  /** The right head, and the right head with the right relation; punctuation is left out. */
  readonly unlabelled: WordShare;
  readonly labelled: WordShare;
  /** The same with punctuation counted and the subtypes of relations ignored, as CoNLL 2018 scores. */
  readonly unlabelledConll: WordShare;
  readonly labelledConll: WordShare;
}

const withoutSubtype = (relation: string | undefined): string => relation?.split(':')[0] ?? '';

function share(right: number, words: number): WordShare {
  return { right, words, accuracy: words === 0 ? 0 : right / words };
}

/** Scores a tagger and parser on gold sentences; all but the words is predicted. */
export function scoreTrees(
  golds: readonly TaggedWords[],
  predict: (forms: readonly string[]) => TaggedWords,
): TreeScore {
  const sums = {
    words: 0,
    upos: 0,
    xpos: 0,
    lemma: 0,
    counted: 0,
    head: 0,
    labelled: 0,
    conllHead: 0,
    conll: 0,
  };
  for (const gold of golds) {
    const predicted = predict(gold.forms);
    for (const index of gold.forms.keys()) {
      const [wanted, found] = [gold.relations[index], predicted.relations[index]];
      const hasHead = gold.heads[index] === predicted.heads[index];
      sums.words += 1;
      if (gold.upos[index] === predicted.upos[index]) sums.upos += 1;
      if (gold.xpos[index] === predicted.xpos[index]) sums.xpos += 1;
      if (gold.lemmas[index] === predicted.lemmas[index]) sums.lemma += 1;
      if (hasHead) sums.conllHead += 1;
      if (hasHead && withoutSubtype(wanted) === withoutSubtype(found)) sums.conll += 1;
      if (gold.upos[index] === 'PUNCT') continue;
      sums.counted += 1;
      if (hasHead) sums.head += 1;
      if (hasHead && wanted === found) sums.labelled += 1;
    }
  }
  return {
    sentences: golds.length,
    words: sums.words,
    upos: share(sums.upos, sums.words),
    xpos: share(sums.xpos, sums.words),
    lemma: share(sums.lemma, sums.words),
    unlabelled: share(sums.head, sums.counted),
    labelled: share(sums.labelled, sums.counted),
    unlabelledConll: share(sums.conllHead, sums.words),
    labelledConll: share(sums.conll, sums.words),
  };
}
