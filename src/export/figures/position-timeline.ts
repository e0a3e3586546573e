import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { actorNames, mostFrequent, tellWhatIsShown, wordsId } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { balanceOf, inkOn, PALETTE } from './palette.ts';
import { figure, labelWidth, legend, markOf, shorten, textAt, withWords } from './svg.ts';

const WIDTH = 720;
const ROW = 34;
const TOP = 76;
const MARGIN = 20;
const ACTOR_LABEL = 40;
/** The most rows that can be read on a page. */
const MOST = 30;
const RADIUS = 11;
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

/** Claims of one actor whose marks would lie on each other. */
interface Mark {
  readonly x: number;
  readonly claims: readonly FigureClaim[];
}

/** The marks of one actor: claims of a day, with those of later days that are nearer to it than a mark is wide. */
function gatherMarks(claims: readonly FigureClaim[], place: (day: string) => number): readonly Mark[] {
  const marks: { readonly x: number; readonly claims: FigureClaim[] }[] = [];
  for (const claim of claims.toSorted((left, right) => compareCodeUnits(left.date, right.date))) {
    const x = place(claim.date);
    const mark = marks.at(-1);
    if (mark !== undefined && x - mark.x < 2 * RADIUS) mark.claims.push(claim);
    else marks.push({ x, claims: [claim] });
  }
  return marks;
}

function drawMark({ x, claims }: Mark, y: number): string {
  const [first] = claims;
  if (first === undefined) return '';
  const balance = balanceOf(claims.map(({ polarity }) => polarity));
  const mark = markOf(balance, claims.length);
  const words = claims.map(({ date, stance, words: quoted }) => `${date} ${stance}: ${quoted}`).join('\n');
  const size = mark.length > 2 ? 10 : 12;
  const content = `<circle cx="${x}" cy="${y}" r="${RADIUS}" fill="${PALETTE[balance]}" stroke="#FFFFFF"/>
${textAt(x, y + 4.5, mark, { anchor: 'middle', colour: inkOn(balance), weight: 'bold', size })}`;
  return withWords(wordsId(first), `${first.actor}\n${words}`, content);
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
    const own = dated.filter(({ holder }) => holder === actor);
    const marks = gatherMarks(own, place).map((mark) => drawMark(mark, y));
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
    `${rows.join('')}${axis.join('')}${legend(left, bottom + 36)}`,
    tellWhatIsShown(actors.length, names.size, 'actors'),
  );
}
