import type { Token } from '../model/annotated-text.ts';
import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers, overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';

const ACTOR_TYPES: ReadonlySet<string> = new Set([
  'person',
  'state',
  'organisation',
  'group',
  'outlet',
  'other',
]);

function entityOf(linked: LinkedExtraction, id: string | undefined): Entity | undefined {
  return linked.entities.find((entity) => entity.id === id);
}

/** “Merkel” in “Merkel’s spokesperson, Steffen Seibert” names somebody else. */
function isPossessor(linked: LinkedExtraction, mention: Mention): boolean {
  const next = linked.text.tokens.find(({ start }) => start >= mention.end);
  const isMarked = next !== undefined && next.start <= mention.end + 1 && /^['’]s?$/.test(next.form);
  return isMarked || linked.text.tokens[mention.headToken]?.relation === 'nmod:poss';
}

/** “Turkey and Libya”: a group that is the whole source, but for its article. */
function isWhole({ kind, start, end }: Mention, span: Span): boolean {
  return kind === 'group' && end >= span.end && start - span.start <= 'both the '.length;
}

/** Those who speak together before each of them; a person's own name before the office and the state in front of it, then the governing noun, then the longest. */
function compareMentions(linked: LinkedExtraction, span: Span): (left: Mention, right: Mention) => number {
  const rank = (mention: Mention): number => {
    if (isWhole(mention, span)) return -1;
    const isPerson = mention.type === 'person' && mention.kind === 'name' && covers(span, mention);
    if (isPerson && !isPossessor(linked, mention)) return 0;
    return isHeadOf(linked, mention.headToken, span) ? 1 : isPossessor(linked, mention) ? 3 : 2;
  };
  return (left, right) =>
    rank(left) - rank(right) || right.end - right.start - (left.end - left.start) || left.start - right.start;
}

/** The entity that a source names: that of the person, or of the noun that governs the words. */
export function resolveSpan(linked: LinkedExtraction, span: Span): Entity | undefined {
  const meeting = linked.mentions
    .filter((mention) => overlaps(mention, span))
    .sort(compareMentions(linked, span));
  for (const mention of meeting) {
    const entity = entityOf(linked, linked.entityOfMention[mention.index]);
    if (entity !== undefined) return entity;
  }
  return undefined;
}

/** Whether the token governs the words of the span. */
function isHeadOf(linked: LinkedExtraction, index: number, span: Span): boolean {
  const token = linked.text.tokens[index];
  if (token === undefined || !covers(span, token)) return false;
  const head = linked.text.tokens[token.head];
  return head === undefined || !covers(span, head);
}

function mentionOf(linked: LinkedExtraction, token: Token): Mention | undefined {
  return linked.mentions
    .filter(
      ({ headToken, start, end }) => headToken === token.index || (start <= token.start && token.end <= end),
    )
    .sort((left, right) => right.end - right.start - (left.end - left.start))[0];
}

/** Whether a subject is called by a name or an office, not only described: “the airline”, “government forces”. */
export function isNamed(linked: LinkedExtraction, subject: Token): boolean {
  const kind = mentionOf(linked, subject)?.kind;
  return kind !== undefined && kind !== 'nominal' && kind !== 'group' && kind !== 'pronoun';
}

/** The actor that a subject names, if it is one: “the United States” in “said the United States does not believe”. */
export function resolveSubject(linked: LinkedExtraction, subject: Token): Entity | undefined {
  const mention = mentionOf(linked, subject);
  if (mention === undefined) return undefined;
  const entity = entityOf(linked, linked.entityOfMention[mention.index]);
  return entity !== undefined && ACTOR_TYPES.has(entity.type) ? entity : undefined;
}
