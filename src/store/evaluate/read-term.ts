import type { Quad, Term } from '@rdfjs/types';

const TERM_TYPES: ReadonlySet<unknown> = new Set([
  'NamedNode',
  'BlankNode',
  'Literal',
  'Variable',
  'DefaultGraph',
  'Quad',
]);

/** Whether a value is an RDF/JS term. */
export function isTerm(value: unknown): value is Term {
  return typeof value === 'object' && value !== null && 'termType' in value && TERM_TYPES.has(value.termType);
}

/** Whether a value is an RDF/JS quad or quad pattern. */
export function isQuad(value: unknown): value is Quad {
  return isTerm(value) && value.termType === 'Quad';
}

/** The name of a variable. */
export function readVariableName(value: unknown): string | undefined {
  return isTerm(value) && value.termType === 'Variable' ? value.value : undefined;
}

/** Every item of a list read; undefined when it is no list or one of them cannot be read. */
export function readAll<Item>(
  list: unknown,
  read: (item: unknown) => Item | undefined,
): readonly Item[] | undefined {
  if (!Array.isArray(list)) return undefined;
  const items: Item[] = [];
  for (const entry of list) {
    const item = read(entry);
    if (item === undefined) return undefined;
    items.push(item);
  }
  return items;
}
