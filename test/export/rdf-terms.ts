import type { NamedNode, Quad, Term } from '@rdfjs/types';
import { namedNode, quad } from '../../src/rdf/terms.ts';

/** A predicate as the node that it is. */
export function parsePredicate(term: Term): NamedNode {
  return namedNode(term.value);
}

function open<Kind extends Term>(term: Kind): Kind | NamedNode {
  return term.termType === 'NamedNode' ? namedNode(term.value.replace('/CODE', '/ ')) : term;
}

/** The quad with the placeholder of Trusty URIs where `CODE` stands. */
export function withSpace({ subject, predicate, object, graph }: Quad): Quad {
  return quad(open(subject), namedNode(predicate.value), open(object), open(graph));
}

/** Parsed JSON as what the JSON-LD library takes. */
export function toDocument(value: unknown): object {
  if (typeof value !== 'object' || value === null) throw new TypeError('no JSON-LD document');
  return { ...value };
}
