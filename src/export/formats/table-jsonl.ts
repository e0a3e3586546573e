import type { Table } from '../table.ts';
import type { TableWriter } from './table-writer.ts';

/** One JSON object a line, every column in every line: null where there is no value, an array where it is a list. */
export function jsonLinesWriter(table: Table): TableWriter {
  const names = table.columns.map(({ name }) => name);
  return {
    row: (cells) =>
      `${JSON.stringify(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? null])))}\n`,
    end: () => '',
  };
}
