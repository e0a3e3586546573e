import type { NamedNode, Quad, Term } from '@rdfjs/types';

/** The values of a node's properties, by the property's IRI. */
export type Properties = ReadonlyMap<string, readonly Term[]>;

/** The nodes that the quads describe, by IRI; a value stands once, however many graphs hold it. */
export function readNodes(quads: readonly Quad[]): ReadonlyMap<string, Properties> {
  const nodes = new Map<string, Map<string, Term[]>>();
  for (const { subject, predicate, object } of quads) {
    const node = nodes.get(subject.value) ?? new Map<string, Term[]>();
    nodes.set(subject.value, node);
    const values = node.get(predicate.value);
    if (values === undefined) node.set(predicate.value, [object]);
    else if (!values.some((value) => value.equals(object))) values.push(object);
  }
  return nodes;
}

/** A node of which nothing is said. */
export const NOTHING: Properties = new Map();

/** The values of one property as they are written. */
export function valuesOf(node: Properties, property: NamedNode): readonly string[] {
  return (node.get(property.value) ?? []).map(({ value }) => value);
}
