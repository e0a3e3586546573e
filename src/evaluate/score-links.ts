import type { Span } from '../model/span.ts';
import type { ClaimDocument, ScoredEntity } from './claim-document.ts';
import { normaliseName } from './same-actor.ts';
import { sharedLength } from './span-overlap.ts';

/** How many gold entities with a Wikidata item there are, were found at all, and were linked rightly or wrongly. */
export interface LinkCounts {
  readonly gold: number;
  readonly found: number;
  readonly right: number;
  readonly wrong: number;
}

/** Whether two mentions share at least half of the longer one. */
function isCommon(one: Span, other: Span): boolean {
  return sharedLength(one, other) / Math.max(one.end - one.start, other.end - other.start) >= 0.5;
}

/** How well a predicted entity corresponds to a gold one: by name outright, else by the number of common mentions. */
function correspondence(gold: ScoredEntity, predicted: ScoredEntity): number {
  const literal = gold.mentions.filter(({ nominal }) => nominal !== true);
  const names = new Set([gold.label, ...literal.map(({ surface }) => surface ?? '')].map(normaliseName));
  if (names.has(normaliseName(predicted.label))) return Number.POSITIVE_INFINITY;
  return literal.reduce(
    (sum, one) => sum + predicted.mentions.filter((other) => isCommon(one, other)).length,
    0,
  );
}

/** Counts the links of the gold entities that have a Wikidata item. */
export function scoreLinks(gold: ClaimDocument, predicted: ClaimDocument): LinkCounts {
  const linked = gold.entities.filter(({ qid }) => qid !== undefined);
  let [found, right, wrong] = [0, 0, 0];
  for (const entity of linked) {
    const candidates = predicted.entities.map((candidate) => ({
      candidate,
      score: correspondence(entity, candidate),
    }));
    const best = Math.max(0, ...candidates.map(({ score }) => score));
    if (best === 0) continue;
    found += 1;
    const closest = candidates.filter(({ score }) => score === best).map(({ candidate }) => candidate);
    if (closest.some(({ qid }) => qid === entity.qid)) right += 1;
    else if (closest.some(({ qid }) => qid !== undefined)) wrong += 1;
  }
  return { gold: linked.length, found, right, wrong };
}
