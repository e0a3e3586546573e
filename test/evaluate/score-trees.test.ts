import { describe, expect, it } from 'vitest';
import { scoreTrees } from '../../src/evaluate/score-trees.ts';

const GOLD = {
  forms: ['Mali', 'has', 'refused', 'it'],
  upos: ['PROPN', 'AUX', 'VERB', 'PRON'],
  xpos: ['NNP', 'VBZ', 'VBN', 'PRP'],
  heads: [2, 2, -1, 2],
  relations: ['nsubj', 'aux', 'root', 'obj'],
};

describe('scoreTrees', () => {
  it('counts tags, heads, and relations without their subtypes', () => {
    const predicted = {
      forms: GOLD.forms,
      upos: ['PROPN', 'VERB', 'VERB', 'PRON'],
      xpos: ['NN', 'VBZ', 'VBD', 'PRP'],
      heads: [1, 2, -1, 2],
      relations: ['nsubj', 'aux:pass', 'root', 'iobj'],
    };
    expect(scoreTrees([GOLD], () => predicted)).toEqual({
      words: 4,
      upos: 0.75,
      xpos: 0.5,
      unlabelledAttachment: 0.75,
      labelledAttachment: 0.5,
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
