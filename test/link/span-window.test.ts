import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SpanWindow } from '../../src/link/span-window.ts';

const SPAN = fc.tuple(fc.nat(40), fc.nat(12)).map(([start, length]) => ({ start, end: start + length }));

describe('SpanWindow', () => {
  it('finds just the spans that overlap or touch the one given, in the order of their starts', () => {
    fc.assert(
      fc.property(fc.array(SPAN), SPAN, (spans, wanted) => {
        const expected = spans
          .filter(({ start, end }) => start <= wanted.end && end >= wanted.start)
          .sort((left, right) => left.start - right.start);
        expect(new SpanWindow(spans).touching(wanted)).toEqual(expected);
      }),
    );
  });
});
