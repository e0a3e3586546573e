import type { Span } from '../model/span.ts';

/** A line without the white space at its ends. */
export interface TextLine extends Span {
  readonly words: string;
}

/** The lines of a text that hold something; `\n`, `\r\n` and `\r` end a line. */
export function findLines(text: string): readonly TextLine[] {
  const lines: TextLine[] = [];
  for (const match of text.matchAll(/[^\r\n]+/gu)) {
    const words = match[0].trim();
    if (words === '') continue;
    const start = match.index + match[0].indexOf(words);
    lines.push({ start, end: start + words.length, words });
  }
  return lines;
}
