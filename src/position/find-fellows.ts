import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { childrenOf, subtreeOf } from './climb-tree.ts';
import { tokensIn } from './content-words.ts';
import { findEntity, mentionsIn } from './index-actors.ts';
import { isPossessor } from './resolve-actor.ts';

const JOINED =
  /^(?:,? ?(?:and|or|nor|as well as|along with|together with|but also)|,) ?(?:the|its|their|our)? ?$/i;
const LAST = /\b(?:and|or|nor|as well as|along with|together with|but also)\b/i;
const ACTORS: ReadonlySet<string> = new Set(['person', 'state', 'organisation', 'group']);

function startOf({ title, start }: Mention): number {
  return Math.min(title?.start ?? start, start);
}

/** The words between two mentions, a possessor's left out: “and India’s Narendra Modi”. */
function wordsBetween(text: string, left: Mention, right: Mention): string {
  return text.slice(left.end, startOf(right)).replace(/\p{Lu}[\p{L} .-]*['’]s /gu, '');
}

/** The names of a span that stand by themselves: no possessor, none inside another. */
function namesIn(linked: LinkedExtraction, span: Span): readonly Mention[] {
  const inside = mentionsIn(linked, span).filter((mention) => covers(span, mention));
  return inside
    .filter(({ kind }) => kind !== 'pronoun' && kind !== 'nominal' && kind !== 'demonym')
    .filter((mention) => !isPossessor(linked, mention))
    .filter((mention) => !inside.some((other) => other !== mention && covers(other, mention)))
    .toSorted((left, right) => left.start - right.start);
}

/** A span that ends with the first of those whom it names, with the others: “China” in “China and Russia vetoed”. */
function widen({ text }: LinkedExtraction, span: Span): Span {
  const joined = tokensIn(text, [span])
    .flatMap((token) => childrenOf(text, token))
    .filter(({ relation, start }) => relation === 'conj' && start >= span.end)
    .flatMap((token) => subtreeOf(text, token));
  return { start: span.start, end: Math.max(span.end, ...joined.map(({ end }) => end)) };
}

/**
 * The other actors who take a position together with the holder, by the words that name them all: Uganda for Kenya in
 * “Kenya and Uganda rejected the plan”. None where a single name covers them, or where no “and” joins them.
 */
export function findFellows(linked: LinkedExtraction, span: Span, holder: string): readonly Entity[] {
  const names = namesIn(linked, widen(linked, span));
  const place = names.findIndex(({ index }) => linked.entityOfMention[index] === holder);
  const chain: Mention[] = [];
  let words = '';
  for (const [position, name] of names.entries()) {
    const last = chain.at(-1);
    const between = last === undefined ? '' : wordsBetween(linked.text.text, last, name);
    if (last === undefined || JOINED.test(between)) {
      chain.push(name);
      words += between;
    } else if (position <= place) {
      chain.splice(0, chain.length, name);
      words = '';
    } else break;
  }
  if (place < 0 || !LAST.test(words)) return [];
  const fellows = new Map<string, Entity>();
  for (const { index } of chain) {
    const entity = findEntity(linked, linked.entityOfMention[index]);
    if (entity !== undefined && entity.id !== holder && ACTORS.has(entity.type))
      fellows.set(entity.id, entity);
  }
  return [...fellows.values()];
}
