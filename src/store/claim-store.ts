import type { Quad, Source, Stream, Term } from '@rdfjs/types';
import { QuadStream } from './quad-stream.ts';
import type { TermPattern } from './term-pattern.ts';
import { isWildcard } from './term-pattern.ts';
import type { TriplePattern, TripleTable } from './triple-table.ts';
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
  /** Triples; one that stands in two graphs counts once. */
  readonly size: number;
  /** The triples of the pattern in the union of all graphs, each once. */
  readonly find: (pattern: TriplePattern) => Iterable<Quad>;
  /** How many triples `find` gives; exact. */
  readonly count: (pattern: TriplePattern) => number;
  /** What a query sees. The union holds a triple once, in however many graphs it stands. */
  readonly source: (mode: DefaultGraphMode) => ClaimSource;
}

/** Loads quads, of one graph file or of several. */
export function createClaimStore(quads: readonly Quad[]): ClaimStore {
  const tripleTerms = createTripleTable();
  // Every triple once and in the default graph: this, and not a variable graph, is what the union means.
  const union = createTripleTable(tripleTerms);
  for (const quad of quads) {
    union.addTriple(quad.subject, quad.predicate, quad.object);
    addTripleTerms(quad, tripleTerms);
  }
  // Few queries say GRAPH: what only they need is built when the first of them comes.
  const named = once(() => tableOf(quads.filter(isNamed), tripleTerms));
  const unnamed = once(() =>
    tableOf(
      quads.filter((quad) => !isNamed(quad)),
      tripleTerms,
    ),
  );
  return {
    size: union.size,
    find: union.find,
    count: union.count,
    source: (mode) => createSource(named, mode === 'union' ? () => union : unnamed),
  };
}

function isNamed(quad: Quad): boolean {
  return quad.graph.termType !== 'DefaultGraph';
}

function tableOf(quads: readonly Quad[], tripleTerms: TripleTable): TripleTable {
  const table = createTripleTable(tripleTerms);
  for (const quad of quads) table.add(quad);
  return table;
}

function once<Value>(create: () => Value): () => Value {
  let created: { readonly value: Value } | undefined;
  return () => {
    created ??= { value: create() };
    return created.value;
  };
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
function createSource(named: () => TripleTable, defaultGraph: () => TripleTable): ClaimSource {
  const tableFor = (graph: TermPattern): TripleTable =>
    !isWildcard(graph) && graph.termType === 'DefaultGraph' ? defaultGraph() : named();
  return {
    features: { quotedTripleFiltering: true },
    match: (subject, predicate, object, graph) =>
      new QuadStream(tableFor(graph).find({ subject, predicate, object, graph })),
    countQuads: (subject, predicate, object, graph) =>
      tableFor(graph).count({ subject, predicate, object, graph }),
  };
}
