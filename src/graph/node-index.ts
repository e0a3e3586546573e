import type { NamedNode, Quad, Term } from '@rdfjs/types';

/** The values of each node's properties, whatever graph they stand in. */
export interface NodeIndex {
  readonly values: (node: string, property: NamedNode) => readonly Term[];
  /** The nodes that have the property. */
  readonly having: (property: NamedNode) => Iterable<string>;
}

/** Indexes those of the quads that have one of the properties. */
export function indexNodes(quads: Iterable<Quad>, properties: readonly NamedNode[]): NodeIndex {
  const index = new Map(properties.map(({ value }) => [value, new Map<string, Term[]>()]));
  for (const { subject, predicate, object } of quads) {
    const nodes = index.get(predicate.value);
    if (nodes === undefined) continue;
    const values = nodes.get(subject.value);
    if (values === undefined) nodes.set(subject.value, [object]);
    else if (!values.some((value) => value.equals(object))) values.push(object);
  }
  return {
    values: (node, property) => index.get(property.value)?.get(node) ?? [],
    having: (property) => index.get(property.value)?.keys() ?? [],
  };
}
