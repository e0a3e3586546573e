import type { Term } from '@rdfjs/types';
import type { Operation, ValuesRow } from './operation.ts';
import { readAggregate, readExpression, readSortKey } from './read-expression.ts';
import { readPath } from './read-path.ts';
import { isQuad, isTerm, readAll, readVariableName } from './read-term.ts';

/** Reads a part of an operation; undefined when it is not taken. */
export type ReadInput = (input: unknown) => Operation | undefined;

type Node = Readonly<Record<string, unknown>>;

/** Operation of the engine's algebra → ours. The table is also the list of what is taken. */
const READERS: Readonly<
  Record<string, (node: Node, read: ReadInput, readWhole: ReadInput) => Operation | undefined>
> = {
  bgp: ({ patterns }) => {
    const quads = readAll(patterns, (pattern) => (isQuad(pattern) ? pattern : undefined));
    return quads === undefined ? undefined : { type: 'patterns', patterns: quads };
  },
  path: readPathOperation,
  values: readValues,
  join: ({ input }, read) => {
    const inputs = readAll(input, read);
    return inputs === undefined ? undefined : { type: 'join', inputs };
  },
  union: ({ input }, read) => {
    const inputs = readAll(input, read);
    return inputs === undefined ? undefined : { type: 'union', inputs };
  },
  leftjoin: ({ input, expression }, read, readWhole) => {
    const [left, right] = readAll(input, read) ?? [];
    const condition = expression === undefined ? undefined : readExpression(expression, readWhole);
    if (left === undefined || right === undefined) return undefined;
    if (expression !== undefined && condition === undefined) return undefined;
    return { type: 'leftJoin', left, right, condition };
  },
  minus: ({ input }, read) => {
    const [left, right] = readAll(input, read) ?? [];
    return left === undefined || right === undefined ? undefined : { type: 'minus', left, right };
  },
  filter: ({ input, expression }, read, readWhole) => {
    const inner = read(input);
    const condition = readExpression(expression, readWhole);
    return inner === undefined || condition === undefined
      ? undefined
      : { type: 'filter', input: inner, condition };
  },
  extend: ({ input, expression, variable }, read, readWhole) => {
    const inner = read(input);
    const value = readExpression(expression, readWhole);
    const name = readVariableName(variable);
    if (inner === undefined || value === undefined || name === undefined) return undefined;
    return { type: 'extend', input: inner, variable: name, expression: value };
  },
  group: ({ input, variables, aggregates }, read, readWhole) => {
    const inner = read(input);
    const names = readAll(variables, readVariableName);
    const functions = readAll(aggregates, (aggregate) => readAggregate(aggregate, readWhole));
    if (inner === undefined || names === undefined || functions === undefined) return undefined;
    return { type: 'group', input: inner, variables: names, aggregates: functions };
  },
  project: ({ input, variables }, read) => {
    const inner = read(input);
    const names = readAll(variables, readVariableName);
    return inner === undefined || names === undefined
      ? undefined
      : { type: 'project', input: inner, variables: names };
  },
  distinct: ({ input }, read) => {
    const inner = read(input);
    return inner === undefined ? undefined : { type: 'distinct', input: inner };
  },
  // REDUCED may drop what is there already. Comunica 5.4 also drops "abc"@en after "abc".
  reduced: ({ input }, read) => {
    const inner = read(input);
    return inner === undefined ? undefined : { type: 'distinct', input: inner };
  },
  orderby: ({ input, expressions }, read, readWhole) => {
    const inner = read(input);
    const keys = readAll(expressions, (expression) => readSortKey(expression, readWhole));
    return inner === undefined || keys === undefined ? undefined : { type: 'order', input: inner, keys };
  },
  slice: ({ input, start, length }, read) => {
    const inner = read(input);
    if (inner === undefined || typeof start !== 'number') return undefined;
    return { type: 'slice', input: inner, start, length: typeof length === 'number' ? length : undefined };
  },
};

/** The types of operation that may be taken. */
export const TAKEN_TYPES: readonly string[] = [...Object.keys(READERS), 'pattern'];

/**
 * Reads an operation of the engine's algebra, as SPARQL's parser makes it and the engine's optimiser leaves it.
 * Undefined when something in it is not taken; then the engine carries it out.
 */
export function readOperation(operation: unknown): Operation | undefined {
  return readNode(operation, readOperation);
}

/** Whether an operation is taken provided that its inputs are. */
export function isTakenByItself(operation: unknown): boolean {
  return readNode(operation, () => ({ type: 'join', inputs: [] })) !== undefined;
}

function readNode(operation: unknown, read: ReadInput): Operation | undefined {
  if (isQuad(operation)) return { type: 'patterns', patterns: [operation] };
  if (typeof operation !== 'object' || operation === null) return undefined;
  const node: Node = { ...operation };
  return typeof node['type'] === 'string' ? READERS[node['type']]?.(node, read, readOperation) : undefined;
}

function readPathOperation({ subject, predicate, object, graph }: Node): Operation | undefined {
  const path = readPath(predicate);
  if (path === undefined || !isTerm(subject) || !isTerm(object) || !isTerm(graph)) return undefined;
  // A triple term at the end of a path is so rare that the engine may have it; so is a path through each graph.
  if (subject.termType === 'Quad' || object.termType === 'Quad' || graph.termType === 'Variable')
    return undefined;
  return { type: 'path', subject, path, object, graph };
}

function readValues({ variables, bindings }: Node): Operation | undefined {
  const names = readAll(variables, readVariableName);
  const rows = readAll(bindings, (binding): ValuesRow | undefined => {
    if (typeof binding !== 'object' || binding === null) return undefined;
    const cells = readAll(Object.entries(binding), readCell);
    return cells === undefined ? undefined : new Map(cells);
  });
  return names === undefined || rows === undefined ? undefined : { type: 'values', variables: names, rows };
}

function readCell(cell: unknown): readonly [string, Term] | undefined {
  if (!Array.isArray(cell)) return undefined;
  const [name, term]: readonly unknown[] = cell;
  return typeof name === 'string' && isTerm(term) ? [name.replace(/^\?/u, ''), term] : undefined;
}
