import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { quad, stringLiteral } from '../rdf/terms.ts';
import { dcterms, prov } from '../rdf/vocabulary.ts';
import { divideGraphs, PART_SIZE, sortByName } from './claim-graph.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { DATASET_TABLES } from './dataset-tables.ts';
import { MergedRows } from './merge-rows.ts';
import { completeRows, keepForLookup, readRows } from './read-rows.ts';
import type { AskTable } from './read-rows.ts';
import type { Cells, Table } from './table.ts';
import { ACTORS } from './tables/actors.ts';
import { ARTICLES } from './tables/articles.ts';
import { ISSUES } from './tables/issues.ts';

/** A row with the table that it is in, and the number of the part of the graph that it was read from. */
export interface TableRow {
  readonly table: Table;
  readonly cells: Cells;
  readonly part: number;
}

/** The tables of a claim graph. Actors, issues and articles are in memory; the rows of all others are read again and again. */
export interface OpenTables {
  readonly actors: readonly Cells[];
  readonly issues: readonly Cells[];
  readonly articles: readonly Cells[];
  /** The rows of other tables, part by part in the order of the articles' identifiers. */
  readonly rows: (names: readonly string[]) => AsyncGenerator<TableRow>;
}

/** How tables are read. */
export interface TableSource {
  readonly graph: ClaimGraph;
  /** Answers the query of each table over these quads. */
  readonly ask: (quads: readonly Quad[]) => AskTable;
  /** Bytes of TriG that are read at once. */
  readonly partSize?: number;
  /** Takes each part of the graph once, as it is read first: articles by the names of their graphs, then all else. */
  readonly onPart?: (quads: readonly Quad[]) => Promise<void>;
  readonly onProgress?: (done: string) => void;
}

/** The tables that have one row a thing of which several articles may tell, with the columns that give their order. */
const MERGED: readonly (readonly [Table, readonly string[]])[] = [
  [ACTORS, ['actor']],
  [ISSUES, ['issue']],
  [ARTICLES, ['article_id', 'article']],
];

/** The identifiers of articles, by the article and by its graph; the least where a graph holds several. */
class Identifiers {
  readonly #ofArticle = new Map<string, string>();
  readonly #ofGraph = new Map<string, string>();

  note(quads: readonly Quad[]): void {
    for (const { subject, predicate, object, graph } of quads) {
      if (!predicate.equals(dcterms.identifier)) continue;
      this.#ofArticle.set(subject.value, object.value);
      const known = this.#ofGraph.get(graph.value);
      if (known === undefined || object.value < known) this.#ofGraph.set(graph.value, object.value);
    }
  }

  /** Orders graphs by their articles. */
  compare(left: string, right: string): number {
    return compareCodeUnits(this.#ofGraph.get(left) ?? '', this.#ofGraph.get(right) ?? '');
  }

  /** The quads with the identifiers of the articles that they are derived from, which stand in other parts. */
  complete(quads: readonly Quad[]): readonly Quad[] {
    const missing = quads.flatMap(({ predicate, object, graph }) => {
      const identifier = this.#ofArticle.get(object.value);
      return identifier === undefined ||
        object.termType !== 'NamedNode' ||
        !predicate.equals(prov.wasDerivedFrom)
        ? []
        : [quad(object, dcterms.identifier, stringLiteral(identifier), graph)];
    });
    return [...quads, ...missing];
  }
}

/**
 * Reads a graph a first time: actors, issues and articles, which many parts may tell of, are put together. What is in
 * memory is these three tables and one part of the graph.
 */
export async function openTables(source: TableSource): Promise<OpenTables> {
  const { graph, ask, partSize = PART_SIZE, onPart, onProgress = () => undefined } = source;
  const merged = new Map(MERGED.map(([table]) => [table.name, new MergedRows(table)]));
  const identifiers = new Identifiers();
  const { articles, others } = divideGraphs(sortByName(graph.graphs), partSize);
  const parts = others.length === 0 ? articles : [...articles, others];
  for (const [index, part] of parts.entries()) {
    onProgress(`reading the graph, part ${index + 1} of ${parts.length}`);
    const quads = await graph.read(part);
    identifiers.note(quads);
    const answer = ask(quads);
    for (const [table] of MERGED) {
      for await (const cells of readRows(table, answer)) merged.get(table.name)?.add(cells);
    }
    await onPart?.(quads);
  }
  const known = new Map<string, ReadonlyMap<string, Cells>>();
  const completed = new Map<string, readonly Cells[]>();
  for (const [table, order] of MERGED) {
    const rows = (merged.get(table.name)?.sortBy(order) ?? []).map(completeRows(table, known));
    completed.set(table.name, rows);
    known.set(table.name, keepForLookup(table, rows));
  }
  const [actors = [], issues = [], articleRows = []] = MERGED.map(([{ name }]) => completed.get(name) ?? []);
  return {
    actors,
    issues,
    articles: articleRows,
    rows: (names) => readOtherRows(names, { source, identifiers, known }),
  };
}

interface Reading {
  readonly source: TableSource;
  readonly identifiers: Identifiers;
  readonly known: ReadonlyMap<string, ReadonlyMap<string, Cells>>;
}

async function* readOtherRows(
  names: readonly string[],
  { source, identifiers, known }: Reading,
): AsyncGenerator<TableRow> {
  const { graph, ask, partSize = PART_SIZE, onProgress = () => undefined } = source;
  const tables = DATASET_TABLES.filter(({ name }) => names.includes(name)).map((table) => ({
    table,
    complete: completeRows(table, known),
  }));
  const byIdentifier = [...sortByName(graph.graphs)].sort((left, right) =>
    identifiers.compare(left.name, right.name),
  );
  const { articles, others } = divideGraphs(byIdentifier, partSize);
  const parts = others.length === 0 ? articles : [others, ...articles];
  for (const [part, graphs] of parts.entries()) {
    onProgress(`reading tables, part ${part + 1} of ${parts.length}`);
    const answer = ask(identifiers.complete(await graph.read(graphs)));
    for (const { table, complete } of tables) {
      for await (const cells of readRows(table, answer)) yield { table, cells: complete(cells), part };
    }
  }
}
