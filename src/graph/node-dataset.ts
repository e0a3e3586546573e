import type { Quad, Term } from '@rdfjs/types';
import { groupBy } from '../rdf/group-by.ts';

/** As much of an RDF/JS dataset as the SHACL engine reads. */
export interface NodeDataset {
  readonly size: number;
  readonly match: (subject?: Term | null, predicate?: Term | null, object?: Term | null) => readonly Quad[];
}

/** Leaves out a triple that the group already holds from another graph. */
function withoutRepeats(group: readonly Quad[]): readonly Quad[] {
  const byPredicate = groupBy(group, ({ predicate }) => predicate.value);
  return [...byPredicate.values()].flatMap((quads) => {
    const values = groupBy(quads, ({ object }) => object.value);
    if (values.size === quads.length) return quads;
    return quads.filter(
      (quad, index) => !quads.slice(0, index).some(({ object }) => object.equals(quad.object)),
    );
  });
}

/**
 * The triples of all graphs as one set, found by subject or by predicate and object.
 * Written for memory: an `N3.Store` of the graph of 10,000 claims (920,000 quads) takes 2.4 GB of heap, so that the
 * SHACL engine runs out of it; with this, quads, index and engine together stay below 0.5 GB (Node 20).
 */
export function createNodeDataset(quads: Iterable<Quad>): NodeDataset {
  const bySubject = groupBy(quads, ({ subject }) => subject.value);
  for (const [subject, group] of bySubject) bySubject.set(subject, [...withoutRepeats(group)]);
  const all = [...bySubject.values()].flat();
  const byPredicate = groupBy(all, ({ predicate }) => predicate.value);
  const byObject = new Map<string, Map<string, Quad[]>>();

  const candidates = (
    subject?: Term | null,
    predicate?: Term | null,
    object?: Term | null,
  ): readonly Quad[] => {
    if (subject) return bySubject.get(subject.value) ?? [];
    if (!predicate) return all;
    const ofPredicate = byPredicate.get(predicate.value) ?? [];
    if (!object) return ofPredicate;
    let objects = byObject.get(predicate.value);
    if (objects === undefined) {
      objects = groupBy(ofPredicate, (quad) => quad.object.value);
      byObject.set(predicate.value, objects);
    }
    return objects.get(object.value) ?? [];
  };

  return {
    size: all.length,
    match: (subject, predicate, object) =>
      candidates(subject, predicate, object).filter(
        (quad) =>
          (!subject || quad.subject.equals(subject)) &&
          (!predicate || quad.predicate.equals(predicate)) &&
          (!object || quad.object.equals(object)),
      ),
  };
}
