import type { Term } from '@rdfjs/types';
import type { DefaultGraphMode } from './claim-store.ts';
import type { ColumnarIndex, TripleTermTable } from './columnar/columnar-index.ts';
import { listTripleTerms } from './columnar/columnar-index.ts';
import type { Batch } from './evaluate/batch.ts';
import { createStatistics } from './evaluate/estimate-matches.ts';
import type { Operation } from './evaluate/operation.ts';
import { planOperation } from './evaluate/plan-operation.ts';
import { createTermSpace } from './evaluate/term-space.ts';

/** The solutions of an operation, found while they are read. */
export interface Solutions {
  readonly variables: readonly string[];
  /** Variables that every solution binds. */
  readonly certain: ReadonlySet<string>;
  /** About how many there are. */
  readonly estimate: number;
  readonly batches: () => Iterable<Batch>;
  /** The term of a number in a batch; undefined for 0, an unbound variable. */
  readonly term: (id: number) => Term | undefined;
}

/** A graph store that cannot be changed and answers whole queries by itself. */
export interface ColumnarStore {
  /** Quads; a triple that stands in two graphs counts twice. */
  readonly size: number;
  readonly index: ColumnarIndex;
  /** The solutions of an operation. Planned at once, carried out as they are read; `pulse` is called batch by batch. */
  readonly solve: (operation: Operation, mode: DefaultGraphMode, pulse?: () => void) => Solutions;
}

/** A store over an index. */
export function createColumnarStore(index: ColumnarIndex): ColumnarStore {
  const tripleTerms = once((): TripleTermTable => listTripleTerms(index.dictionary));
  const statistics = once(() => createStatistics(index.triples));
  const tripleTermStatistics = once(() => createStatistics(tripleTerms().triples));
  return {
    size: index.graphs.rows.length,
    index,
    solve: (operation, defaultGraph, pulse = doNothing) => {
      const terms = createTermSpace(index);
      let hidden = 0;
      const hiddenVariable = (): string => {
        hidden += 1;
        return ` hidden ${hidden}`;
      };
      const setting = {
        index,
        terms,
        defaultGraph,
        tripleTerms,
        statistics,
        tripleTermStatistics,
        hiddenVariable,
        pulse,
      };
      const plan = planOperation(operation, undefined, setting);
      return {
        variables: plan.variables,
        certain: plan.certain,
        estimate: plan.estimate,
        batches: plan.run,
        term: (id) => (id === 0 ? undefined : terms.term(id)),
      };
    },
  };
}

function doNothing(): void {}

function once<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
