import type { Quad, Source, Stream, Term } from '@rdfjs/types';
import { QuadStream } from './quad-stream.ts';
import type { TermPattern } from './term-pattern.ts';
import { isWildcard } from './term-pattern.ts';
import type { QuadPattern, TripleTable } from './triple-table.ts';
import { createTripleTable } from './triple-table.ts';

/** What a query sees outside `GRAPH`: the union of all graphs, or only the triples that stand in no graph. */
export type DefaultGraphMode = 'union' | 'strict';

/** A view of the store for a query engine: an RDF/JS source that also counts and knows triple terms. */
export interface ClaimSource extends Source {
  readonly match: (
    subject?: TermPattern,
    predicate?: TermPattern,
    object?: TermPattern,
    graph?: TermPattern,
  ) => Stream;
  readonly countQuads: (
    subject?: TermPattern,
    predicate?: TermPattern,
    object?: TermPattern,
    graph?: TermPattern,
  ) => number;
  /** Tells Comunica to hand over triple terms with their variables instead of filtering afterwards. */
  readonly features: { readonly quotedTripleFiltering: true };
}

/** The quads that a query runs over, held in memory. */
export interface ClaimStore {
  /** Quads; a triple that stands in two graphs counts twice. */
  readonly size: number;
  /** The quads of the pattern, in whatever graph. */
  readonly find: (pattern: QuadPattern) => Iterable<Quad>;
  /** Quads of the pattern, in whatever graph; exact. */
  readonly count: (pattern: QuadPattern) => number;
  /** What a query sees. The union holds a triple once, in however many graphs it stands. */
  readonly source: (mode: DefaultGraphMode) => ClaimSource;
}

/** Loads quads, of one graph file or of several. */
export function createClaimStore(quads: Iterable<Quad>): ClaimStore {
  const tripleTerms = createTripleTable();
  const named = createTripleTable(tripleTerms);
  const unnamed = createTripleTable(tripleTerms);
  for (const quad of quads) {
    (quad.graph.termType === 'DefaultGraph' ? unnamed : named).add(quad);
    addTripleTerms(quad, tripleTerms);
  }
  let union: TripleTable | undefined;
  const unionOfGraphs = (): TripleTable => {
    union ??= uniteGraphs([unnamed, named], tripleTerms);
    return union;
  };

  return {
    size: named.size + unnamed.size,
    find: function* find(pattern) {
      yield* unnamed.find(pattern);
      yield* named.find(pattern);
    },
    count: (pattern) => unnamed.count(pattern) + named.count(pattern),
    source: (mode) => createSource(named, mode === 'union' ? unionOfGraphs() : unnamed),
  };
}

/** Every triple once and in the default graph: this, and not a variable graph, is what the union means. */
function uniteGraphs(tables: readonly TripleTable[], tripleTerms: TripleTable): TripleTable {
  const union = createTripleTable(tripleTerms);
  for (const table of tables) {
    for (const { subject, predicate, object } of table.find({})) union.addTriple(subject, predicate, object);
  }
  return union;
}

/** Triple terms may stand inside triple terms: “Peskov says that Trump says …”. */
function addTripleTerms(quad: Quad, tripleTerms: TripleTable): void {
  for (const term of [quad.subject, quad.object]) {
    if (!isTripleTerm(term)) continue;
    tripleTerms.add(term);
    addTripleTerms(term, tripleTerms);
  }
}

function isTripleTerm(term: Term): term is Quad {
  return term.termType === 'Quad';
}

/**
 * A graph that is left out or a variable means the named graphs only, as SPARQL's `GRAPH ?graph` does.
 * The engine's own union option is not used: with it Comunica 5.4.1 silently answers no rows where
 * a pattern has a triple term.
 */
function createSource(named: TripleTable, defaultGraph: TripleTable): ClaimSource {
  const tableOf = (graph: TermPattern): TripleTable =>
    !isWildcard(graph) && graph.termType === 'DefaultGraph' ? defaultGraph : named;
  return {
    features: { quotedTripleFiltering: true },
    match: (subject, predicate, object, graph) =>
      new QuadStream(tableOf(graph).find({ subject, predicate, object, graph })),
    countQuads: (subject, predicate, object, graph) =>
      tableOf(graph).count({ subject, predicate, object, graph }),
  };
}
