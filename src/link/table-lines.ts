/** The rows of a tab-separated file: comment lines (`#`) and empty lines left out, cells trimmed. */
export function readRows(text: string): string[][] {
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

/** The parts of a cell that lists alternatives: `US|U.S.`; none for an empty or missing cell. */
export function splitCell(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}
