import { groupBy } from '../../rdf/group-by.ts';
import { actorNames, mostFrequent, tellWhatIsShown, wordsId } from './figure-claim.ts';
import type { FigureClaim } from './figure-claim.ts';
import { balanceOf, inkOn, PALETTE } from './palette.ts';
import { figure, labelWidth, legend, LEGEND_WIDTH, markOf, shorten, textAt, withWords } from './svg.ts';

const CELL = 30;
const MARGIN = 20;
/** The longest labels, in characters. */
const ACTOR_LABEL = 40;
const ISSUE_LABEL = 50;
/** The most rows and columns that can be read on a page. */
const MOST = 40;
const SLANT = Math.SQRT1_2;

/** The words behind a cell, for whoever points at it. */
function describeCell(claims: readonly FigureClaim[]): string {
  return claims.map(({ date, stance, words }) => `${date} ${stance}: ${words}`).join('\n');
}

function drawCell(x: number, y: number, found: readonly FigureClaim[]): string {
  const frame = `<rect x="${x}" y="${y}" width="${CELL}" height="${CELL}" fill="none" stroke="#DDDDDD"/>\n`;
  const [first] = found;
  if (first === undefined) return frame;
  const balance = balanceOf(found.map(({ polarity }) => polarity));
  const mark = markOf(balance, found.length);
  const words = `${first.actor} on ${first.issue}\n${describeCell(found)}`;
  const size = mark.length > 2 ? 11 : 13;
  const content = `<rect x="${x + 2}" y="${y + 2}" width="${CELL - 4}" height="${CELL - 4}" fill="${PALETTE[balance]}"/>
${textAt(x + CELL / 2, y + 20, mark, { anchor: 'middle', colour: inkOn(balance), weight: 'bold', size })}`;
  return `${frame}${withWords(wordsId(first), words, content)}`;
}

/** Actor × issue: what each actor is reported to hold, with the number of claims; most frequent first. */
export function drawStanceMatrix(claims: readonly FigureClaim[]): string {
  const names = actorNames(claims);
  const often = mostFrequent(
    claims.map(({ issue }) => issue),
    MOST,
  );
  // Of the actors on the issues that are shown, so that no row is empty; then no column may be.
  const onThem = claims.filter(({ issue }) => often.includes(issue));
  const actors = mostFrequent(
    onThem.map(({ holder }) => holder),
    MOST,
  );
  const issues = often.filter((issue) =>
    onThem.some((claim) => claim.issue === issue && actors.includes(claim.holder)),
  );
  const allIssues = new Set(claims.map(({ issue }) => issue)).size;
  const byCell = groupBy(claims, ({ holder, issue }) => JSON.stringify([holder, issue]));
  const rowLabels = actors.map((actor) => shorten(names.get(actor) ?? actor, ACTOR_LABEL));
  const columnLabels = issues.map((issue) => shorten(issue, ISSUE_LABEL));
  const left = MARGIN + labelWidth(rowLabels) + 8;
  const slanted = labelWidth(columnLabels, 12) * SLANT;
  const head = 60 + slanted;
  const rows = actors.map((actor, row) => {
    const y = head + row * CELL;
    const cells = issues.map((issue, column) =>
      drawCell(left + column * CELL, y, byCell.get(JSON.stringify([actor, issue])) ?? []),
    );
    return `${textAt(left - 8, y + 20, rowLabels[row] ?? '', { anchor: 'end' })}${cells.join('')}`;
  });
  const heads = columnLabels.map((label, column) =>
    textAt(left + column * CELL + 20, head - 8, label, { rotate: -45, size: 12 }),
  );
  const bottom = head + actors.length * CELL + 34;
  const note = [
    tellWhatIsShown(actors.length, names.size, 'actors'),
    tellWhatIsShown(issues.length, allIssues, 'issues'),
  ];
  return figure(
    'Reported positions by actor and issue',
    Math.max(left + issues.length * CELL + slanted, left + LEGEND_WIDTH + MARGIN),
    bottom + 20,
    `${heads.join('')}${rows.join('')}${legend(left, bottom)}`,
    note.filter((part) => part !== '').join(', '),
  );
}
