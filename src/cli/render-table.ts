import stringWidth from 'string-width';

/** A column: its head and on which side its cells stand. */
export interface TableColumn {
  readonly head: string;
  readonly align?: 'left' | 'right';
}

/** How a table is set. */
export interface TableOptions {
  /** Columns of the terminal; cells are wrapped so that no line is longer, where that is possible at all. */
  readonly width: number;
  /** Dresses the line of heads: bold, for instance. */
  readonly styleHead?: (line: string) => string;
}

const GUTTER = '  ';
/** A column is never narrower than its longest word, unless that is longer than this. */
const LONGEST_WORD = 26;
/** A column of sentences is never narrower than this: one word a line is not readable. */
const SENTENCE = 26;

/**
 * A table for people: heads, a rule, rows; long cells wrapped between words, nothing ever cut off.
 * Where cells are wrapped, an empty line parts the rows; where the columns have no room side by side,
 * each row is set as a list of its cells.
 */
export function renderTable(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, styleHead = (line) => line }: TableOptions,
): string {
  const cells = rows.map((row) => columns.map((_, index) => makePrintable(row[index] ?? '')));
  const extents = columns.map(({ head }, index) => measure([head, ...cells.map((row) => row[index] ?? '')]));
  const widths = fitWidths(extents, width - GUTTER.length * (columns.length - 1));
  if (widths === undefined) return renderRecords(columns, cells, { width, styleHead });
  const heads = layOut(
    columns.map(({ head }) => head),
    columns,
    widths,
  );
  const rule = widths.map((columnWidth) => '─'.repeat(columnWidth)).join(GUTTER);
  const body = cells.map((row) => layOut(row, columns, widths));
  const separator = body.some((lines) => lines.length > 1) ? '\n\n' : '\n';
  const text = body.map((lines) => lines.join('\n')).join(separator);
  return `${heads.map(styleHead).join('\n')}\n${rule}\n${text}${text === '' ? '' : '\n'}`;
}

/** A row as the lines that its cells take when each is wrapped in its column. */
function layOut(
  row: readonly string[],
  columns: readonly TableColumn[],
  widths: readonly number[],
): readonly string[] {
  const wrapped = row.map((cell, index) => wrap(cell, widths[index] ?? LONGEST_WORD));
  const height = Math.max(1, ...wrapped.map((lines) => lines.length));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((lines, index) => pad(lines[line] ?? '', widths[index] ?? 0, columns[index]?.align))
      .join(GUTTER)
      .trimEnd(),
  );
}

/** Each row as lines of head and cell; a head without a cell is left out. */
function renderRecords(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  { width, styleHead = (line) => line }: TableOptions,
): string {
  const heads = Math.max(...columns.map(({ head }) => stringWidth(head)));
  const room = Math.max(LONGEST_WORD, width - heads - GUTTER.length);
  const records = rows.map((row, index) => {
    const title = `─── ${index + 1} `;
    const lines = columns.flatMap(({ head }, column) => {
      const cell = row[column] ?? '';
      return cell === ''
        ? []
        : wrap(cell, room).map(
            (line, place) => styleHead(pad(place === 0 ? head : '', heads)) + GUTTER + line,
          );
    });
    return [title + '─'.repeat(Math.max(0, width - stringWidth(title))), ...lines].join('\n');
  });
  return `${records.join('\n')}\n`;
}

/** How wide a column would like to be, and how wide it must be. */
interface Extent {
  readonly natural: number;
  readonly least: number;
}

function measure(cells: readonly string[]): Extent {
  const words = cells.flatMap((cell) => cell.split(' ')).map((word) => stringWidth(word));
  const natural = Math.max(...cells.map((cell) => stringWidth(cell)));
  const least = Math.min(LONGEST_WORD, Math.max(...words));
  return { natural, least: natural > 2 * SENTENCE ? Math.max(least, SENTENCE) : least };
}

/** A text on one line and without anything that would steer a terminal; a line break is shown as ⏎. */
function makePrintable(text: string): string {
  return text
    .replaceAll(/\s*\n\s*/gu, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replaceAll(/\p{Cc}/gu, '\uFFFD');
}

function sum(widths: readonly number[]): number {
  return widths.reduce((total, width) => total + width, 0);
}

/** Shrinks the widest columns to one common width until all fit; undefined where they cannot. */
function fitWidths(extents: readonly Extent[], available: number): readonly number[] | undefined {
  const widthsAt = (cap: number): readonly number[] =>
    extents.map(({ natural, least }) => Math.min(natural, Math.max(cap, least)));
  let cap = Math.max(0, ...extents.map(({ natural }) => natural));
  while (cap > 0 && sum(widthsAt(cap)) > available) cap -= 1;
  const widths = widthsAt(cap);
  const left = available - sum(widths);
  if (left < 0) return undefined;
  // What the common width leaves over goes to the widest column, which usually is the quotation.
  const widest = extents.findIndex(
    ({ natural }) => natural === Math.max(...extents.map((extent) => extent.natural)),
  );
  return widths.map((width, index) =>
    index === widest ? Math.min(extents[index]?.natural ?? width, width + left) : width,
  );
}

function pad(text: string, width: number, align: 'left' | 'right' = 'left'): string {
  const blanks = ' '.repeat(Math.max(0, width - stringWidth(text)));
  return align === 'left' ? text + blanks : blanks + text;
}

/** Breaks a text between words, and a word that is wider than the column between its characters. */
function wrap(text: string, width: number): readonly string[] {
  if (stringWidth(text) <= width) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ').flatMap((whole) => breakWord(whole, width))) {
    const longer = line === '' ? word : `${line} ${word}`;
    if (stringWidth(longer) <= width) {
      line = longer;
    } else {
      if (line !== '') lines.push(line);
      line = word;
    }
  }
  return line === '' ? lines : [...lines, line];
}

const characters = new Intl.Segmenter('en', { granularity: 'grapheme' });

function breakWord(word: string, width: number): readonly string[] {
  if (stringWidth(word) <= width) return [word];
  const pieces: string[] = [];
  let piece = '';
  for (const { segment } of characters.segment(word)) {
    if (piece !== '' && stringWidth(piece + segment) > width) {
      pieces.push(piece);
      piece = '';
    }
    piece += segment;
  }
  return [...pieces, piece];
}
