import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diceOfSpans, touch } from '../../src/evaluate/span-overlap.ts';

const spans = fc.array(
  fc
    .tuple(fc.nat({ max: 40 }), fc.integer({ min: 1, max: 12 }))
    .map(([start, length]) => ({ start, end: start + length })),
  { maxLength: 4 },
);

/** The offsets that spans cover, one by one. */
function offsets(list: readonly { readonly start: number; readonly end: number }[]): ReadonlySet<number> {
  return new Set(
    list.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, index) => start + index)),
  );
}

describe('diceOfSpans', () => {
  it('is the Dice coefficient of the covered characters', () => {
    fc.assert(
      fc.property(spans, spans, (left, right) => {
        const [one, other] = [offsets(left), offsets(right)];
        const shared = [...one].filter((offset) => other.has(offset)).length;
        const expected = one.size === 0 || other.size === 0 ? 0 : (2 * shared) / (one.size + other.size);
        expect(diceOfSpans(left, right)).toBe(expected);
      }),
    );
  });
});

describe('touch', () => {
  it('holds for lists that share a character and for two empty ones', () => {
    expect(touch([{ start: 0, end: 3 }], [{ start: 2, end: 5 }])).toBe(true);
    expect(touch([{ start: 0, end: 3 }], [{ start: 3, end: 5 }])).toBe(false);
    expect(touch([], [])).toBe(true);
    expect(touch([], [{ start: 3, end: 5 }])).toBe(false);
  });
});
