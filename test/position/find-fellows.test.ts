import { describe, expect, it } from 'vitest';
import { findFellows } from '../../src/position/find-fellows.ts';
import { resolveSpan } from '../../src/position/resolve-actor.ts';
import { drawLinked, drawText, locate } from './build-text.ts';

const JOINT = drawText([
  'Kenya/PROPN/4/nsubj and/CCONJ/3/cc Uganda/PROPN/1/conj rejected/VERB/0/root the/DET/6/det plan/NOUN/4/obj of/ADP/8/case Sudan/PROPN/6/nmod',
]);
const SPOKESMAN = drawText([
  'officials/NOUN/4/nsubj for/ADP/3/case Merkel/PROPN/1/nmod objected/VERB/0/root',
]);

describe('findFellows', () => {
  it.each([
    ['Kenya and Uganda', 'e1', ['Uganda']],
    ['Kenya and Uganda', 'e2', ['Kenya']],
    ['Kenya', 'e1', ['Uganda']],
    ['Sudan', 'e3', []],
  ])('finds in “%s” those who take the position of %s as well', (words, holder, fellows) => {
    const linked = drawLinked(JOINT, [], ['Kenya', 'Uganda', 'Sudan']);
    const found = findFellows(linked, locate(JOINT, words), holder);
    expect(found.map(({ label }) => label)).toEqual(fellows);
  });
});

describe('resolveSpan', () => {
  it('takes the noun that speaks, not the name that it speaks for', () => {
    const linked = drawLinked(SPOKESMAN, [], ['officials', 'Merkel']);
    expect(resolveSpan(linked, locate(SPOKESMAN, 'officials for Merkel'))?.label).toBe('officials');
  });
});
