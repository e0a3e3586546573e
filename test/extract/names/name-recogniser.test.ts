import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isBarred, NAME_LABELS, readNameRecogniser } from '../../../src/extract/names/name-recogniser.ts';
import { InputError } from '../../../src/model/input-error.ts';
import { extractFrom, NAMES } from '../../link/link-text.ts';

const bytes = new Uint8Array(readFileSync('data/models/names.model'));
const recogniser = readNameRecogniser(bytes);

describe('a name recogniser', () => {
  it.each([
    ['Students of the University of Brenvik protested.', 'University of Brenvik', 'organisation'],
    ['Marta Quelhas, the envoy, arrived in the evening.', 'Marta Quelhas', 'person'],
    ['He was born in Karsholm, Denmark, and moved to Oslo.', 'Karsholm', 'place'],
  ])('in “%s” tells what %s is', (sentence, name, type) => {
    const { text } = extractFrom(sentence);
    const start = sentence.indexOf(name);
    const tokens = text.tokens.filter((token) => token.start >= start && token.end <= start + name.length);
    const range = { first: tokens[0]?.index ?? 0, end: (tokens.at(-1)?.index ?? 0) + 1 };
    expect(recogniser.typeOf(text, range, NAMES)).toMatchObject({ type });
  });

  it('never lets a name go on that did not begin', () => {
    const follows = NAME_LABELS.map((label, index) => [label, isBarred(0, index)]);
    expect(follows.filter(([, barred]) => barred).map(([label]) => label)).toEqual([
      'I-PER',
      'I-ORG',
      'I-LOC',
    ]);
    expect(isBarred(NAME_LABELS.indexOf('B-PER'), NAME_LABELS.indexOf('I-PER'))).toBe(false);
    expect(isBarred(NAME_LABELS.indexOf('B-PER'), NAME_LABELS.indexOf('I-ORG'))).toBe(true);
  });

  it('refuses a damaged file', () => {
    expect(() => readNameRecogniser(bytes.slice(0, 1000))).toThrow(InputError);
  });
});
