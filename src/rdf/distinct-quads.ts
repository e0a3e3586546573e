import type { Quad } from '@rdfjs/types';
import { TermWriter } from './term-writer.ts';

/** The quads without repetition, in order of first appearance. */
export function distinctQuads(quads: Iterable<Quad>): readonly Quad[] {
  return [...eachDistinct(quads)];
}

/** The same, one after the other. */
export function* eachDistinct(quads: Iterable<Quad>): Iterable<Quad> {
  const writer = new TermWriter({});
  const seen = new Set<string>();
  for (const quad of quads) {
    const key = [quad.graph, quad.subject, quad.predicate, quad.object]
      .map((term) => writer.term(term))
      .join(' ');
    if (seen.has(key)) continue;
    seen.add(key);
    yield quad;
  }
}
