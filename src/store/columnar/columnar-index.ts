import type { Quad, Term } from '@rdfjs/types';
import { createGrowingColumn } from './growing-column.ts';
import type { GraphMembership } from './graph-membership.ts';
import { listGraphs } from './graph-membership.ts';
import type { SortedTriples } from './sorted-triples.ts';
import { gather, identityOrder, sortByKey, sortTriples } from './sorted-triples.ts';
import type { TermDictionary, TermNumbering } from './term-dictionary.ts';
import { createTermDictionary, numberTerm } from './term-dictionary.ts';
import { TERM_KIND } from './term-kind.ts';
import { createTermTableBuilder } from './term-table-builder.ts';
import type { ValueColumns } from './term-values.ts';
import { readValueColumns } from './term-values.ts';

/** A graph store that cannot be changed: a dictionary, sorted triples, and in which graphs each of them stands. */
export interface ColumnarIndex {
  readonly dictionary: TermDictionary;
  readonly values: ValueColumns;
  readonly triples: SortedTriples;
  readonly graphs: GraphMembership;
}

/** Takes quads one by one and keeps none of them. */
export interface ColumnarIndexBuilder {
  readonly add: (quad: Quad) => void;
  readonly finish: () => ColumnarIndex;
}

/** A builder of an index. A quad that is given twice counts once. */
export function createIndexBuilder(): ColumnarIndexBuilder {
  const table = createTermTableBuilder();
  table.add(TERM_KIND.defaultGraph, 0, '');
  const subjects = createGrowingColumn();
  const predicates = createGrowingColumn();
  const objects = createGrowingColumn();
  const graphs = createGrowingColumn();
  const number = rememberNames(table.add);
  return {
    add: ({ subject, predicate, object, graph }) => {
      subjects.push(number(subject));
      predicates.push(number(predicate));
      objects.push(number(object));
      graphs.push(number(graph));
    },
    finish: () => {
      const dictionary = createTermDictionary(table.finish());
      return createColumnarIndex(
        dictionary,
        distinctQuads(
          subjects.values(),
          predicates.values(),
          objects.values(),
          graphs.values(),
          dictionary.length,
        ),
      );
    },
  };
}

/** Names whose numbers are remembered while an index is built. */
const REMEMBERED_NAMES = 100_000;

/** Numbers terms; names come again and again, and a map finds them in half the time. */
function rememberNames(numbering: TermNumbering): (term: Term) => number {
  const known = new Map<string, number>();
  const numberName: TermNumbering = (kind, qualifier, text) => {
    if (kind !== TERM_KIND.iri) return numbering(kind, qualifier, text);
    const remembered = known.get(text);
    if (remembered !== undefined) return remembered;
    if (known.size >= REMEMBERED_NAMES) known.clear();
    const number = numbering(kind, qualifier, text);
    known.set(text, number);
    return number;
  };
  return (term) => numberTerm(term, numberName);
}

/** The index of some quads. */
export function indexQuads(quads: Iterable<Quad>): ColumnarIndex {
  const builder = createIndexBuilder();
  for (const quad of quads) builder.add(quad);
  return builder.finish();
}

/** Distinct triples in order, and for each the graphs that it stands in: `graphs[graphStarts[row] …]`. */
export interface DistinctQuads {
  readonly subjects: Uint32Array;
  readonly predicates: Uint32Array;
  readonly objects: Uint32Array;
  readonly graphStarts: Uint32Array;
  readonly graphs: Uint32Array;
}

/** The index of a dictionary and its quads. */
export function createColumnarIndex(dictionary: TermDictionary, quads: DistinctQuads): ColumnarIndex {
  return {
    dictionary,
    values: readValueColumns(dictionary),
    triples: sortTriples(quads.subjects, quads.predicates, quads.objects, dictionary.length),
    graphs: listGraphs(quads.graphStarts, quads.graphs, dictionary.length),
  };
}

/** Quads in order, each once; `bound` is more than the greatest number. */
export function distinctQuads(
  subjects: Uint32Array,
  predicates: Uint32Array,
  objects: Uint32Array,
  graphs: Uint32Array,
  bound: number,
): DistinctQuads {
  let order = sortByKey(identityOrder(subjects.length), graphs, bound);
  for (const keys of [objects, predicates, subjects]) order = sortByKey(order, keys, bound);
  const rows = createGrowingColumn();
  const graphStarts = createGrowingColumn();
  const rowGraphs = createGrowingColumn();
  let last = -1;
  for (const place of order) {
    const isSameTriple =
      last !== -1 &&
      subjects[last] === subjects[place] &&
      predicates[last] === predicates[place] &&
      objects[last] === objects[place];
    if (isSameTriple && graphs[last] === graphs[place]) continue;
    if (!isSameTriple) {
      rows.push(place);
      graphStarts.push(rowGraphs.length);
    }
    rowGraphs.push(graphs[place] ?? 0);
    last = place;
  }
  graphStarts.push(rowGraphs.length);
  return {
    subjects: gather(subjects, rows.values()),
    predicates: gather(predicates, rows.values()),
    objects: gather(objects, rows.values()),
    graphStarts: graphStarts.values().slice(),
    graphs: rowGraphs.values().slice(),
  };
}

/** The triple terms of an index as triples of their own; `ids` gives the triple term's number, place by place in each order. */
export interface TripleTermTable {
  readonly triples: SortedTriples;
  readonly ids: Readonly<Record<TripleOrder, Uint32Array>>;
}

/** The name of a sorted order. */
export type TripleOrder = 'spo' | 'pos' | 'osp';

/** Lists the triple terms, so that a pattern with variables inside one is a look-up and not a scan. */
export function listTripleTerms(dictionary: TermDictionary): TripleTermTable {
  const ids = createGrowingColumn();
  const parts = [createGrowingColumn(), createGrowingColumn(), createGrowingColumn()] as const;
  for (let id = 1; id < dictionary.length; id += 1) {
    if (dictionary.kind(id) !== TERM_KIND.triple) continue;
    ids.push(id);
    const packed = dictionary.text(id);
    parts.forEach((part, index) => {
      part.push(packed.charCodeAt(2 * index) * 0x1_0000 + packed.charCodeAt(2 * index + 1));
    });
  }
  const [subjects, predicates, objects] = parts;
  let order = identityOrder(ids.length);
  for (const keys of [objects, predicates, subjects])
    order = sortByKey(order, keys.values(), dictionary.length);
  const idsByRow = gather(ids.values(), order);
  const triples = sortTriples(
    gather(subjects.values(), order),
    gather(predicates.values(), order),
    gather(objects.values(), order),
    dictionary.length,
  );
  return {
    triples,
    ids: { spo: idsByRow, pos: gather(idsByRow, triples.pos.rows), osp: gather(idsByRow, triples.osp.rows) },
  };
}
