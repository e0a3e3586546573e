import stringWidth from 'string-width';
import { escapeXml } from '../formats/escape-xml.ts';
import { inkOn, MARKS, PALETTE } from './palette.ts';
import type { Balance } from './palette.ts';

/** How a text is set; `rotate` is in degrees. */
export interface TextStyle {
  readonly anchor?: 'start' | 'middle' | 'end';
  readonly size?: number;
  readonly colour?: string;
  readonly rotate?: number;
  readonly weight?: 'normal' | 'bold';
}

/** A text at a place. */
export function textAt(x: number, y: number, text: string, style: TextStyle = {}): string {
  const { anchor = 'start', size = 13, colour = PALETTE.ink, rotate = 0, weight = 'normal' } = style;
  const turn = rotate === 0 ? '' : ` transform="rotate(${rotate} ${x} ${y})"`;
  return `<text x="${x}" y="${y}" font-size="${size}" font-weight="${weight}" fill="${colour}" text-anchor="${anchor}"${turn}>${escapeXml(text)}</text>\n`;
}

/**
 * Pixels that a label of the usual size takes at most, in the widest of the fonts that stand in for each other; a
 * Chinese, Japanese or Korean character is twice as wide as a letter.
 */
export function labelWidth(labels: readonly string[], size = 13): number {
  return Math.max(0, ...labels.map((label) => stringWidth(label))) * size * 0.62;
}

const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A label cut to a length that a figure has room for, in letters; no character is cut in two. */
export function shorten(label: string, length: number): string {
  if (stringWidth(label) <= length) return label;
  let kept = '';
  for (const { segment } of GRAPHEMES.segment(label)) {
    if (stringWidth(kept + segment) > length - 1) break;
    kept += segment;
  }
  return `${kept.trimEnd()}…`;
}

/**
 * A whole figure on white, with its title for readers and for screen readers.
 * @param note what a reader must know, in a line below the title.
 */
export function figure(title: string, width: number, height: number, content: string, note = ''): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const below = note === '' ? '' : textAt(16, 46, note, { size: 12 });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="group" font-family="'Source Sans 3', 'Helvetica Neue', Arial, sans-serif">
<title>${escapeXml(title)}</title>
<rect width="${w}" height="${h}" fill="#FFFFFF"/>
${textAt(16, 28, title, { size: 17, weight: 'bold' })}${below}${content}</svg>
`;
}

/** What the marks of positions mean. */
const BALANCE_KEY = [
  ['for', 'for'],
  ['against', 'against'],
  ['mixed', 'both'],
  ['neutral', 'neither'],
] as const;

/** What follows the marks in a legend. */
const COUNT_KEY = 'a number: how many claims';

/** From one entry of a legend to the next. */
const LEGEND_GAP = 18;

/** What colours and marks mean, in a line that begins at `x`. */
export function legend(x: number, y: number): string {
  let left = x;
  const marks = BALANCE_KEY.map(([balance, words]) => {
    const mark = `<rect x="${left}" y="${y - 13}" width="16" height="16" fill="${PALETTE[balance]}"/>
${textAt(left + 8, y, MARKS[balance], { anchor: 'middle', colour: inkOn(balance), weight: 'bold' })}${textAt(left + 22, y, words, { size: 12 })}`;
    left += Math.round(22 + labelWidth([words], 12) + LEGEND_GAP);
    return mark;
  });
  return `${marks.join('')}${textAt(left, y, COUNT_KEY, { size: 12 })}`;
}

/** The room that a legend takes. */
export const LEGEND_WIDTH = Math.ceil(
  BALANCE_KEY.reduce((sum, [, words]) => sum + 22 + labelWidth([words], 12) + LEGEND_GAP, 0) +
    labelWidth([COUNT_KEY], 12),
);

/** The mark of so many claims of one balance: `+`, or `+3`. */
export function markOf(balance: Balance, claims: number): string {
  return claims === 1 ? MARKS[balance] : `${MARKS[balance]}${claims}`;
}

/** What stands behind a mark: the words at a hint, and a link to them in the page beside the figure. */
export function withWords(id: string, words: string, content: string): string {
  return `<a href="${FIGURE_PAGE}#${id}"><title>${escapeXml(words)}</title>${content}</a>\n`;
}

/** The file of the page that shows the words. */
export const FIGURE_PAGE = 'index.html';
