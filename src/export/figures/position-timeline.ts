import { escapeXml } from '../formats/escape-xml.ts';
import { actorNames, groupClaims, mostFrequent, shorten, tellWhatIsShown } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { balanceOf, inkOn, MARKS, PALETTE } from './palette.ts';
import { BALANCE_KEY, figure, labelWidth, legend, textAt } from './svg.ts';

const WIDTH = 720;
const ROW = 34;
const TOP = 76;
const MARGIN = 20;
const ACTOR_LABEL = 40;
/** The most rows that can be read on a page. */
const MOST = 30;
/** Between two dates on the axis, so that they do not touch. */
const TICK = 110;

/** The dates that are written at the axis: the first, the last, and of those between as many as there is room for. */
function chooseTicks(days: readonly string[], place: (day: string) => number): readonly string[] {
  const last = days.at(-1);
  const chosen: string[] = [];
  for (const day of days) {
    const before = chosen.at(-1);
    const isFree = before === undefined || place(day) - place(before) >= TICK;
    const leavesRoom = last === undefined || day === last || place(last) - place(day) >= TICK;
    if (isFree && leavesRoom) chosen.push(day);
  }
  return chosen;
}

/**
 * One issue over time: a mark for each day on which an actor is reported to hold something. Claims without a day are
 * left out; undefined where no other is left.
 */
export function drawTimeline(issue: string, claims: readonly FigureClaim[]): string | undefined {
  const dated = claims.filter((claim) => claim.issue === issue && claim.date !== '');
  const days = [...new Set(dated.map(({ date }) => date))].toSorted();
  const [start, end] = [days[0], days.at(-1)];
  if (start === undefined || end === undefined) return undefined;
  const names = actorNames(dated);
  const actors = mostFrequent(
    dated.map(({ holder }) => holder),
    MOST,
  );
  const labels = actors.map((actor) => shorten(names.get(actor) ?? actor, ACTOR_LABEL));
  const left = MARGIN + labelWidth(labels) + 10;
  const [first, last] = [Date.parse(start), Date.parse(end)];
  const place = (day: string): number => {
    const share = last === first ? 0.5 : (Date.parse(day) - first) / (last - first);
    return Math.round((left + 20 + share * (WIDTH - 40)) * 10) / 10;
  };
  const rows = actors.map((actor, row) => {
    const y = TOP + row * ROW;
    const own = groupClaims(
      dated.filter(({ holder }) => holder === actor),
      ({ date }) => date,
    );
    const marks = [...own.keys()].toSorted().map((day) => {
      const found = own.get(day) ?? [];
      const balance = balanceOf(found.map(({ polarity }) => polarity));
      const words = found.map(({ stance, words: quoted }) => `${stance}: ${quoted}`).join('\n');
      return `<g><title>${escapeXml(`${names.get(actor) ?? actor}, ${day}\n${words}`)}</title><circle cx="${place(day)}" cy="${y}" r="11" fill="${PALETTE[balance]}" stroke="#FFFFFF"/>
${textAt(place(day), y + 5, MARKS[balance], { anchor: 'middle', colour: inkOn(balance), weight: 'bold' })}</g>\n`;
    });
    return `<line x1="${left}" y1="${y}" x2="${left + WIDTH}" y2="${y}" stroke="#DDDDDD"/>
${textAt(left - 10, y + 5, labels[row] ?? '', { anchor: 'end' })}${marks.join('')}`;
  });
  const bottom = TOP + actors.length * ROW;
  const axis = chooseTicks(days, place).map(
    (
      day,
    ) => `<line x1="${place(day)}" y1="${bottom - 16}" x2="${place(day)}" y2="${bottom - 10}" stroke="${PALETTE.ink}"/>
${textAt(place(day), bottom + 6, day, { anchor: 'middle', size: 12 })}`,
  );
  return figure(
    shorten(issue, 90),
    left + WIDTH + 40,
    bottom + 56,
    `${rows.join('')}${axis.join('')}${legend(left, bottom + 36, BALANCE_KEY)}`,
    tellWhatIsShown(actors.length, names.size, 'actors'),
  );
}
