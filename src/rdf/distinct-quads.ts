import type { Quad, Term } from '@rdfjs/types';
import { TermWriter } from './term-writer.ts';

const writer = new TermWriter({});

/** A term as a key: names are their IRIs, by far most of all terms; no other term as written looks like one. */
function keyOf(term: Term): string {
  return term.termType === 'NamedNode' ? term.value : writer.term(term);
}

/** The quads without repetition, in order of first appearance. */
export function distinctQuads(quads: Iterable<Quad>): readonly Quad[] {
  return [...eachDistinct(quads)];
}

/** The same, one after the other. */
export function* eachDistinct(quads: Iterable<Quad>): Iterable<Quad> {
  const seen = new Set<string>();
  for (const quad of quads) {
    const { subject, predicate, object, graph } = quad;
    const key = `${keyOf(subject)} ${keyOf(predicate)} ${keyOf(object)} ${keyOf(graph)}`;
    if (seen.has(key)) continue;
    seen.add(key);
    yield quad;
  }
}
