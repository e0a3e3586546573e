import { escapeXml } from '../formats/escape-xml.ts';
import type { Network } from '../networks/network.ts';
import { shorten } from './figure-claim.ts';
import { PALETTE } from './palette.ts';
import { figure, textAt } from './svg.ts';

const SIZE = 760;
const RADIUS = 250;
const MOST = 40;

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Actors in a circle, joined where they agree more than they disagree (solid) or the other way round (dashed); the wider, the more. */
export function drawNetwork({ actors, edges }: Network, labels: ReadonlyMap<string, string>): string {
  const strength = new Map<string, number>();
  for (const { source, target, weight } of edges) {
    for (const end of [source, target]) strength.set(end, (strength.get(end) ?? 0) + Math.abs(weight));
  }
  const shown = actors
    .filter((actor) => strength.has(actor))
    .toSorted(
      (left, right) => (strength.get(right) ?? 0) - (strength.get(left) ?? 0) || (left < right ? -1 : 1),
    )
    .slice(0, MOST);
  const placeOf = new Map(
    shown.map((actor, index) => {
      const angle = (index / shown.length) * 2 * Math.PI - Math.PI / 2;
      return [
        actor,
        {
          x: round(SIZE / 2 + RADIUS * Math.cos(angle)),
          y: round(SIZE / 2 + 20 + RADIUS * Math.sin(angle)),
          angle,
        },
      ];
    }),
  );
  const heaviest = Math.max(1, ...edges.map(({ weight }) => Math.abs(weight)));
  const lines = edges.flatMap(({ source, target, weight }) => {
    const from = placeOf.get(source);
    const to = placeOf.get(target);
    if (from === undefined || to === undefined) return [];
    const colour = weight > 0 ? PALETTE.for : PALETTE.against;
    const dashes = weight > 0 ? '' : ' stroke-dasharray="7 5"';
    const words = `${labels.get(source) ?? source} – ${labels.get(target) ?? target}: ${weight}`;
    return [
      `<line x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}" stroke="${colour}" stroke-width="${round(1 + (5 * Math.abs(weight)) / heaviest)}" stroke-opacity="0.75"${dashes}><title>${escapeXml(words)}</title></line>\n`,
    ];
  });
  const nodes = [...placeOf].map(([actor, { x, y, angle }]) => {
    const isRight = Math.cos(angle) >= -0.01;
    const label = textAt(
      round(x + (isRight ? 12 : -12)),
      round(y + 4 + 10 * Math.sin(angle)),
      shorten(labels.get(actor) ?? actor, 22),
      {
        anchor: isRight ? 'start' : 'end',
      },
    );
    return `<circle cx="${x}" cy="${y}" r="7" fill="${PALETTE.ink}"/>\n${label}`;
  });
  const y = SIZE + 10;
  const key = `<line x1="30" y1="${y - 4}" x2="70" y2="${y - 4}" stroke="${PALETTE.for}" stroke-width="4"/>
${textAt(78, y, 'agree more often', { size: 12 })}<line x1="210" y1="${y - 4}" x2="250" y2="${y - 4}" stroke="${PALETTE.against}" stroke-width="4" stroke-dasharray="7 5"/>
${textAt(258, y, 'disagree more often', { size: 12 })}`;
  return figure('Who agrees with whom', SIZE, SIZE + 30, `${lines.join('')}${nodes.join('')}${key}`);
}
