import type { NamedNode } from '@rdfjs/types';
import { namedNode } from './terms.ts';

/**
 * The terms of a vocabulary by name: `namespace('http://…#', ['Claim']).Claim` is a node, `.Clam` does not compile.
 */
export function namespace<Name extends string>(
  iri: string,
  names: readonly Name[],
): Readonly<Record<Name, NamedNode>>;
export function namespace(iri: string, names: readonly string[]): Readonly<Record<string, NamedNode>> {
  return Object.fromEntries(names.map((name) => [name, namedNode(iri + name)]));
}
