import type { Quad } from '@rdfjs/types';
import { mapGraph } from '../../export/claim-graph.ts';
import type { GraphPart } from '../../export/claim-graph.ts';
import { readClaimTables } from '../../export/read-tables.ts';
import type { ClaimTables } from '../../export/read-tables.ts';
import { withScratch } from '../../io/scratch-file.ts';
import type { Scratch } from '../../io/scratch-file.ts';
import type { Terminal } from '../terminal.ts';
import { whileInterruptible } from '../while-interruptible.ts';
import { askTables } from './ask-tables.ts';
import { openClaimGraph } from './open-claim-graph.ts';

/** Which graphs are read for what output, and what is done to each part on the way. */
export interface ClaimTableRequest {
  readonly files: readonly string[];
  /** The rows that memory does not hold lie beside it until it is written. */
  readonly output: string;
  readonly change?: (quads: readonly Quad[]) => readonly Quad[];
  readonly onPart?: (part: GraphPart, scratch: Scratch) => Promise<void>;
}

/** Reads the tables that tell who holds what, and makes something of them. */
export async function withClaimTables<Result>(
  { files, output, change, onPart }: ClaimTableRequest,
  terminal: Terminal,
  use: (tables: ClaimTables, scratch: Scratch) => Promise<Result>,
): Promise<Result> {
  return whileInterruptible(output, terminal, async () => {
    const graph = await openClaimGraph(files, terminal);
    return withScratch(output, async (scratch) => {
      const tables = await readClaimTables({
        graph: change === undefined ? graph : mapGraph(graph, change),
        ask: askTables,
        scratch,
        ...(onPart !== undefined && { onPart: (part: GraphPart) => onPart(part, scratch) }),
        onProgress: (step) => {
          terminal.progress(`${step} …`);
        },
      });
      return use(tables, scratch);
    });
  });
}
