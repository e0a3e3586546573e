import type { Quad, Term } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { TermWriter } from '../../rdf/term-writer.ts';

/** A node with its properties, both sorted by IRI, values by how they are written. */
export interface DescribedNode {
  readonly subject: string;
  readonly properties: readonly { readonly predicate: string; readonly values: readonly Term[] }[];
}

type Entry = readonly [string, unknown];

function byKey([left]: Entry, [right]: Entry): number {
  return compareCodeUnits(left, right);
}

/** The triples node by node: what formats that write one node after the other need. */
export function* groupBySubject(quads: readonly Quad[]): Generator<DescribedNode> {
  const writer = new TermWriter({});
  const nodes = new Map<string, Map<string, Map<string, Term>>>();
  for (const { subject, predicate, object } of quads) {
    const properties = nodes.get(subject.value) ?? new Map<string, Map<string, Term>>();
    nodes.set(subject.value, properties);
    const values = properties.get(predicate.value) ?? new Map<string, Term>();
    properties.set(predicate.value, values.set(writer.term(object), object));
  }
  for (const [subject, properties] of [...nodes].toSorted(byKey)) {
    yield {
      subject,
      properties: [...properties].toSorted(byKey).map(([predicate, values]) => ({
        predicate,
        values: [...values].toSorted(byKey).map(([, value]) => value),
      })),
    };
  }
}
