import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareAnswers } from './differential/compare-answers.ts';
import { randomGraph } from './differential/random-graph.ts';
import { randomQuery } from './differential/random-query.ts';

describe('the columnar store', () => {
  it('answers random queries as Comunica over N3.Store and Oxigraph do where these agree', async () => {
    await fc.assert(
      fc.asyncProperty(
        randomGraph,
        randomQuery,
        fc.constantFrom('union', 'strict'),
        async (quads, query, mode) => {
          const { verdict, answers } = await compareAnswers(quads, query, mode);
          expect(verdict === 'DIFFERENT' ? answers : {}).toEqual({});
        },
      ),
      { numRuns: 200, seed: 20_261_122 },
    );
  }, 120_000);
});
