import type { Term } from '@rdfjs/types';

/** The part of SPARQL's algebra that the index answers by itself; whatever is not here is the engine's. */
export type Operation =
  | { readonly type: 'patterns'; readonly patterns: readonly Pattern[] }
  | PathOperation
  | { readonly type: 'values'; readonly variables: readonly string[]; readonly rows: readonly ValuesRow[] }
  | { readonly type: 'join'; readonly inputs: readonly Operation[] }
  | { readonly type: 'union'; readonly inputs: readonly Operation[] }
  | LeftJoinOperation
  | { readonly type: 'minus'; readonly left: Operation; readonly right: Operation }
  | FilterOperation
  | ExtendOperation
  | GroupOperation
  | { readonly type: 'project'; readonly input: Operation; readonly variables: readonly string[] }
  | { readonly type: 'distinct'; readonly input: Operation }
  | OrderOperation
  | SliceOperation;

/** A triple pattern and the graph that it asks. */
export interface Pattern {
  readonly subject: Term;
  readonly predicate: Term;
  readonly object: Term;
  readonly graph: Term;
}

/** A row of VALUES: variable → term; UNDEF is left out. */
export type ValuesRow = ReadonlyMap<string, Term>;

/** A property path between two terms or variables. */
export interface PathOperation {
  readonly type: 'path';
  readonly subject: Term;
  readonly path: Path;
  readonly object: Term;
  readonly graph: Term;
}

/** OPTIONAL. */
export interface LeftJoinOperation {
  readonly type: 'leftJoin';
  readonly left: Operation;
  readonly right: Operation;
  readonly condition: Expression | undefined;
}

/** FILTER and HAVING. */
export interface FilterOperation {
  readonly type: 'filter';
  readonly input: Operation;
  readonly condition: Expression;
}

/** BIND and `AS`. */
export interface ExtendOperation {
  readonly type: 'extend';
  readonly input: Operation;
  readonly variable: string;
  readonly expression: Expression;
}

/** GROUP BY. */
export interface GroupOperation {
  readonly type: 'group';
  readonly input: Operation;
  readonly variables: readonly string[];
  readonly aggregates: readonly Aggregate[];
}

/** ORDER BY. */
export interface OrderOperation {
  readonly type: 'order';
  readonly input: Operation;
  readonly keys: readonly SortKey[];
}

/** OFFSET and LIMIT. */
export interface SliceOperation {
  readonly type: 'slice';
  readonly input: Operation;
  readonly start: number;
  readonly length: number | undefined;
}

/** One key of ORDER BY. */
export interface SortKey {
  readonly expression: Expression;
  readonly descending: boolean;
}

/** The aggregates that the index computes. */
export type AggregateName = 'count' | 'sum' | 'avg' | 'min' | 'max' | 'sample' | 'group_concat';

/** An aggregate; without an expression it is over whole rows: `COUNT(*)`. */
export interface Aggregate {
  readonly name: AggregateName;
  readonly expression: Expression | undefined;
  readonly distinct: boolean;
  readonly separator: string;
  readonly variable: string;
}

/** A property path. `not` is a negated property set. */
export type Path =
  | { readonly type: 'link'; readonly iri: Term }
  | { readonly type: 'inverse'; readonly path: Path }
  | { readonly type: 'sequence' | 'alternative'; readonly paths: readonly Path[] }
  | { readonly type: 'zeroOrMore' | 'oneOrMore' | 'zeroOrOne'; readonly path: Path }
  | { readonly type: 'not'; readonly iris: readonly Term[] };

/** An expression of FILTER, BIND, ORDER BY or an aggregate. */
export type Expression =
  | { readonly type: 'term'; readonly term: Term }
  | { readonly type: 'variable'; readonly name: string }
  | { readonly type: 'call'; readonly operator: string; readonly arguments: readonly Expression[] }
  | { readonly type: 'exists'; readonly negated: boolean; readonly input: Operation };

/** Whether an operation is nothing but patterns, paths, and filters over them. */
export function isBasic(operation: Operation): operation is BasicOperation {
  if (operation.type === 'join') return operation.inputs.every(isBasic);
  if (operation.type === 'filter') return isBasic(operation.input);
  return operation.type === 'patterns' || operation.type === 'path';
}

/** What `isBasic` accepts; its inputs are basic, too. */
export type BasicOperation = Extract<Operation, { readonly type: 'patterns' | 'path' | 'join' | 'filter' }>;
