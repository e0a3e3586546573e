import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';

/** A named graph of a claim graph. */
export interface GraphEntry {
  /** IRI; empty where the graph is not divided. */
  readonly name: string;
  /** About how many bytes it has as TriG. */
  readonly size: number;
  /** Whether it is one article's and holds all that is said of it. */
  readonly isArticle: boolean;
}

/** Some of the graphs as they were read. */
export interface GraphPart {
  /** Distinct. Names of terms may be parts of a long text: who keeps one keeps all of it. */
  readonly quads: readonly Quad[];
  /** What `serialise` would write of the quads as TriG, without prefixes; undefined where that is not known. */
  readonly trig?: readonly (string | Uint8Array)[];
}

/** A claim graph that can be read part by part, so that it need not fit in memory. */
export interface ClaimGraph {
  readonly graphs: readonly GraphEntry[];
  readonly read: (graphs: readonly GraphEntry[]) => Promise<GraphPart>;
}

/** A claim graph that is in memory as a whole, and one part. */
export function holdGraph(quads: readonly Quad[]): ClaimGraph {
  return { graphs: [{ name: '', size: 0, isArticle: false }], read: () => Promise.resolve({ quads }) };
}

/** The graph with every part changed as it is read. */
export function mapGraph(graph: ClaimGraph, change: (quads: readonly Quad[]) => readonly Quad[]): ClaimGraph {
  return {
    graphs: graph.graphs,
    read: async (graphs) => ({ quads: change((await graph.read(graphs)).quads) }),
  };
}

/** Bytes of TriG that are read at once: some sixty thousand quads. */
export const PART_SIZE = 3_000_000;

/** The articles' graphs in the order given, divided into parts; all other graphs are one part. */
export function divideGraphs(
  graphs: readonly GraphEntry[],
  partSize: number = PART_SIZE,
): { readonly articles: readonly (readonly GraphEntry[])[]; readonly others: readonly GraphEntry[] } {
  const articles: GraphEntry[][] = [];
  let size = Number.POSITIVE_INFINITY;
  for (const graph of graphs.filter(({ isArticle }) => isArticle)) {
    if (size + graph.size > partSize) {
      articles.push([]);
      size = 0;
    }
    articles.at(-1)?.push(graph);
    size += graph.size;
  }
  return { articles, others: graphs.filter(({ isArticle }) => !isArticle) };
}

/** The graphs by name. */
export function sortByName(graphs: readonly GraphEntry[]): readonly GraphEntry[] {
  return graphs.toSorted((left, right) => compareCodeUnits(left.name, right.name));
}
