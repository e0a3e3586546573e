import { openBlocks } from './graph-file.ts';
import type { GraphBlock } from './graph-file.ts';

/** The name of the graph of the run and its issues as graph files write it. */
export const RUN_GRAPH = 'graph:run';

/** The name of the inferred graph as graph files write it. */
export const INFERRED_GRAPH = 'graph:inferred';

/** A named graph as its text, under the prefixes of the file that is being written. */
export interface GraphText {
  readonly graph: string;
  readonly text: string;
}

/** Graphs that stand before all others. */
const FIRST: readonly string[] = [RUN_GRAPH, INFERRED_GRAPH];

function compareGraphs(left: string, right: string): number {
  const [leftPlace, rightPlace] = [FIRST.indexOf(left), FIRST.indexOf(right)];
  if (leftPlace >= 0 && rightPlace >= 0) return leftPlace - rightPlace;
  if (leftPlace !== rightPlace) return leftPlace >= 0 ? -1 : rightPlace >= 0 ? 1 : 0;
  return left < right ? -1 : left > right ? 1 : 0;
}

/**
 * A graph file in pieces: the run, what is inferred, all other graphs in the order of their names. The same graphs give
 * the same bytes, whoever writes them.
 */
export async function* assembleGraphFile(
  header: string,
  graphs: readonly (GraphBlock | GraphText)[],
): AsyncGenerator<string | Uint8Array> {
  yield header;
  const reader = openBlocks();
  try {
    for (const one of graphs.toSorted((left, right) => compareGraphs(left.graph, right.graph))) {
      yield '\n';
      yield 'text' in one ? one.text.trimStart() : await reader.read(one);
    }
  } finally {
    await reader.close();
  }
}
