import type { Quad, Term } from '@rdfjs/types';
import type { DefaultGraphMode } from '../store/claim-store.ts';
import type { ColumnarStore, Solutions } from '../store/columnar-store.ts';
import type { BoundTerms } from '../store/evaluate/bind-variables.ts';
import { bindVariables } from '../store/evaluate/bind-variables.ts';
import type { Operation } from '../store/evaluate/operation.ts';
import { readOperation } from '../store/evaluate/read-operation.ts';
import { constructQuads, readConstruction } from './construct-quads.ts';

/** The answer of a query that the columnar store takes whole. */
export type DirectAnswer =
  | {
      readonly kind: 'rows';
      readonly variables: readonly string[];
      readonly rows: Iterable<ReadonlyMap<string, Term>>;
    }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'quads'; readonly quads: Iterable<Quad> };

/** How to answer. */
export interface DirectOptions {
  readonly mode: DefaultGraphMode;
  /** Variables that have a value from the start. */
  readonly bindings?: BoundTerms | undefined;
  /** Called often while the store works; what it throws stops the query. */
  readonly pulse?: (() => void) | undefined;
}

/**
 * Answers a SELECT, ASK or CONSTRUCT, given in the engine's algebra, without the engine, which takes most of a second to load.
 * Undefined when the store does not take the whole query: then the engine answers, over the store as its source.
 * `bindings` are variables that have a value from the start; a query that gives one of them a value of its own is
 * the engine's to refuse.
 */
export function answerDirectly(
  algebra: unknown,
  store: ColumnarStore,
  { mode, bindings = new Map(), pulse }: DirectOptions,
): DirectAnswer | undefined {
  if (typeof algebra !== 'object' || algebra === null || !('type' in algebra)) return undefined;
  if (algebra.type === 'ask' && 'input' in algebra) {
    const operation = readBound(algebra.input, bindings);
    if (operation === undefined) return undefined;
    for (const { length } of store.solve(operation, mode, pulse).batches()) {
      if (length > 0) return { kind: 'boolean', value: true };
    }
    return { kind: 'boolean', value: false };
  }
  const construction = readConstruction(algebra);
  const operation = readBound(construction === undefined ? algebra : construction.solutions, bindings);
  if (operation === undefined) return undefined;
  const solutions = store.solve(operation, mode, pulse);
  if (construction !== undefined) {
    return { kind: 'quads', quads: constructQuads(construction.template, eachRow(solutions), bindings) };
  }
  return { kind: 'rows', variables: solutions.variables, rows: eachRow(solutions) };
}

function readBound(algebra: unknown, bindings: BoundTerms): Operation | undefined {
  const operation = readOperation(algebra);
  return operation === undefined ? undefined : bindVariables(operation, bindings);
}

function* eachRow({ variables, batches, term }: Solutions): Iterable<ReadonlyMap<string, Term>> {
  for (const { length, columns } of batches()) {
    for (let row = 0; row < length; row += 1) {
      const cells = new Map<string, Term>();
      variables.forEach((name, column) => {
        const value = term(columns[column]?.[row] ?? 0);
        if (value !== undefined) cells.set(name, value);
      });
      yield cells;
    }
  }
}
