import { DATASET_TABLES } from './dataset-tables.ts';
import { LOOKUP_COLUMNS, readRows } from './read-rows.ts';
import type { AskTable } from './read-rows.ts';
import type { Cell, Cells } from './table.ts';

/** A row by the names of its columns. */
export type NamedRow = ReadonlyMap<string, Cell>;

/** Reads tables whole, in this order: what others look up must come before them (actors, issues, articles). */
export async function readTables(
  ask: AskTable,
  names: readonly string[],
): Promise<ReadonlyMap<string, readonly NamedRow[]>> {
  const known = new Map<string, Map<string, Cells>>();
  const tables = new Map<string, readonly NamedRow[]>();
  for (const name of names) {
    const table = DATASET_TABLES.find((candidate) => candidate.name === name);
    if (table === undefined) throw new Error(`there is no table ${name}`);
    const rows: NamedRow[] = [];
    const lookup = new Map<string, Cells>();
    for await (const cells of readRows(table, ask, known)) {
      const row = new Map(table.columns.map((column, index) => [column.name, cells[index]]));
      rows.push(row);
      lookup.set(
        String(row.get(table.key)),
        (LOOKUP_COLUMNS[name] ?? []).map((column) => row.get(column)),
      );
    }
    tables.set(name, rows);
    known.set(name, lookup);
  }
  return tables;
}

/** The rows of a table by its key. */
export function rowsByKey(
  tables: ReadonlyMap<string, readonly NamedRow[]>,
  name: string,
): ReadonlyMap<string, NamedRow> {
  const key = DATASET_TABLES.find((table) => table.name === name)?.key ?? '';
  return new Map((tables.get(name) ?? []).map((row) => [String(row.get(key)), row]));
}
