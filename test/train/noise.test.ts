import { assert, nat, property } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { addNoise, parseNearSynonyms, respellName } from '../../src/train/noise.ts';
import { seededRandom } from '../../src/learn/seeded-random.ts';

const synonyms = parseNearSynonyms('# groups\nwords\ntruce ceasefire\ntalks discussions negotiations\n');
const text = 'In Accra, President Mahama said: “The truce will hold.” Envoy Harriet Wood welcomed the talks.';
const everything = { names: 1, words: 1, marks: 1, seed: 3 };

describe('noise', () => {
  it('is the same for the same seed and another for another', () => {
    expect(addNoise(text, synonyms, everything).text).toBe(addNoise(text, synonyms, everything).text);
    expect(addNoise(text, synonyms, { ...everything, seed: 4 }).text).not.toBe(
      addNoise(text, synonyms, everything).text,
    );
  });

  it('leaves the text alone where nothing is asked for', () => {
    expect(addNoise(text, synonyms, { names: 0, words: 0, marks: 0, seed: 1 }).text).toBe(text);
  });

  it('respells names as another script gives them back', () => {
    const respelt = ['Harriet', 'Wood', 'Hegseth', 'Jeff'].map((name) => respellName(name, seededRandom(5)));
    for (const [index, name] of ['Harriet', 'Wood', 'Hegseth', 'Jeff'].entries()) {
      expect(respelt[index]).not.toBe(name);
      expect(respelt[index]).toMatch(/^\p{Lu}\p{Ll}+$/u);
    }
  });

  it('replaces words by near synonyms', () => {
    expect(addNoise(text, synonyms, { names: 0, words: 1, marks: 0, seed: 1 }).text).toContain('ceasefire');
  });

  it('loses or moves every quotation mark when all are to go', () => {
    const noisy = addNoise(text, synonyms, { names: 0, words: 0, marks: 1, seed: 1 }).text;
    expect(noisy).not.toContain('“The');
    expect(noisy.replaceAll(/[“”]/gu, '')).toBe(text.replaceAll(/[“”]/gu, ''));
  });

  it('keeps every span of the clean text inside the noisy one, in order', () => {
    assert(
      property(nat(1000), nat(text.length), nat(text.length), (seed, one, other) => {
        const { text: noisy, spanOf } = addNoise(text, synonyms, { ...everything, seed });
        const span = spanOf({ start: Math.min(one, other), end: Math.max(one, other) });
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThanOrEqual(span.start);
        expect(span.end).toBeLessThanOrEqual(noisy.length);
      }),
    );
  });

  it('finds the words of a span again', () => {
    const { text: noisy, spanOf } = addNoise(text, synonyms, { names: 0, words: 1, marks: 0, seed: 1 });
    const start = text.indexOf('truce');
    const { start: from, end } = spanOf({ start, end: start + 5 });
    expect(noisy.slice(from, end)).toBe('ceasefire');
  });
});
