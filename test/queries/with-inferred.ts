import type { Quad } from '@rdfjs/types';
import { loadInference } from '../../src/build/inferred-block.ts';
import { inferPositions } from '../../src/infer/infer-positions.ts';
import { readFacts } from '../../src/infer/read-facts.ts';

/** The quads of claims together with what follows from them. */
export function withInferred(quads: readonly Quad[]): readonly Quad[] {
  const { rules, phrases } = loadInference();
  return [...quads, ...inferPositions(readFacts(quads, phrases), { rules })];
}
