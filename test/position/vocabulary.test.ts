import { describe, expect, it } from 'vitest';
import { stemWord } from '../../src/position/stem-word.ts';
import { compileVocabulary, readTerms } from '../../src/position/vocabulary.ts';
import { LEXICON } from './settings.ts';

const VOCABULARY = compileVocabulary(LEXICON);

function placesOf(text: string): readonly string[] {
  const words = text.split(' ').map((form) => ({ form, lemma: form.toLowerCase() }));
  return readTerms(words, VOCABULARY)
    .flat()
    .filter(({ kind }) => kind === 'place')
    .map(({ key }) => key);
}

describe('readTerms', () => {
  it.each([
    ['people of South Sudan', ['place:south sudan']],
    ['Sudan and South Sudan', ['place:sudan', 'place:south sudan']],
    ['Papua New Guinea', ['place:papua new guinea']],
    ['the Sudanese army', ['place:sudan']],
  ])('reads the places of “%s”', (text, places) => {
    expect(placesOf(text)).toEqual(places);
  });

  it('reads the parts of a word with hyphens as a proposition’s words are parted', () => {
    const keys = readTerms([{ form: 'inter-positional', lemma: 'inter-positional' }], VOCABULARY)
      .flat()
      .map(({ key }) => key);
    expect(keys).toContain(`stem:${stemWord('positional')}`);
  });
});

describe('stemWord', () => {
  it.each([
    ['department', 'depart'],
    ['conventional', 'convention'],
    ['signal', 'sign'],
    ['authorities', 'author'],
    ['importance', 'import'],
  ])('keeps “%s” apart from “%s”', (left, right) => {
    expect(stemWord(left)).not.toBe(stemWord(right));
  });

  it.each([
    ['negotiations', 'negotiator'],
    ['withdraws', 'withdraw'],
    ['membership', 'members'],
  ])('joins “%s” and “%s”', (left, right) => {
    expect(stemWord(left)).toBe(stemWord(right));
  });
});
