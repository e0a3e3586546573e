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

/** Pixels that a label of the usual size takes at most, in the widest of the fonts that stand in for each other. */
export function labelWidth(labels: readonly string[], size = 13): number {
  return Math.max(0, ...labels.map(({ length }) => length)) * size * 0.6;
}

/**
 * A whole figure on white, with its title for readers and for screen readers.
 * @param note what a reader must know, in a line below the title.
 */
export function figure(title: string, width: number, height: number, content: string, note = ''): string {
  const [w, h] = [Math.ceil(width), Math.ceil(height)];
  const below = note === '' ? '' : textAt(16, 46, note, { size: 12 });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" role="img" font-family="'Source Sans 3', 'Helvetica Neue', Arial, sans-serif">
<title>${escapeXml(title)}</title>
<rect width="${w}" height="${h}" fill="#FFFFFF"/>
${textAt(16, 28, title, { size: 17, weight: 'bold' })}${below}${content}</svg>
`;
}

/** What the marks of positions mean. */
export const BALANCE_KEY = [
  ['for', 'for'],
  ['against', 'against'],
  ['mixed', 'both'],
  ['neutral', 'neither'],
] as const;

/** What colours and marks mean, in a line that begins at `x`. */
export function legend(x: number, y: number, kinds: readonly (readonly [Balance, string])[]): string {
  return kinds
    .map(([balance, words], index) => {
      const left = x + index * 120;
      return `<rect x="${left}" y="${y - 13}" width="16" height="16" fill="${PALETTE[balance]}"/>
${textAt(left + 8, y, MARKS[balance], { anchor: 'middle', colour: inkOn(balance), weight: 'bold' })}${textAt(left + 22, y, words, { size: 12 })}`;
    })
    .join('');
}
