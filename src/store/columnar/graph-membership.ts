import { createGrowingColumn } from './growing-column.ts';
import { identityOrder, sortByKey, startsOfKeys } from './sorted-triples.ts';
import { DEFAULT_GRAPH_ID } from './term-kind.ts';

/** Which triples stand in which graphs. Rows are places in the order subject, predicate, object. */
export interface GraphMembership {
  /** The graphs of a row: `graphs[starts[row] … starts[row + 1])`, ascending. */
  readonly starts: Uint32Array;
  readonly graphs: Uint32Array;
  /** The rows of a graph: `rows[rowStarts[graph] … rowStarts[graph + 1])`, ascending. */
  readonly rowStarts: Uint32Array;
  readonly rows: Uint32Array;
  /** The named graphs, ascending. */
  readonly named: Uint32Array;
}

/** The graphs by row, turned round to the rows by graph. */
export function listGraphs(starts: Uint32Array, graphs: Uint32Array, bound: number): GraphMembership {
  const rowOfMembership = new Uint32Array(graphs.length);
  for (let row = 0; row + 1 < starts.length; row += 1) {
    rowOfMembership.fill(row, starts[row], starts[row + 1]);
  }
  const order = sortByKey(identityOrder(graphs.length), graphs, bound);
  const rows = new Uint32Array(graphs.length);
  const sortedGraphs = new Uint32Array(graphs.length);
  const named = createGrowingColumn(16);
  order.forEach((place, index) => {
    rows[index] = rowOfMembership[place] ?? 0;
    const graph = graphs[place] ?? 0;
    sortedGraphs[index] = graph;
    if (graph !== DEFAULT_GRAPH_ID && (index === 0 || sortedGraphs[index - 1] !== graph)) named.push(graph);
  });
  return {
    starts,
    graphs,
    rowStarts: startsOfKeys(sortedGraphs, bound),
    rows,
    named: named.values().slice(),
  };
}

/** Whether a row stands in a graph. Few rows stand in more than one. */
export function standsIn(membership: GraphMembership, row: number, graph: number): boolean {
  const end = membership.starts[row + 1] ?? 0;
  for (let place = membership.starts[row] ?? 0; place < end; place += 1) {
    if (membership.graphs[place] === graph) return true;
  }
  return false;
}
