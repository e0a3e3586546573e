import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Mention } from '../model/mention.ts';
import { overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { addToList } from './add-to-list.ts';
import { firstEndingAfter } from './locate-token.ts';

/** Who is mentioned where: made once for an article, so that a look-up does not grow with its length. */
export interface ActorIndex {
  readonly entities: ReadonlyMap<string, Entity>;
  /** Mentions by the sentence of the token that governs them. */
  readonly mentions: readonly (readonly Mention[])[];
  /** Attributions by the one that holds them. */
  readonly inner: ReadonlyMap<number, readonly Attribution[]>;
}

const INDEXED = new WeakMap<LinkedExtraction, ActorIndex>();

/** The index of an article's actors. */
export function indexActors(linked: LinkedExtraction): ActorIndex {
  const known = INDEXED.get(linked);
  if (known !== undefined) return known;
  const mentions: Mention[][] = linked.text.sentences.map(() => []);
  for (const mention of linked.mentions)
    mentions[linked.text.tokens[mention.headToken]?.sentence ?? -1]?.push(mention);
  const inner = new Map<number, Attribution[]>();
  for (const attribution of linked.attributions)
    if (attribution.parent !== undefined) addToList(inner, attribution.parent, attribution);
  const entities = new Map(linked.entities.map((entity) => [entity.id, entity]));
  const index = { entities, mentions, inner };
  INDEXED.set(linked, index);
  return index;
}

/** The entity with the id given. */
export function findEntity(linked: LinkedExtraction, id: string | undefined): Entity | undefined {
  return id === undefined ? undefined : indexActors(linked).entities.get(id);
}

/** The mentions that share a character with the span, in the order of the extraction. */
export function mentionsIn(linked: LinkedExtraction, span: Span): readonly Mention[] {
  const { mentions } = indexActors(linked);
  const { sentences } = linked.text;
  const found: Mention[] = [];
  for (let index = firstEndingAfter(sentences, span.start); index < sentences.length; index += 1) {
    if ((sentences[index]?.start ?? span.end) >= span.end) break;
    found.push(...(mentions[index] ?? []).filter((mention) => overlaps(mention, span)));
  }
  return found;
}

/** The mentions of the token's sentence. */
export function mentionsBeside(linked: LinkedExtraction, { sentence }: Token): readonly Mention[] {
  return indexActors(linked).mentions[sentence] ?? [];
}
