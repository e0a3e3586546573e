import { escapeXml } from '../formats/escape-xml.ts';
import { mostFrequent, shorten } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { balanceOf, inkOn, MARKS, PALETTE } from './palette.ts';
import { figure, legend, textAt } from './svg.ts';

const LEFT = 210;
const WIDTH = 720;
const ROW = 34;
const TOP = 70;
const MOST = 30;

/** One issue over time: a mark for each day on which an actor is reported to hold something. Undated claims are left out. */
export function drawTimeline(issue: string, claims: readonly FigureClaim[]): string {
  const dated = claims.filter((claim) => claim.issue === issue && claim.date !== '');
  const days = dated.map(({ date }) => date).toSorted();
  const first = Date.parse(days[0] ?? '1970-01-01');
  const last = Date.parse(days.at(-1) ?? '1970-01-01');
  const place = (day: string): number =>
    Math.round(
      (LEFT + 20 + (last === first ? 0.5 : (Date.parse(day) - first) / (last - first)) * (WIDTH - 40)) * 10,
    ) / 10;
  const actors = mostFrequent(
    dated.map(({ actor }) => actor),
    MOST,
  );
  const rows = actors.map((actor, row) => {
    const y = TOP + row * ROW;
    const own = dated.filter((claim) => claim.actor === actor);
    const marks = [...new Set(own.map(({ date }) => date))].toSorted().map((day) => {
      const found = own.filter(({ date }) => date === day);
      const balance = balanceOf(found.map(({ polarity }) => polarity));
      const words = found.map(({ stance, words: quoted }) => `${stance}: ${quoted}`).join('\n');
      return `<g><title>${escapeXml(`${actor}, ${day}\n${words}`)}</title><circle cx="${place(day)}" cy="${y}" r="11" fill="${PALETTE[balance]}"/>
${textAt(place(day), y + 5, MARKS[balance], { anchor: 'middle', colour: inkOn(balance), weight: 'bold' })}</g>\n`;
    });
    return `<line x1="${LEFT}" y1="${y}" x2="${LEFT + WIDTH}" y2="${y}" stroke="#DDDDDD"/>
${textAt(LEFT - 10, y + 5, shorten(actor, 28), { anchor: 'end' })}${marks.join('')}`;
  });
  const bottom = TOP + actors.length * ROW;
  const ends = [...new Set([days[0] ?? '', days.at(-1) ?? ''])].filter((day) => day !== '');
  const axis = ends
    .map((day) => textAt(place(day), bottom + 6, day, { anchor: 'middle', size: 12 }))
    .join('');
  const key = legend(LEFT, bottom + 36, [
    ['for', 'for'],
    ['against', 'against'],
    ['mixed', 'both'],
    ['neutral', 'neither'],
  ]);
  return figure(shorten(issue, 90), LEFT + WIDTH + 40, bottom + 56, `${rows.join('')}${axis}${key}`);
}
