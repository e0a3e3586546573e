import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { ActorReference } from '../model/claim.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Span } from '../model/span.ts';
import { tokensIn } from './content-words.ts';
import type { Author } from './find-author.ts';
import { findEntity, mentionsIn } from './index-actors.ts';
import { resolveSpan, resolveSubject } from './resolve-actor.ts';

/** Who says it, whose position it is, and for whom that one speaks by office. */
export interface Roles {
  readonly speaker: ActorReference;
  readonly holder: ActorReference;
  readonly onBehalfOf?: string;
}

const THIRD_PERSON = new Set(['it', 'he', 'she', 'they']);
const FIRST_PERSON = new Set(['i', 'we', 'us', 'our', 'my', 'me']);

/** How the subject of a content stands to its speaker. */
export type SubjectRole = 'self' | 'actor' | 'other';

/** The source's entity; `undefined` where the text names somebody whom nobody could resolve. */
function resolveSource(linked: LinkedExtraction, attribution: Attribution): string | undefined {
  for (const span of attribution.source) {
    const entity = resolveSpan(linked, span);
    if (entity !== undefined) return entity.id;
  }
  return undefined;
}

function isToldByArticle({ reporting, cueKind }: Attribution): boolean {
  return reporting === 'article-voice' || (reporting === 'headline' && cueKind !== 'speech');
}

function isFirstPerson(linked: LinkedExtraction, { source }: Attribution): boolean {
  const [span] = source;
  return span !== undefined && FIRST_PERSON.has(linked.text.text.slice(span.start, span.end).toLowerCase());
}

/** Whoever signs a statement speaks for the state or body whose office it is. */
function asAuthor({ entity, principal }: Author): Roles {
  return { speaker: entity.id, holder: principal ?? entity.id };
}

/** “No seat, no troops: Trump’s new roadmap” is Trump's. */
function namedAfterColon(linked: LinkedExtraction, content: readonly Span[]): string | undefined {
  const colon = tokensIn(linked.text, content).find(({ form }) => form === ':');
  const next = colon === undefined ? undefined : linked.text.tokens[colon.index + 1];
  return next === undefined ? undefined : resolveSubject(linked, next)?.id;
}

function sourceless(
  linked: LinkedExtraction,
  { reporting, content }: Attribution,
  around: Roles | undefined,
  author: Author | undefined,
): Roles {
  if (reporting === 'headline') {
    if (author?.isVoice === true) return asAuthor(author);
    return { speaker: ARTICLE, holder: namedAfterColon(linked, content) ?? ARTICLE };
  }
  if (author !== undefined && around === undefined) return asAuthor(author);
  const holder = reporting === 'article-voice' ? ARTICLE : UNATTRIBUTED;
  return { speaker: around?.speaker ?? holder, holder };
}

/** The source as holder and, unless the article itself or a statement's author tells it, as speaker. */
export function findSpeaker(
  linked: LinkedExtraction,
  attribution: Attribution,
  author: Author | undefined,
): Roles {
  const outer = linked.attributions[attribution.parent ?? -1];
  const around =
    outer === undefined || outer === attribution ? undefined : findSpeaker(linked, outer, author);
  if (isFirstPerson(linked, attribution)) {
    // “We support it,” she said: “we” is she; in a statement it is the author.
    if (around !== undefined) return around;
    if (author !== undefined) return asAuthor(author);
  }
  if (attribution.source.length === 0) return sourceless(linked, attribution, around, author);
  const source = resolveSource(linked, attribution);
  if (source === undefined) {
    return { speaker: isToldByArticle(attribution) ? ARTICLE : UNATTRIBUTED, holder: UNATTRIBUTED };
  }
  const principal = findEntity(linked, source)?.principal;
  // What is told inside somebody's words is told by him, not by the article; a statement is told by its author.
  const told = isToldByArticle(attribution) ? (author?.entity.id ?? ARTICLE) : source;
  const speaker = around?.speaker ?? (author?.isVoice === true ? author.entity.id : told);
  return { speaker, holder: source, ...(principal === undefined ? {} : { onBehalfOf: principal }) };
}

/** Whether a source names an entity, if only among others. */
export function isNamedIn(linked: LinkedExtraction, source: readonly Span[], entity: string): boolean {
  return source
    .flatMap((span) => mentionsIn(linked, span))
    .some(({ index }) => linked.entityOfMention[index] === entity);
}

/** Whether the subject is the speaker, another actor, or a thing. */
export function roleOfSubject(
  linked: LinkedExtraction,
  subject: Token | undefined,
  roles: Roles,
  { source }: Attribution,
): SubjectRole {
  if (subject === undefined) return 'other';
  // “emphasised their commitment to”: the speaker's own.
  if (FIRST_PERSON.has(subject.form.toLowerCase()) || subject.xpos === 'PRP$') return 'self';
  const entity = resolveSubject(linked, subject);
  // “Iran announced it was resuming research”: a pronoun that leads nowhere else is the speaker, if he is named.
  // “The president knows how it will look”: “it” is no person.
  const isIt = subject.form.toLowerCase() === 'it' && findEntity(linked, roles.holder)?.type === 'person';
  if (entity === undefined)
    return source.length > 0 &&
      !isIt &&
      subject.upos === 'PRON' &&
      THIRD_PERSON.has(subject.form.toLowerCase())
      ? 'self'
      : 'other';
  if (entity.id === roles.holder) return 'self';
  // “Kenya and Uganda said they would resume talks”: whichever “they” leads to, it is those who speak.
  return subject.upos === 'PRON' && isNamedIn(linked, source, entity.id) ? 'self' : 'actor';
}

/** The roles when the content tells what another actor wants or does: “said the United States does not believe …”. */
export function handOver(linked: LinkedExtraction, subject: Token, roles: Roles): Roles {
  const entity = resolveSubject(linked, subject);
  if (entity === undefined || entity.type === 'other') return roles;
  return {
    speaker: roles.speaker,
    holder: entity.id,
    ...(entity.principal === undefined ? {} : { onBehalfOf: entity.principal }),
  };
}
