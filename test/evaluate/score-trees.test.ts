import { describe, expect, it } from 'vitest';
import { scoreTrees } from '../../src/evaluate/score-trees.ts';

const GOLD = {
  forms: ['Mali', 'has', 'refused', 'it', '.'],
  lemmas: ['Mali', 'have', 'refuse', 'it', '.'],
  upos: ['PROPN', 'AUX', 'VERB', 'PRON', 'PUNCT'],
  xpos: ['NNP', 'VBZ', 'VBN', 'PRP', '.'],
  heads: [2, 2, -1, 2, 2],
  relations: ['nsubj', 'aux', 'root', 'obj', 'punct'],
};

describe('scoreTrees', () => {
  it('counts tags, lemmas, heads and relations, with and without punctuation and subtypes', () => {
    const predicted = {
      forms: GOLD.forms,
      lemmas: ['mali', 'have', 'refuse', 'it', '.'],
      upos: ['PROPN', 'VERB', 'VERB', 'PRON', 'PUNCT'],
      xpos: ['NN', 'VBZ', 'VBD', 'PRP', '.'],
      heads: [1, 2, -1, 2, 2],
      relations: ['nsubj', 'aux:pass', 'root', 'iobj', 'punct'],
    };
    expect(scoreTrees([GOLD], () => predicted)).toEqual({
      sentences: 1,
      words: 5,
      upos: { right: 4, words: 5, accuracy: 0.8 },
      xpos: { right: 3, words: 5, accuracy: 0.6 },
      lemma: { right: 4, words: 5, accuracy: 0.8 },
      unlabelled: { right: 3, words: 4, accuracy: 0.75 },
      labelled: { right: 1, words: 4, accuracy: 0.25 },
      unlabelledConll: { right: 4, words: 5, accuracy: 0.8 },
      labelledConll: { right: 3, words: 5, accuracy: 0.6 },
    });
  });

  it('gives the tagger nothing but the words', () => {
    const given: unknown[] = [];
    scoreTrees([GOLD], (...parameters) => {
      given.push(parameters);
      return GOLD;
    });
    expect(given).toEqual([[GOLD.forms]]);
  });
});
