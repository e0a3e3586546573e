import { describe, expect, it } from 'vitest';
import { serialise } from '../../src/rdf/serialise.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';

describe('the graph of the example', () => {
  it('is the hand-checked file, byte for byte', async () => {
    await expect(serialise(encodeExample(), 'trig')).toMatchFileSnapshot('../fixtures/graph/example.trig');
  });
});
