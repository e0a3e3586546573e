import { DATASET_TABLES } from './dataset-tables.ts';
import { csvWriter } from './formats/table-csv.ts';
import { jsonLinesWriter } from './formats/table-jsonl.ts';
import { parquetWriter } from './formats/table-parquet.ts';
import type { SqliteFile } from './formats/sqlite-file.ts';
import type { TableWriter } from './formats/table-writer.ts';
import type { OpenTables } from './open-tables.ts';
import type { Cell, Cells, Table } from './table.ts';
import { ARTICLES } from './tables/articles.ts';

/** Opens a file of the dataset for writing. */
export type OpenFile = (path: string) => Promise<{
  readonly append: (chunk: string | Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}>;

/** What the tables hold, counted while they were written. */
export interface TableCounts {
  readonly rows: ReadonlyMap<string, number>;
  readonly uniqueKeys: ReadonlySet<string>;
  /** First and last day of publication. */
  readonly span?: readonly [string, string];
}

/** How the tables are written. */
export interface TableOptions {
  readonly neutraliseFormulas: boolean;
  readonly onProgress: (table: string, rows: number) => void;
}

/** Rows between two reports of progress. */
const PROGRESS_STEP = 1000;

function startWriters(table: Table, options: TableOptions): readonly (readonly [string, TableWriter])[] {
  const metadata = [
    { key: 'title', value: table.title },
    { key: 'description', value: table.description },
    ...table.columns.map(({ name, description }) => ({ key: `column:${name}`, value: description })),
  ];
  return [
    [`csv/${table.name}.csv`, csvWriter(table, options)],
    [`jsonl/${table.name}.jsonl`, jsonLinesWriter(table)],
    [`parquet/${table.name}.parquet`, parquetWriter(table, metadata)],
  ];
}

/** The files of a table, open: each takes every row. */
interface TableFiles {
  readonly write: (cells: Cells, part: number) => Promise<void>;
  readonly close: () => Promise<void>;
  readonly count: () => number;
  readonly hasUniqueKeys: () => boolean;
}

async function openFiles(
  table: Table,
  { open, sqlite }: { readonly open: OpenFile; readonly sqlite: SqliteFile },
  options: TableOptions,
): Promise<TableFiles> {
  const keyPlace = table.columns.findIndex(({ name }) => name === table.key);
  const files: { readonly writer: TableWriter; readonly file: Awaited<ReturnType<OpenFile>> }[] = [];
  for (const [path, writer] of startWriters(table, options)) files.push({ writer, file: await open(path) });
  let count = 0;
  let keys = new Set<Cell>();
  let isUnique = keyPlace !== -1;
  let lastPart = 0;
  return {
    write: async (cells, part) => {
      // A key is one of its part's: what is not an article's own is written from one part.
      if (part !== lastPart) keys = new Set();
      lastPart = part;
      count += 1;
      if (isUnique && keys.has(cells[keyPlace])) isUnique = false;
      keys.add(cells[keyPlace]);
      for (const { writer, file } of files) {
        const piece = writer.row(cells);
        if (piece.length > 0) await file.append(piece);
      }
      sqlite.insert(table, cells);
      if (count % PROGRESS_STEP === 0) options.onProgress(table.name, count);
    },
    close: async () => {
      for (const { writer, file } of files) {
        await file.append(writer.end());
        await file.close();
      }
      options.onProgress(table.name, count);
    },
    count: () => count,
    hasUniqueKeys: () => isUnique,
  };
}

/** First and last day on which an article was published. */
function spanOf(articles: readonly Cells[]): readonly [string, string] | undefined {
  const place = ARTICLES.columns.findIndex(({ name }) => name === 'published_on');
  const days = articles.flatMap((cells) => cells[place] ?? []).map(String);
  const [first] = days.sort();
  const last = days.at(-1);
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** Writes every table in every format. Rows stream from the graph's parts into all files at once. */
export async function writeTables(
  tables: OpenTables,
  place: { readonly open: OpenFile; readonly sqlite: SqliteFile },
  options: TableOptions,
): Promise<TableCounts> {
  const files = new Map<string, TableFiles>();
  for (const table of DATASET_TABLES) files.set(table.name, await openFiles(table, place, options));
  const { actors, issues, articles } = tables;
  for (const [name, rows] of Object.entries({ actors, issues, articles })) {
    for (const cells of rows) await files.get(name)?.write(cells, 0);
  }
  const others = DATASET_TABLES.map(({ name }) => name).filter(
    (name) => name !== 'issues' && name !== 'articles',
  );
  for await (const { table, cells, part } of tables.rows(others)) {
    await files.get(table.name)?.write(cells, part);
  }
  for (const file of files.values()) await file.close();
  const span = spanOf(articles);
  return {
    rows: new Map([...files].map(([name, file]) => [name, file.count()])),
    uniqueKeys: new Set([...files].flatMap(([name, file]) => (file.hasUniqueKeys() ? [name] : []))),
    ...(span !== undefined && { span }),
  };
}
