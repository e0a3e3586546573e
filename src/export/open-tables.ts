import type { Quad } from '@rdfjs/types';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { articleKeyOf } from './article-keys.ts';
import { ArticleOrder } from './article-order.ts';
import { divideGraphs, PART_SIZE, sortByName } from './claim-graph.ts';
import type { ClaimGraph } from './claim-graph.ts';
import { DATASET_TABLES } from './dataset-tables.ts';
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

/** The tables of a claim graph. Those of things of which several articles tell are in memory; other rows are read when they are asked for. */
export interface OpenTables {
  /** The actors that are not one article's own. */
  readonly actors: readonly Cells[];
  readonly issues: readonly Cells[];
  readonly articles: readonly Cells[];
  /** All other rows of tables, part by part in the order of the articles' identifiers. */
  readonly rows: (names: readonly string[]) => AsyncGenerator<TableRow>;
}

/** How tables are read. */
export interface TableSource {
  readonly graph: ClaimGraph;
  /** Answers the queries of these tables over quads. */
  readonly ask: (quads: readonly Quad[], tables: readonly string[]) => AskTable;
  /** Bytes of TriG that are read at once. */
  readonly partSize?: number;
  /** Takes each part of the graph once, as it is read first: the graphs that are no article's, then articles by name. */
  readonly onPart?: (quads: readonly Quad[]) => Promise<void>;
  readonly onProgress?: (done: string) => void;
}

/** The tables that have one row a thing of which several articles may tell. */
const MERGED: readonly Table[] = [ACTORS, ISSUES, ARTICLES];
const MERGED_NAMES = MERGED.map(({ name }) => name);

/** What reading a graph the first time has found. */
interface FirstReading {
  readonly source: TableSource;
  readonly order: ArticleOrder;
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

/**
 * Reads a graph a first time: issues, articles, and the actors of which several articles may tell, are put together.
 * What is in memory is these and one part of the graph.
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
  const named = new Set<string>();
  for (const [index, part] of parts.entries()) {
    onProgress(`reading the graph, part ${index + 1} of ${parts.length}`);
    const quads = await graph.read(part);
    order.note(quads);
    if (part === others) for (const { object } of quads) named.add(object.value);
    const answer = ask(quads, MERGED_NAMES);
    for (const table of MERGED) {
      for await (const cells of readRows(table, answer)) {
        // An article's own actors are met again with its other rows, and there may be a million of them: here are
        // only those that other graphs name.
        const actor = actorOf(cells);
        const isMetAgain =
          table === ACTORS && part !== others && isLocal(cells) && !named.has(actor) && !actors.has(actor);
        if (!isMetAgain) merged.get(table.name)?.add(cells);
      }
    }
    await onPart?.(quads);
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
  return {
    actors: actorRows.filter((cells) => !isLocal(cells)),
    issues: complete(ISSUES, (left, right) => compareCodeUnits(issueOf(left), issueOf(right))),
    articles: complete(
      ARTICLES,
      (left, right) =>
        compareCodeUnits(idOf(left), idOf(right)) || compareCodeUnits(articleOf(left), articleOf(right)),
    ),
    rows: (names) => readOtherRows(names, { source, order, known, actors }),
  };
}

/** The actors of a part that are an article's own, with what other graphs tell of them. */
async function readLocalActors(answer: AskTable, { order, actors }: FirstReading): Promise<readonly Cells[]> {
  const found: Cells[] = [];
  for await (const cells of readRows(ACTORS, answer)) {
    if (isLocal(cells)) found.push(actors.get(actorOf(cells)) ?? cells);
  }
  return found
    .map(completeRows(ACTORS, new Map()))
    .sort((left, right) => order.compareIris(actorOf(left), actorOf(right)));
}

/** The tables that are looked up, with the actors of a part before those that are known of all. */
function layLocalActors(local: LookupRows, known: LookupTables): LookupTables {
  const shared = known.get(ACTORS.name);
  const both = { get: (key: string) => local.get(key) ?? shared?.get(key) };
  return new Map([...known, [ACTORS.name, both]]);
}

async function* readOtherRows(names: readonly string[], reading: FirstReading): AsyncGenerator<TableRow> {
  const { source, order, known } = reading;
  const { graph, ask, partSize = PART_SIZE, onProgress = () => undefined } = source;
  const tables = DATASET_TABLES.filter((table) => names.includes(table.name) && !MERGED.includes(table));
  const byIdentifier = graph.graphs.toSorted((left, right) => order.compareGraphs(left.name, right.name));
  const { articles, others } = divideGraphs(byIdentifier, partSize);
  const parts = others.length === 0 ? articles : [others, ...articles];
  const keysOfArticles = new Set(articles.flat().map(({ name }) => articleKeyOf(name)));
  for (const [part, graphs] of parts.entries()) {
    onProgress(`reading tables, part ${part + 1} of ${parts.length}`);
    const isOthers = graphs === others;
    const answer = ask(order.identify(await graph.read(graphs)), [ACTORS.name, ...names]);
    const local = await readLocalActors(answer, reading);
    for (const cells of names.includes(ACTORS.name) ? local : []) {
      // What other graphs tell of an article's actor is told with the article.
      const isTold = isOthers && keysOfArticles.has(articleKeyOf(actorOf(cells)));
      if (!isTold) yield { table: ACTORS, cells, part };
    }
    const lookups = layLocalActors(keepForLookup(ACTORS, local), known);
    for (const table of tables) {
      const complete = completeRows(table, lookups);
      for await (const cells of readRows(table, answer)) yield { table, cells: complete(cells), part };
    }
  }
}
