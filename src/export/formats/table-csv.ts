import type { Cell, Table } from '../table.ts';
import type { TableWriter } from './table-writer.ts';

/** How CSV is written. */
export interface CsvOptions {
  /** Puts `'` before texts that a spreadsheet would take for a formula (OWASP, CSV injection). */
  readonly neutraliseFormulas?: boolean;
}

/** Joins the parts of a list in one field. With its spaces it stands in hardly any part, so that any reader splits right. */
export const CSV_LIST_SEPARATOR = ' | ';

/** A stroke that stands alone within a part gets a backslash, so that splitting at the others gives the parts back. */
const LONE_STROKE = /(?<=^| )(\\*)\|(?= |$)/gu;

const FORMULA = /^[=+\-@\t\r]/u;

function plainText(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell !== 'object') return String(cell);
  return cell.map((part) => part.replaceAll(LONE_STROKE, String.raw`\$1|`)).join(CSV_LIST_SEPARATOR);
}

function field(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** RFC 4180 in UTF-8 without byte order mark: a line of names, lines that end with CR LF. Empty means no value. */
export function csvWriter(table: Table, { neutraliseFormulas = false }: CsvOptions = {}): TableWriter {
  let head = `${table.columns.map(({ name }) => name).join(',')}\r\n`;
  const takeHead = (): string => {
    const taken = head;
    head = '';
    return taken;
  };
  const safe = (cell: Cell): string => {
    const text = plainText(cell);
    const isText = typeof cell === 'string' || typeof cell === 'object';
    return neutraliseFormulas && isText && FORMULA.test(text) ? `'${text}` : text;
  };
  return {
    row: (cells) => `${takeHead()}${cells.map((cell) => field(safe(cell))).join(',')}\r\n`,
    end: takeHead,
  };
}
