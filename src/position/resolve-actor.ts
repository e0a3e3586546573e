import type { Token } from '../model/annotated-text.ts';
import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { findEntity, mentionsBeside, mentionsIn } from './index-actors.ts';
import { firstEndingAfter } from './locate-token.ts';

const ACTOR_TYPES: ReadonlySet<string> = new Set([
  'person',
  'state',
  'organisation',
  'group',
  'outlet',
  'other',
]);

/** “Merkel” in “Merkel’s spokesperson, Steffen Seibert” names somebody else. */
export function isPossessor(linked: LinkedExtraction, mention: Mention): boolean {
  const { tokens } = linked.text;
  const next = tokens[firstEndingAfter(tokens, mention.end)];
  const isMarked = next !== undefined && next.start <= mention.end + 1 && /^['’]s?$/.test(next.form);
  // Without its “’s” only a pronoun possesses.
  return isMarked || linked.text.tokens[mention.headToken]?.xpos === 'PRP$';
}

const LINKS = /^(?:of|for|to|from|by|with|including|under|against|like|as)$/i;

/** “Merkel” in “a spokesman for Chancellor Angela Merkel”, a name in “officials including …”: not who speaks. */
function isComplement(linked: LinkedExtraction, span: Span, { title, start }: Mention): boolean {
  const { tokens } = linked.text;
  const first = firstEndingAfter(tokens, title?.start ?? start);
  const before = tokens[first - 1];
  const link = before?.upos === 'DET' ? tokens[first - 2] : before;
  return link !== undefined && link.start > span.start && LINKS.test(link.form);
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
    if (isComplement(linked, span, mention)) return 4;
    if (isPerson && !isPossessor(linked, mention)) return 0;
    return isHeadOf(linked, mention.headToken, span) ? 1 : isPossessor(linked, mention) ? 3 : 2;
  };
  return (left, right) =>
    rank(left) - rank(right) || right.end - right.start - (left.end - left.start) || left.start - right.start;
}

/** The entity that a source names: that of the person, or of the noun that governs the words. */
export function resolveSpan(linked: LinkedExtraction, span: Span): Entity | undefined {
  const meeting = mentionsIn(linked, span).toSorted(compareMentions(linked, span));
  for (const mention of meeting) {
    const entity = findEntity(linked, linked.entityOfMention[mention.index]);
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
  return mentionsBeside(linked, token)
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
  const entity = findEntity(linked, linked.entityOfMention[mention.index]);
  return entity !== undefined && ACTOR_TYPES.has(entity.type) ? entity : undefined;
}
