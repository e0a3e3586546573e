import type { Token } from '../model/annotated-text.ts';
import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
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

/** The entity of the mention that the span's head stands in: the longest mention that holds or meets the span. */
export function resolveSpan(linked: LinkedExtraction, span: Span): Entity | undefined {
  const meeting = linked.mentions
    .filter((mention) => overlaps(mention, span))
    .sort((left, right) => {
      const headFirst =
        Number(isHeadOf(linked, right.headToken, span)) - Number(isHeadOf(linked, left.headToken, span));
      return headFirst || right.end - right.start - (left.end - left.start) || left.start - right.start;
    });
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

/** The actor that a subject names, if it is one: “the United States” in “said the United States does not believe”. */
export function resolveSubject(linked: LinkedExtraction, subject: Token): Entity | undefined {
  const mention = linked.mentions
    .filter(
      ({ headToken, start, end }) =>
        headToken === subject.index || (start <= subject.start && subject.end <= end),
    )
    .sort((left, right) => right.end - right.start - (left.end - left.start))[0];
  if (mention === undefined) return undefined;
  const entity = entityOf(linked, linked.entityOfMention[mention.index]);
  return entity !== undefined && ACTOR_TYPES.has(entity.type) ? entity : undefined;
}
