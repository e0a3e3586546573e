import type { Cells } from '../table.ts';

/** Takes the rows of a table one by one and gives the pieces of a file. */
export interface TableWriter {
  /** What the file holds from this row on; empty where the format gathers rows first. */
  readonly row: (cells: Cells) => string | Uint8Array;
  /** The rest of the file. */
  readonly end: () => string | Uint8Array;
}
