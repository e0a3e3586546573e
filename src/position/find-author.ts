import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Span } from '../model/span.ts';
import { findEntity, mentionsIn } from './index-actors.ts';
import { resolveSpan, resolveSubject } from './resolve-actor.ts';

/** How an office's own text begins: “Joint Statement on …”, “Statement from NAME on …”, “attributable to NAME”. */
const OPENING =
  /^(?:(?:joint|press|media|official|public|further|new|written)\s+)*(?:statement|communiqu[eé]|declaration|press release)(?=\s+(?:issued|from|by|of|on|about|regarding|concerning)\b|\s*[:–—]|\s*$)(?:\s+(?:issued\s+)?(?:from|by|of)\s+(?<author>.+?)(?=\s+(?:on|about|regarding|concerning|welcoming|condemning|following|after|marking)\b|[:–—]|$))?/iu;
const ATTRIBUTABLE = /attributable to (?<author>[^:\n]+)/iu;
const FIRST_BLOCKS = 4;

function authorIn(
  linked: LinkedExtraction,
  block: Span,
  pattern: RegExp,
): { readonly author?: Entity } | undefined {
  const match = pattern.exec(linked.text.text.slice(block.start, block.end));
  if (match === null) return undefined;
  const named = match.groups?.['author'];
  if (named === undefined) return {};
  const start = block.start + match.index + match[0].indexOf(named);
  const span = { start, end: start + named.length };
  const persons = mentionsIn(linked, span).filter(
    ({ type, start: from, end }) => type === 'person' && from >= span.start && end <= span.end,
  );
  const author = resolveSpan(linked, persons[0] ?? span);
  // “Statement of ‘joint understanding’ released” is a report about one.
  return author === undefined ? undefined : { author };
}

/** The first actor of whom a paragraph of the text tells something: “The members of the Troika extend …”. */
function firstSubject(linked: LinkedExtraction): Entity | undefined {
  const { text } = linked;
  for (const token of text.tokens) {
    const isBody = text.blocks[text.sentences[token.sentence]?.block ?? -1]?.kind === 'paragraph';
    const head = text.tokens[token.head];
    if (!isBody || !token.relation.startsWith('nsubj') || head?.relation !== 'root') continue;
    const entity = resolveSubject(linked, token);
    if (entity !== undefined) return entity;
  }
  return undefined;
}

/** The state behind an office, over a body in between: “NSC spokesperson” speaks for the United States. */
function findPrincipal(linked: LinkedExtraction, { principal }: Entity): string | undefined {
  return findEntity(linked, principal)?.principal ?? principal;
}

const FIRST_PERSON = /^(?:we|our|ours|us)$/i;

/** The state that a person's statement means by “we”: “the United States will suspend …, consistent with our rights”. */
function findOwnState(linked: LinkedExtraction, { type }: Entity): string | undefined {
  if (type !== 'person') return undefined;
  const { text } = linked;
  const counts = new Map<string, number>();
  for (const sentence of text.sentences) {
    const tokens = text.tokens.slice(sentence.firstToken, sentence.endToken);
    if (!tokens.some(({ form }) => FIRST_PERSON.test(form))) continue;
    for (const token of tokens) {
      if (!token.relation.startsWith('nsubj')) continue;
      const entity = resolveSubject(linked, token);
      if (entity?.type === 'state') counts.set(entity.id, (counts.get(entity.id) ?? 0) + 1);
    }
  }
  return [...counts].sort((left, right) => right[1] - left[1])[0]?.[0];
}

/** The author of a statement, and whether the whole text is in his voice or only issued by him (a readout). */
export interface Author {
  readonly entity: Entity;
  /** The id of the state or body for which the author speaks. */
  readonly principal?: string;
  readonly isVoice: boolean;
}

/**
 * Who speaks in a text that is itself a statement: the author that its opening names, else its first subject.
 * Undefined for a report.
 */
export function findAuthor(linked: LinkedExtraction): Author | undefined {
  for (const block of linked.text.blocks.filter(({ kind }) => kind !== 'metadata').slice(0, FIRST_BLOCKS)) {
    const statement = authorIn(linked, block, OPENING);
    const found = statement ?? authorIn(linked, block, ATTRIBUTABLE);
    if (found === undefined) continue;
    const entity = found.author ?? firstSubject(linked);
    if (entity === undefined) return undefined;
    const isVoice = statement !== undefined;
    const principal = findPrincipal(linked, entity) ?? (isVoice ? findOwnState(linked, entity) : undefined);
    return { entity, isVoice, ...(principal === undefined ? {} : { principal }) };
  }
  return undefined;
}
