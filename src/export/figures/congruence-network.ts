import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { escapeXml } from '../formats/escape-xml.ts';
import type { Network, NetworkEdge } from '../networks/network.ts';
import { PALETTE } from './palette.ts';
import { figure, labelWidth, shorten, textAt } from './svg.ts';

const LABEL = 34;
const MOST = 40;
/** Along the circle, between one actor and the next. */
const SPACING = 26;
const TOP = 60;
const MARGIN = 20;
/** From the centre of a node to its label. */
const GAP = 13;
/** Room for the key below the circle. */
const KEY_WIDTH = 560;
/** More lines than this hide each other; the strongest are drawn. */
const MOST_LINES = 150;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** How much an actor agrees and disagrees with all others. */
function strengths(edges: readonly NetworkEdge[]): ReadonlyMap<string, number> {
  const strength = new Map<string, number>();
  for (const { source, target, weight } of edges) {
    for (const end of [source, target]) strength.set(end, (strength.get(end) ?? 0) + Math.abs(weight));
  }
  return strength;
}

/** Orders actors so that each stands beside the one with whom it agrees most of those that are left. */
function besideTheirLike(actors: readonly string[], edges: readonly NetworkEdge[]): readonly string[] {
  const weights = new Map<string, number>();
  for (const { source, target, weight } of edges) {
    weights.set(JSON.stringify([source, target]), weight);
    weights.set(JSON.stringify([target, source]), weight);
  }
  const left = [...actors];
  const ordered = left.splice(0, 1);
  while (left.length > 0) {
    const last = ordered.at(-1) ?? '';
    const agreement = left.map((actor) => weights.get(JSON.stringify([last, actor])) ?? 0);
    ordered.push(...left.splice(agreement.indexOf(Math.max(...agreement)), 1));
  }
  return ordered;
}

/** What a weight says: claims of the two actors on one issue agree or disagree pair by pair. */
function describeTie(weight: number): string {
  const [more, less] = weight > 0 ? (['agree', 'disagree'] as const) : (['disagree', 'agree'] as const);
  return `${Math.abs(weight)} more pairs of claims ${more} than ${less}`;
}

/** What the circle and its labels take round its centre: right, left, above and below. */
function measureCircle(radius: number, texts: readonly string[]): readonly [number, number, number, number] {
  const ends = texts.map((text, index) => {
    const angle = angleOf(index, texts.length);
    const length = radius + GAP + labelWidth([text]);
    return [length * Math.cos(angle), length * Math.sin(angle)] as const;
  });
  const reach = (value: (end: readonly [number, number]) => number): number =>
    Math.ceil(Math.max(radius + GAP, ...ends.map(value)) + MARGIN);
  return [reach(([x]) => x), reach(([x]) => -x), reach(([, y]) => -y), reach(([, y]) => y)];
}

function angleOf(index: number, count: number): number {
  return ((index + 0.5) / count) * 2 * Math.PI - Math.PI / 2;
}

/**
 * Actors in a circle, joined where they agree more than they disagree (solid) or the other way round (dashed); the
 * wider, the more. Labels stand away from the circle like rays, so that they never touch.
 */
export function drawNetwork({ actors, edges }: Network, labels: ReadonlyMap<string, string>): string {
  const strength = strengths(edges);
  const joined = actors.filter((actor) => strength.has(actor));
  const strongest = joined
    .toSorted(
      (left, right) =>
        (strength.get(right) ?? 0) - (strength.get(left) ?? 0) || compareCodeUnits(left, right),
    )
    .slice(0, MOST);
  const shown = besideTheirLike(strongest, edges);
  const texts = shown.map((actor) => shorten(labels.get(actor) ?? actor, LABEL));
  const radius = Math.max(150, (shown.length * SPACING) / (2 * Math.PI));
  const [right, left, above, below] = measureCircle(radius, texts);
  const width = Math.max(left + right, KEY_WIDTH);
  const centre = { x: left + (width - left - right) / 2, y: TOP + above };
  const placeOf = new Map(
    shown.map((actor, index) => {
      const angle = angleOf(index, shown.length);
      const x = round(centre.x + radius * Math.cos(angle));
      return [actor, { x, y: round(centre.y + radius * Math.sin(angle)), angle }];
    }),
  );
  const heaviest = edges.reduce((most, { weight }) => Math.max(most, Math.abs(weight)), 1);
  const between = edges.filter(({ source, target }) => placeOf.has(source) && placeOf.has(target));
  const drawn = between
    .toSorted((left, right) => Math.abs(right.weight) - Math.abs(left.weight))
    .slice(0, MOST_LINES);
  const lines = drawn.flatMap(({ source, target, weight }) => {
    const from = placeOf.get(source);
    const to = placeOf.get(target);
    if (from === undefined || to === undefined) return [];
    const colour = weight > 0 ? PALETTE.for : PALETTE.against;
    const dashes = weight > 0 ? '' : ' stroke-dasharray="7 5"';
    const words = `${labels.get(source) ?? source} – ${labels.get(target) ?? target}: ${describeTie(weight)}`;
    return [
      `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${colour}" stroke-width="${round(1 + (5 * Math.abs(weight)) / heaviest)}" stroke-opacity="0.75"${dashes}><title>${escapeXml(words)}</title></line>\n`,
    ];
  });
  const nodes = [...placeOf].map(([, { x, y, angle }], index) => {
    const isRight = Math.cos(angle) >= -0.01;
    const turn = round((angle * 180) / Math.PI) + (isRight ? 0 : 180);
    const [labelX, labelY] = [x + GAP * Math.cos(angle), y + GAP * Math.sin(angle)].map(round);
    const label = `<g transform="translate(${labelX ?? x} ${labelY ?? y}) rotate(${turn})">
${textAt(0, 4, texts[index] ?? '', { anchor: isRight ? 'start' : 'end' })}</g>`;
    return `<circle cx="${x}" cy="${y}" r="7" fill="${PALETTE.ink}"/>\n${label}\n`;
  });
  const bottom = shown.length === 0 ? TOP + 60 : centre.y + below + 20;
  const empty = textAt(16, TOP + 20, 'No two actors are reported to speak for or against the same issue.');
  const key = `<line x1="30" y1="${bottom - 4}" x2="70" y2="${bottom - 4}" stroke="${PALETTE.for}" stroke-width="4"/>
${textAt(78, bottom, 'agree more often', { size: 12 })}<line x1="210" y1="${bottom - 4}" x2="250" y2="${bottom - 4}" stroke="${PALETTE.against}" stroke-width="4" stroke-dasharray="7 5"/>
${textAt(258, bottom, 'disagree more often', { size: 12 })}${textAt(400, bottom, 'wider: more often', { size: 12 })}`;
  const notes = [
    ...(shown.length === joined.length
      ? []
      : [`the ${shown.length} of ${joined.length} actors with the strongest ties`]),
    ...(drawn.length === between.length ? [] : [`the ${drawn.length} strongest of ${between.length} ties`]),
  ];
  return figure(
    'Who agrees with whom',
    width,
    bottom + 24,
    shown.length === 0 ? empty : `${lines.join('')}${nodes.join('')}${key}`,
    notes.join(', '),
  );
}
