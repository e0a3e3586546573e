import type { Batch } from './batch.ts';
import { createRowIndex } from './row-index.ts';

/** Solutions held in memory with a hash table over some of their columns. */
export interface JoinTable {
  readonly rows: Batch;
  /** The first row with the key `columns[0][row] …`; -1 when there is none. */
  readonly first: (columns: readonly Uint32Array[], row: number) => number;
  /** The next row with the same key; -1 after the last. */
  readonly next: Int32Array;
}

/** Builds the table. With no key columns all rows are in one chain. */
export function createJoinTable(rows: Batch, keyColumns: readonly number[]): JoinTable {
  const keys = keyColumns.map((column) => rows.columns[column] ?? new Uint32Array(rows.length));
  const index = createRowIndex(keys.length);
  const heads = new Int32Array(rows.length + 1).fill(-1);
  const next = new Int32Array(rows.length).fill(-1);
  // Backwards, so that a chain gives its rows in their order.
  for (let row = rows.length - 1; row >= 0; row -= 1) {
    const key = index.add(keys, row);
    next[row] = heads[key] ?? -1;
    heads[key] = row;
  }
  return {
    rows,
    next,
    first: (columns, row) => {
      const key = index.find(columns, row);
      return key === -1 ? -1 : (heads[key] ?? -1);
    },
  };
}
