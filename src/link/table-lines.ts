/** The rows of a tab-separated file: comment lines (`#`) and empty lines left out, cells trimmed. */
export function readRows(text: string): string[][] {
  const rows: string[][] = [];
  for (const start of rowStarts(text)) {
    const cells = rowAt(text, start);
    if (cells.some((cell) => cell !== '')) rows.push(cells);
  }
  return rows;
}

/** Where the rows of a tab-separated file begin: comment lines and lines without a character left out. */
export function rowStarts(text: string): number[] {
  const starts: number[] = [];
  for (let start = 0; start < text.length;) {
    const end = text.indexOf('\n', start);
    const next = end < 0 ? text.length : end + 1;
    if (end !== start && !text.startsWith('#', start)) starts.push(start);
    start = next;
  }
  return starts;
}

/** The cells of the row that begins at an offset, trimmed. */
export function rowAt(text: string, start: number): string[] {
  const end = text.indexOf('\n', start);
  return text
    .slice(start, end < 0 ? text.length : end)
    .split('\t')
    .map((cell) => cell.trim());
}

/** The parts of a cell that lists alternatives: `US|U.S.`; none for an empty or missing cell. */
export function splitCell(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}
