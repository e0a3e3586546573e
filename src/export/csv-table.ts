/** A row of a CSV file with the line on which it begins, from 1. */
export interface CsvRow {
  readonly line: number;
  readonly cells: readonly string[];
}

/** A CSV file read, or what is wrong with it as such. */
export type CsvReading =
  | { readonly rows: readonly CsvRow[] }
  | { readonly problem: string; readonly line: number };

/** A cell as RFC 4180 writes it. A formula is put behind an apostrophe: spreadsheets would carry it out. */
function writeCell(cell: string): string {
  const safe = /^[=+\-@\t\r]/u.test(cell) ? `'${cell}` : cell;
  return /["\n\r,;\t]/u.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** Rows as CSV after RFC 4180: commas, CRLF. */
export function writeCsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => `${row.map(writeCell).join(',')}\r\n`).join('');
}

/** Spreadsheets of many countries write semicolons, and Excel's “Unicode text” has tabs. */
function delimiterOf(text: string): string {
  const [head = ''] = text.split('\n', 1);
  const counts = [',', ';', '\t'].map((mark) => ({ mark, count: head.split(mark).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).mark;
}

/** Reads CSV: quoted cells may hold line breaks; a byte order mark is passed over; the delimiter is that of the head. */
export function readCsv(input: string): CsvReading {
  const text = input.replace(/^\uFEFF/u, '');
  const delimiter = delimiterOf(text);
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let cell = '';
  let line = 1;
  let start = 1;
  let quotedFrom: number | undefined;
  const endRow = (): void => {
    cells.push(cell);
    if (cells.length > 1 || cell.trim() !== '') rows.push({ line: start, cells });
    cells = [];
    cell = '';
  };
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === '\n') line += 1;
    if (quotedFrom !== undefined) {
      if (mark !== '"') cell += mark;
      else if (text.charAt(at + 1) === '"') {
        cell += mark;
        at += 1;
      } else quotedFrom = undefined;
    } else if (mark === '"' && cell === '') quotedFrom = line;
    else if (mark === delimiter) {
      cells.push(cell);
      cell = '';
    } else if (mark === '\n') {
      endRow();
      start = line;
    } else if (mark !== '\r') cell += mark;
  }
  if (quotedFrom !== undefined)
    return { problem: 'a quotation mark is opened and not closed', line: quotedFrom };
  endRow();
  return { rows };
}
