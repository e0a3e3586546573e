import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { TermWriter } from '../../rdf/term-writer.ts';
import { dip, rdf } from '../../rdf/vocabulary.ts';

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

/**
 * The union of graphs: the same whatever their order, and however often each is given. Nothing is decided: where graphs
 * disagree on a claim, both values stay and are listed.
 */
export function mergeGraphs(graphs: readonly (readonly Quad[])[]): {
  readonly quads: readonly Quad[];
  readonly conflicts: readonly MergeConflict[];
} {
  const quads = distinctQuads(graphs.flat());
  const writer = new TermWriter({});
  const claims = new Set<string>();
  for (const { subject, predicate, object } of quads) {
    if (predicate.equals(rdf.type) && object.equals(dip.Claim)) claims.add(subject.value);
  }
  const values = new Map<
    string,
    { readonly claim: string; readonly field: string; readonly values: Set<string> }
  >();
  for (const { subject, predicate, object } of quads) {
    if (!claims.has(subject.value) || !SINGLE.includes(predicate.value)) continue;
    const key = `${subject.value} ${predicate.value}`;
    const entry = values.get(key) ?? {
      claim: subject.value,
      field: predicate.value,
      values: new Set<string>(),
    };
    values.set(key, entry);
    entry.values.add(writer.term(object));
  }
  const conflicts = [...values.entries()]
    .filter(([, entry]) => entry.values.size > 1)
    .toSorted(([left], [right]) => compareCodeUnits(left, right))
    .map(([, { claim, field, values: found }]) => ({
      claim,
      field,
      values: [...found].toSorted(compareCodeUnits),
    }));
  return { quads, conflicts };
}
