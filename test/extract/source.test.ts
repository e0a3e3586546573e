import { describe, expect, it } from 'vitest';

import { parseNounKinds } from '../../src/extract/noun-kinds.ts';
import { readAttributions, wordsOf } from './read-attributions.ts';

function sourcesOf(text: string): readonly string[] {
  return readAttributions(text).map(({ source }) => wordsOf(text, source));
}

describe('a source', () => {
  it.each([
    'The delay conceded a great deal to the rebels in Bukavu.',
    'The treaty hopes to end the war between Peru and Ecuador.',
    'The sudden surge confirmed the theory of the inspectors.',
  ])('is nobody in “%s”', (text) => {
    expect(sourcesOf(text)).toEqual([]);
  });

  it.each([
    ['A United Nations report said both armies had burned villages.', 'A United Nations report'],
    ['A poll suggests that most Icelanders want a vote.', 'A poll'],
    ['Hundreds opposed the dam on the Mekong.', 'Hundreds'],
    ['The Mwangi campaign rejected the count.', 'The Mwangi campaign'],
    ['The Straits Times reported that the ferry had sunk.', 'The Straits Times'],
  ])('may be a document, a number of people or a name: “%s”', (text, source) => {
    expect(sourcesOf(text)).toContain(source);
  });

  it.each([
    [
      'The Peruvian foreign minister on Tuesday dismissed the report as baseless.',
      'The Peruvian foreign minister',
    ],
    ['Mayor Johan Berg last week suggested a wider inquiry may be needed.', 'Mayor Johan Berg'],
  ])('is cut without the day: “%s”', (text, source) => {
    expect(sourcesOf(text)).toContain(source);
  });
});

describe('the kinds of nouns', () => {
  it('are refused with file and line where a kind is unknown', () => {
    expect(() => parseNounKinds('# head\nmove\tmotion\n', 'kinds.tsv')).toThrow(/kinds\.tsv:2/u);
  });
});
