import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { articleKeyOf } from './article-keys.ts';
import { ArticleOrder } from './article-order.ts';
import { divideGraphs, PART_SIZE, sortByName } from './claim-graph.ts';
import type { ClaimGraph, GraphEntry, GraphPart } from './claim-graph.ts';
import { DATASET_TABLES } from './dataset-tables.ts';
import { KeptRows } from './kept-rows.ts';
import type { Scratch } from './kept-rows.ts';
import { MergedRows } from './merge-rows.ts';
import { completeRows, keepForLookup, readRows } from './read-rows.ts';
import type { AskTable, LookupRows, LookupTables } from './read-rows.ts';
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

/** The tables of a claim graph. Those of things of which several articles tell are in memory; other rows come one by one. */
export interface OpenTables {
  /** The actors that are not one article's own. */
  readonly actors: readonly Cells[];
  readonly issues: readonly Cells[];
  readonly articles: readonly Cells[];
  /** All other rows of tables: those of no article, then article by article in the order of their identifiers. */
  readonly rows: (names: readonly string[]) => AsyncGenerator<TableRow>;
}

/** How tables are read. */
export interface TableSource {
  readonly graph: ClaimGraph;
  /** Answers the queries of these tables over quads. */
  readonly ask: (quads: readonly Quad[], tables: readonly string[]) => AskTable;
  /** Holds the articles' rows until all of the graph has been read. */
  readonly scratch: Scratch;
  /** The tables whose rows will be asked for, besides actors, issues and articles; all unless given. */
  readonly tables?: readonly string[];
  /** Bytes of TriG that are read at once. */
  readonly partSize?: number;
  /** Takes each part of the graph once: the graphs that are no article's, then articles by name. */
  readonly onPart?: (part: GraphPart) => Promise<void>;
  readonly onProgress?: (done: string) => void;
}

/** The tables that have one row a thing of which several articles may tell. */
const MERGED: readonly Table[] = [ACTORS, ISSUES, ARTICLES];

/** What reading a graph has found. */
interface Reading {
  readonly source: TableSource;
  readonly others: readonly GraphEntry[];
  /** Keys of the articles in the order of their identifiers. */
  readonly keys: readonly string[];
  readonly order: ArticleOrder;
  readonly kept: KeptRows;
  readonly actors: MergedRows;
  readonly known: LookupTables;
}

function columnOf(table: Table, column: string): (cells: Cells) => string {
  const place = table.columns.findIndex(({ name }) => name === column);
  return (cells) => String(cells[place]);
}

const actorOf = columnOf(ACTORS, 'actor');

function isLocal(cells: Cells): boolean {
  return articleKeyOf(actorOf(cells)) !== undefined;
}

function wanted({ tables }: TableSource): readonly Table[] {
  const isWanted = ({ name }: Table): boolean => tables === undefined || tables.includes(name);
  return DATASET_TABLES.filter((table) => !MERGED.includes(table) && isWanted(table));
}

async function readAll(table: Table, answer: AskTable): Promise<readonly Cells[]> {
  const rows: Cells[] = [];
  for await (const cells of readRows(table, answer)) rows.push(cells);
  return rows;
}

/** The key of an article's graph. */
function keyOf({ name }: GraphEntry): string {
  return articleKeyOf(name) ?? name;
}

/**
 * Reads a graph once, part by part. Issues, articles, and the actors of which several articles may tell, are put
 * together; the rows of articles are kept outside of memory until it is known what is looked up in these. What is in
 * memory is one part of the graph, and these.
 */
export async function openTables(source: TableSource): Promise<OpenTables> {
  const { graph, ask, partSize = PART_SIZE, onPart, onProgress = () => undefined } = source;
  const order = new ArticleOrder();
  const { articles, others } = divideGraphs(sortByName(graph.graphs), partSize);
  const parts = others.length === 0 ? articles : [others, ...articles];
  const actors = new MergedRows(ACTORS);
  const merged = new Map(
    MERGED.map((table) => [table.name, table === ACTORS ? actors : new MergedRows(table)]),
  );
  const tables = wanted(source);
  const kept = new KeptRows([ACTORS, ...tables], source.scratch);
  const named = new Set<string>();
  for (const [index, graphs] of parts.entries()) {
    onProgress(`reading the graph, part ${index + 1} of ${parts.length}`);
    const part = await graph.read(graphs);
    const isOthers = graphs === others;
    order.note(part.quads);
    if (isOthers) for (const { object } of part.quads) named.add(object.value);
    const asked = isOthers ? MERGED : [...MERGED, ...tables];
    const answer = ask(
      part.quads,
      asked.map(({ name }) => name),
    );
    const own = new Map<string, readonly Cells[]>();
    for (const table of asked) {
      const rows = await readAll(table, answer);
      const collected = merged.get(table.name);
      if (table === ACTORS) own.set(table.name, rows.filter(isLocal));
      else if (collected === undefined) own.set(table.name, rows);
      for (const cells of collected === undefined ? [] : rows) {
        // An article's own actors are kept with its other rows, and there may be a million of them: here are only
        // those that other graphs name.
        const actor = actorOf(cells);
        const isKept =
          table === ACTORS && !isOthers && isLocal(cells) && !named.has(actor) && !actors.has(actor);
        if (!isKept) collected?.add(cells);
      }
    }
    if (!isOthers) await kept.keep(graphs.map(keyOf), own);
    await onPart?.(part);
  }
  const known = new Map<string, LookupRows>();
  const complete = (table: Table, compare: (left: Cells, right: Cells) => number): readonly Cells[] => {
    const rows = (merged.get(table.name)?.rows() ?? []).map(completeRows(table, known)).sort(compare);
    known.set(table.name, keepForLookup(table, rows));
    return rows;
  };
  const [issueOf, articleOf, idOf] = [
    columnOf(ISSUES, 'issue'),
    columnOf(ARTICLES, 'article'),
    columnOf(ARTICLES, 'article_id'),
  ];
  const actorRows = complete(ACTORS, (left, right) => compareCodeUnits(actorOf(left), actorOf(right)));
  const inOrder = articles.flat().toSorted((left, right) => order.compareGraphs(left.name, right.name));
  const keys = [...new Set(inOrder.map(keyOf))];
  return {
    actors: actorRows.filter((cells) => !isLocal(cells)),
    issues: complete(ISSUES, (left, right) => compareCodeUnits(issueOf(left), issueOf(right))),
    articles: complete(
      ARTICLES,
      (left, right) =>
        compareCodeUnits(idOf(left), idOf(right)) || compareCodeUnits(articleOf(left), articleOf(right)),
    ),
    rows: (names) => readOtherRows(names, { source, others, keys, order, kept, actors, known }),
  };
}

/** Completes the actors that are one article's own, with what other graphs tell of them. */
function completeLocal(rows: readonly Cells[], { order, actors }: Reading): readonly Cells[] {
  return rows
    .filter(isLocal)
    .map((cells) => actors.get(actorOf(cells)) ?? cells)
    .map(completeRows(ACTORS, new Map()))
    .sort((left, right) => order.compareIris(actorOf(left), actorOf(right)));
}

/** The tables that are looked up, with the actors of an article before those that are known of all. */
function layLocalActors(local: LookupRows, known: LookupTables): LookupTables {
  const shared = known.get(ACTORS.name);
  const both = { get: (key: string) => local.get(key) ?? shared?.get(key) };
  return new Map([...known, [ACTORS.name, both]]);
}

async function* readOtherRows(names: readonly string[], reading: Reading): AsyncGenerator<TableRow> {
  const { source, others, keys, kept, known } = reading;
  const { onProgress = () => undefined } = source;
  const tables = wanted(source).filter(({ name }) => names.includes(name));
  const completers = (local: readonly Cells[]): readonly (readonly [Table, (cells: Cells) => Cells])[] => {
    const lookups = layLocalActors(keepForLookup(ACTORS, local), known);
    return tables.map((table) => [table, completeRows(table, lookups)]);
  };
  const isAsked = names.includes(ACTORS.name);
  if (others.length > 0) {
    const { quads } = await source.graph.read(others);
    const answer = source.ask(reading.order.identify(quads), [ACTORS.name, ...names]);
    const local = completeLocal(await readAll(ACTORS, answer), reading);
    const keysOfArticles = new Set(keys);
    for (const cells of isAsked ? local : []) {
      // What other graphs tell of an article's actor is told with the article.
      const isTold = keysOfArticles.has(articleKeyOf(actorOf(cells)) ?? '');
      if (!isTold) yield { table: ACTORS, cells, part: 0 };
    }
    for (const [table, complete] of completers(local)) {
      for await (const cells of readRows(table, answer)) yield { table, cells: complete(cells), part: 0 };
    }
  }
  for (const [index, key] of keys.entries()) {
    const part = index + 1;
    onProgress(`writing rows, article ${part} of ${keys.length}`);
    const rows = await kept.fetch(key, [ACTORS.name, ...names]);
    const local = completeLocal(rows.get(ACTORS.name) ?? [], reading);
    for (const cells of isAsked ? local : []) yield { table: ACTORS, cells, part };
    for (const [table, complete] of completers(local)) {
      for (const cells of rows.get(table.name) ?? []) yield { table, cells: complete(cells), part };
    }
  }
}
