import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import { distinctQuads } from '../rdf/distinct-quads.ts';
import { quad } from '../rdf/terms.ts';
import { rdf } from '../rdf/vocabulary.ts';

/** Subject, predicate and object, before it is decided in which graph they lie. */
export type Triple = readonly [subject: NamedNode, predicate: NamedNode, object: Quad_Object];

/** What `make` makes of the value; undefined for undefined. */
export function whenDefined<Value, Made>(
  value: Value | undefined,
  make: (value: Value) => Made,
): Made | undefined {
  return value === undefined ? undefined : make(value);
}

/** A node's classes and properties as triples; a property whose value is undefined has none. */
export function describe(
  subject: NamedNode,
  classes: readonly NamedNode[],
  properties: readonly (readonly [NamedNode, Quad_Object | readonly Quad_Object[] | undefined])[],
): readonly Triple[] {
  const types = classes.map((type): Triple => [subject, rdf.type, type]);
  const others = properties.flatMap(([predicate, value]): readonly Triple[] => {
    if (value === undefined) return [];
    return 'termType' in value
      ? [[subject, predicate, value]]
      : value.map((object): Triple => [subject, predicate, object]);
  });
  return [...types, ...others];
}

/** The triples as quads of one graph, without repetition. */
export function placeInGraph(triples: readonly Triple[], graph: NamedNode): readonly Quad[] {
  return distinctQuads(
    triples.map(([subject, predicate, object]) => quad(subject, predicate, object, graph)),
  );
}
