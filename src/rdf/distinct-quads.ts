import type { Quad } from '@rdfjs/types';
import { TermWriter } from './term-writer.ts';

/** The quads without repetition, in order of first appearance. */
export function distinctQuads(quads: Iterable<Quad>): readonly Quad[] {
  const writer = new TermWriter({});
  const seen = new Map<string, Quad>();
  for (const quad of quads) {
    const key = [quad.graph, quad.subject, quad.predicate, quad.object]
      .map((term) => writer.term(term))
      .join(' ');
    if (!seen.has(key)) seen.set(key, quad);
  }
  return [...seen.values()];
}
