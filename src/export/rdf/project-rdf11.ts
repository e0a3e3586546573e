import type { Quad } from '@rdfjs/types';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { quad } from '../../rdf/terms.ts';

/**
 * The graph as RDF 1.1 without names of graphs: triples that hold a triple term are left out. No claim is lost, since
 * holder, stance and issue are properties of the claim as well.
 */
export function projectToRdf11(quads: readonly Quad[]): readonly Quad[] {
  const plain = quads
    .filter(({ subject, object }) => subject.termType !== 'Quad' && object.termType !== 'Quad')
    .map(({ subject, predicate, object }) => ({ subject, predicate, object }));
  return distinctQuads(
    plain.flatMap(({ subject, predicate, object }) =>
      predicate.termType === 'NamedNode' ? [quad(subject, predicate, object)] : [],
    ),
  );
}
