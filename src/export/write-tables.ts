import { DATASET_TABLES } from './dataset-tables.ts';
import { csvWriter } from './formats/table-csv.ts';
import { jsonLinesWriter } from './formats/table-jsonl.ts';
import { parquetWriter } from './formats/table-parquet.ts';
import type { SqliteFile } from './formats/sqlite-file.ts';
import type { TableWriter } from './formats/table-writer.ts';
import { LOOKUP_COLUMNS, readRows } from './read-rows.ts';
import type { AskTable } from './read-rows.ts';
import type { Cells, Table } from './table.ts';

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

/** Tables whose columns others look up come first, those they look up before them. */
function inOrderOfLookup(): readonly Table[] {
  const first = ['actors', 'issues', 'articles'];
  const rank = ({ name }: Table): number => (first.includes(name) ? first.indexOf(name) : first.length);
  return DATASET_TABLES.toSorted((left, right) => rank(left) - rank(right));
}

/**
 * Writes every table in every format. Rows stream from the query into all files at once; only the columns that other
 * tables look up, and the keys, are kept.
 */
export async function writeTables(
  ask: AskTable,
  open: OpenFile,
  sqlite: SqliteFile,
  options: TableOptions,
): Promise<TableCounts> {
  const known = new Map<string, Map<string, Cells>>();
  const rows = new Map<string, number>();
  const uniqueKeys = new Set<string>();
  const days: string[] = [];
  for (const table of inOrderOfLookup()) {
    const { columns, key, name } = table;
    const place = (column: string): number => columns.findIndex((candidate) => candidate.name === column);
    const keyPlace = place(key);
    const lookedUp = LOOKUP_COLUMNS[name]?.map(place);
    const kept = new Map<string, Cells>();
    const keys = new Set<string>();
    const day = place('published_on');
    const files = [];
    for (const [path, writer] of startWriters(table, options)) files.push({ writer, file: await open(path) });
    let count = 0;
    for await (const cells of readRows(table, ask, known)) {
      count += 1;
      if (count % PROGRESS_STEP === 0) options.onProgress(name, count);
      for (const { writer, file } of files) await file.append(writer.row(cells));
      sqlite.insert(table, cells);
      const keyValue = cells[keyPlace];
      if (typeof keyValue === 'string') {
        keys.add(keyValue);
        if (lookedUp !== undefined)
          kept.set(
            keyValue,
            lookedUp.map((index) => cells[index]),
          );
      }
      const published = cells[day];
      if (typeof published === 'string') days.push(published);
    }
    for (const { writer, file } of files) {
      await file.append(writer.end());
      await file.close();
    }
    if (lookedUp !== undefined) known.set(name, kept);
    if (key !== '' && keys.size === count) uniqueKeys.add(name);
    rows.set(name, count);
    options.onProgress(name, count);
  }
  const [first] = days.sort();
  const last = days.at(-1);
  return { rows, uniqueKeys, ...(first !== undefined && last !== undefined && { span: [first, last] }) };
}
