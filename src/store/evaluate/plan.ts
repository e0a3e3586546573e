import type { ColumnarIndex, TripleTermTable } from '../columnar/columnar-index.ts';
import type { DefaultGraphMode } from '../claim-store.ts';
import type { Batch } from './batch.ts';
import type { Statistics } from './estimate-matches.ts';
import type { TermSpace } from './term-space.ts';

/** How an operation is carried out. Nothing runs before the batches are asked for, and no further than they are. */
export interface Plan {
  /** Column → variable. */
  readonly variables: readonly string[];
  /** Variables that every solution binds. */
  readonly certain: ReadonlySet<string>;
  /** How many solutions to expect. */
  readonly estimate: number;
  readonly run: () => Iterable<Batch>;
}

/** What planning knows. */
export interface Setting {
  readonly index: ColumnarIndex;
  readonly terms: TermSpace;
  /** What a pattern outside `GRAPH` sees. */
  readonly defaultGraph: DefaultGraphMode;
  /** The triple terms, listed when first needed. */
  readonly tripleTerms: () => TripleTermTable;
  readonly statistics: () => Statistics;
  readonly tripleTermStatistics: () => Statistics;
  /** Called for every batch; what it throws ends the work. */
  readonly pulse: () => void;
  /** A variable name that no query has. */
  readonly hiddenVariable: () => string;
}

/** The plan of one solution that binds nothing. */
export const UNIT_PLAN: Plan = {
  variables: [],
  certain: new Set(),
  estimate: 1,
  run: () => [{ length: 1, columns: [] }],
};

/** The plan of no solution, with these variables. */
export function emptyPlan(variables: readonly string[]): Plan {
  return { variables, certain: new Set(variables), estimate: 0, run: () => [] };
}
