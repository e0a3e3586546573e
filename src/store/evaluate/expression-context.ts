import type { Batch } from './batch.ts';
import type { Truth } from './compare-terms.ts';
import type { TermSpace } from './term-space.ts';

/** The value of an expression in a row: a term's number, 0 for an error or an unbound variable. */
export type Value = (batch: Batch, row: number) => number;

/** The truth of an expression in a row. */
export type Test = (batch: Batch, row: number) => Truth;

/** An expression made ready: both ways to ask for it. */
export interface Compiled {
  readonly value: Value;
  readonly test: Test;
}

/** What an expression is compiled against. */
export interface ExpressionContext {
  readonly terms: TermSpace;
  /** Column → variable. */
  readonly variables: readonly string[];
}
