import { escapeXml } from '../formats/escape-xml.ts';
import { mostFrequent, shorten } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { balanceOf, inkOn, MARKS, PALETTE } from './palette.ts';
import { figure, legend, textAt } from './svg.ts';

const CELL = 30;
const LEFT = 210;
const LABEL = 34;
/** The most rows and columns that can be read on a page. */
const MOST = 40;

/** Actor × issue: what each actor is reported to hold, with the number of claims; most frequent first. */
export function drawStanceMatrix(claims: readonly FigureClaim[]): string {
  const actors = mostFrequent(
    claims.map(({ actor }) => actor),
    MOST,
  );
  const issues = mostFrequent(
    claims.map(({ issue }) => issue),
    MOST,
  );
  const head = 64 + Math.min(LABEL, Math.max(0, ...issues.map(({ length }) => length))) * 5.2;
  // Slanted labels of the last columns stand out to the right.
  const width = LEFT + issues.length * CELL + 200;
  const rows = actors.map((actor, row) => {
    const y = head + row * CELL;
    const cells = issues.map((issue, column) => {
      const x = LEFT + column * CELL;
      const found = claims.filter((claim) => claim.actor === actor && claim.issue === issue);
      const frame = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="none" stroke="#DDDDDD"/>\n`;
      if (found.length === 0) return frame;
      const balance = balanceOf(found.map(({ polarity }) => polarity));
      const words = found.map(({ date, stance, words: quoted }) => `${date} ${stance}: ${quoted}`).join('\n');
      const label = found.length === 1 ? MARKS[balance] : `${MARKS[balance]}${found.length}`;
      return `${frame}<g><title>${escapeXml(`${actor} on ${issue}\n${words}`)}</title><rect x="${x + 2}" y="${y + 2}" width="${CELL - 4}" height="${CELL - 4}" fill="${PALETTE[balance]}"/>
${textAt(x + CELL / 2, y + 20, label, { anchor: 'middle', colour: inkOn(balance), weight: 'bold' })}</g>\n`;
    });
    return `${textAt(LEFT - 8, y + 20, shorten(actor, 28), { anchor: 'end' })}${cells.join('')}`;
  });
  const heads = issues.map((issue, column) =>
    textAt(LEFT + column * CELL + 20, head - 8, shorten(issue, LABEL), { rotate: -45, size: 12 }),
  );
  const bottom = head + actors.length * CELL + 34;
  const key = legend(LEFT, bottom, [
    ['for', 'for'],
    ['against', 'against'],
    ['mixed', 'both'],
    ['neutral', 'neither'],
  ]);
  return figure(
    'Reported positions by actor and issue',
    Math.max(width, LEFT + 500),
    bottom + 20,
    `${heads.join('')}${rows.join('')}${key}`,
  );
}
