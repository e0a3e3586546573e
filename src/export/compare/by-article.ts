import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { groupBy } from '../../rdf/group-by.ts';
import { articleKeyOf } from '../article-keys.ts';
import type { ClaimGraph, GraphEntry, GraphPart } from '../claim-graph.ts';

/** A claim graph article by article, so that it need not fit in memory; graphs that are no article's do. */
export interface GraphByArticle {
  /** Keys of all articles of which anything is said, in order. */
  readonly keys: readonly string[];
  /** All that is said of an article and what belongs to it, in whatever graph. */
  readonly about: (key: string) => Promise<GraphPart>;
  /** What belongs to no article. */
  readonly rest: readonly Quad[];
}

const NOTHING: readonly Quad[] = [];

/** Opens a claim graph by articles; what is said in graphs that are no article's is read at once. */
export async function readByArticle(graph: ClaimGraph): Promise<GraphByArticle> {
  const own = groupBy(
    graph.graphs.filter(({ isArticle }) => isArticle),
    ({ name }) => articleKeyOf(name) ?? name,
  );
  const others: readonly GraphEntry[] = graph.graphs.filter(({ isArticle }) => !isArticle);
  const said = groupBy((await graph.read(others)).quads, ({ subject }) => articleKeyOf(subject.value) ?? '');
  const keys = new Set([...own.keys(), ...said.keys()]);
  keys.delete('');
  return {
    keys: [...keys].toSorted(compareCodeUnits),
    about: async (key) => {
      const part = await graph.read(own.get(key) ?? []);
      const elsewhere = said.get(key);
      return elsewhere === undefined ? part : { quads: [...part.quads, ...elsewhere] };
    },
    rest: said.get('') ?? NOTHING,
  };
}

/** Whether two parts are known to say the same, without looking at what they say. */
export function areSameText({ trig: one }: GraphPart, { trig: other }: GraphPart): boolean {
  if (one === undefined || other === undefined || one.length !== other.length) return false;
  return one.every((piece, index) => Buffer.from(piece).equals(Buffer.from(other[index] ?? '')));
}
