import type { Quad } from '@rdfjs/types';
import { Store } from 'n3';
import { fits, isOpenTripleTerm, isWildcard } from './term-pattern.ts';
import type { TermPattern } from './term-pattern.ts';

/** A triple pattern, place by place; a place that is left out is free. */
export interface TriplePattern {
  readonly subject?: TermPattern;
  readonly predicate?: TermPattern;
  readonly object?: TermPattern;
}

/** A triple pattern in a graph. */
export interface QuadPattern extends TriplePattern {
  readonly graph?: TermPattern;
}

/** Quads that are found by any pattern, also one whose triple terms hold variables. */
export interface TripleTable {
  readonly size: number;
  readonly add: (quad: Quad) => void;
  /** Adds a triple to the default graph. */
  readonly addTriple: (
    subject: Quad['subject'],
    predicate: Quad['predicate'],
    object: Quad['object'],
  ) => void;
  readonly find: (pattern: QuadPattern) => Iterable<Quad>;
  /** The exact number of quads that `find` gives, but for a variable that stands in two places. */
  readonly count: (pattern: QuadPattern) => number;
}

/**
 * A table over an N3 store.
 * `tripleTerms` holds every triple term that occurs in it, as a triple of its own, so that
 * `?claim rdf:reifies <<( ?holder dip:rejects ?issue )>>` is a look-up and not a scan of all propositions.
 */
export function createTripleTable(tripleTerms?: TripleTable): TripleTable {
  const store = new Store();

  function* find(pattern: QuadPattern): Iterable<Quad> {
    const { subject, predicate, object, graph } = pattern;
    if (!isOpenTripleTerm(object) && !isOpenTripleTerm(subject)) {
      yield* store.readQuads(place(subject), place(predicate), place(object), place(graph));
      return;
    }
    const open = isOpenTripleTerm(object) ? object : subject;
    // A join asks with the claim known: then its few quads are tried, not the thousands of propositions.
    const closed = {
      subject: isOpenTripleTerm(subject) ? null : subject,
      predicate,
      object: isOpenTripleTerm(object) ? null : object,
      graph,
    };
    if (
      tripleTerms === undefined ||
      !isOpenTripleTerm(open) ||
      count(closed) <= tripleTerms.count(asPattern(open))
    ) {
      for (const quad of find(closed)) {
        if (fits(quad.subject, subject) && fits(quad.object, object)) yield quad;
      }
      return;
    }
    for (const term of tripleTerms.find(asPattern(open))) {
      yield* find(open === object ? { ...pattern, object: term } : { ...pattern, subject: term });
    }
  }

  function count(pattern: QuadPattern): number {
    const { subject, predicate, object, graph } = pattern;
    if (isOpenTripleTerm(object) || isOpenTripleTerm(subject)) {
      return [...find(pattern)].length;
    }
    return store.countQuads(place(subject), place(predicate), place(object), place(graph));
  }

  return {
    get size() {
      return store.size;
    },
    add: (quad) => {
      store.addQuad(quad);
    },
    addTriple: (subject, predicate, object) => {
      store.addQuad(subject, predicate, object);
    },
    find,
    count,
  };
}

function place(pattern: TermPattern): Exclude<TermPattern, undefined> {
  return isWildcard(pattern) ? null : pattern;
}

function asPattern(tripleTerm: Quad): TriplePattern {
  return { subject: tripleTerm.subject, predicate: tripleTerm.predicate, object: tripleTerm.object };
}
