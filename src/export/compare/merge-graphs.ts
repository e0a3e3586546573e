import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { instancePrefixes } from '../../rdf/iris.ts';
import { TermWriter } from '../../rdf/term-writer.ts';
import { namedNode } from '../../rdf/terms.ts';
import { dip, rdf } from '../../rdf/vocabulary.ts';
import type { ClaimGraph, GraphPart } from '../claim-graph.ts';
import { areSameText, readByArticle } from './by-article.ts';

/** Values of one claim's field that cannot both be right. */
export interface MergeConflict {
  readonly claim: string;
  readonly field: string;
  readonly values: readonly string[];
}

/** Properties of which a claim has at most one value. */
const SINGLE = [
  dip.speaker,
  dip.onBehalfOf,
  dip.stance,
  dip.polarity,
  dip.certainty,
  dip.reporting,
  dip.condition,
  dip.saidOn,
  dip.reportedIn,
  dip.extractionConfidence,
  dip.linkConfidence,
].map(({ value }) => value);

function findConflicts(quads: readonly Quad[]): readonly MergeConflict[] {
  const writer = new TermWriter({});
  const claims = new Set<string>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdf.type) && object.equals(dip.Claim)) claims.add(subject.value);
  }
  const fields = new Map<string, MergeConflict & { readonly values: string[] }>();
  for (const { subject, predicate, object } of quads) {
    if (!claims.has(subject.value) || !SINGLE.includes(predicate.value)) continue;
    const key = `${subject.value} ${predicate.value}`;
    const entry = fields.get(key) ?? { claim: subject.value, field: predicate.value, values: [] };
    fields.set(key, entry);
    const value = writer.term(object);
    if (!entry.values.includes(value)) entry.values.push(value);
  }
  return [...fields.values()]
    .filter(({ values }) => values.length > 1)
    .map((entry) => ({ ...entry, values: entry.values.toSorted(compareCodeUnits) }));
}

/** What several graphs say under one name: their text where they say the same. */
function unite(parts: readonly GraphPart[]): GraphPart {
  const [first, ...others] = parts;
  if (first !== undefined && others.every((other) => areSameText(first, other))) {
    if (first.trig !== undefined) return first;
  }
  return { quads: distinctQuads(parts.flatMap(({ quads }) => quads)) };
}

/** What a merge has found when all of it was taken. */
export interface MergeResult {
  readonly conflicts: readonly MergeConflict[];
  /** Number of quads. */
  readonly size: number;
  readonly hasPositions: boolean;
}

/**
 * The union of graphs, named graph by named graph: the same whatever their order, and however often each is given.
 * Nothing is decided: where graphs disagree on a claim, both values stay and are listed. What is in memory is one
 * article, and the graphs that are no article's.
 * Gives the named graphs in the order in which TriG has them, and what was found at the end.
 */
export async function* mergeGraphs(
  graphs: readonly ClaimGraph[],
): AsyncGenerator<{ readonly name: string; readonly part: GraphPart }, MergeResult> {
  const writer = new TermWriter(instancePrefixes());
  const written = new Map(
    graphs.flatMap((graph) =>
      graph.graphs.map(({ name }) => [name, name === '' ? '' : writer.term(namedNode(name))]),
    ),
  );
  const names = [...written].toSorted(([, left], [, right]) => compareCodeUnits(left, right));
  let size = 0;
  let hasPositions = false;
  for (const [name] of names) {
    const parts: GraphPart[] = [];
    for (const graph of graphs) {
      const entries = graph.graphs.filter((entry) => entry.name === name);
      if (entries.length > 0) parts.push(await graph.read(entries));
    }
    const part = unite(parts);
    size += part.quads.length;
    hasPositions ||= part.quads.some(
      ({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Position),
    );
    yield { name, part };
  }
  return { conflicts: await listConflicts(graphs), size, hasPositions };
}

/** Where graphs disagree on a claim. A single graph may disagree with itself: it may be a union of others. */
async function listConflicts(graphs: readonly ClaimGraph[]): Promise<readonly MergeConflict[]> {
  const read = await Promise.all(graphs.map(readByArticle));
  const keys = [...new Set(read.flatMap(({ keys: found }) => found))].toSorted(compareCodeUnits);
  const conflicts = [...findConflicts(read.flatMap(({ rest }) => rest))];
  for (const key of keys) {
    const quads: Quad[] = [];
    for (const { about } of read) for (const each of (await about(key)).quads) quads.push(each);
    conflicts.push(...findConflicts(quads));
  }
  return conflicts.toSorted((left, right) =>
    compareCodeUnits(`${left.claim} ${left.field}`, `${right.claim} ${right.field}`),
  );
}
