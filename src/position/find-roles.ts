import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { ActorReference } from '../model/claim.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { resolveSpan, resolveSubject } from './resolve-actor.ts';

/** Who says it, whose position it is, and for whom that one speaks by office. */
export interface Roles {
  readonly speaker: ActorReference;
  readonly holder: ActorReference;
  readonly onBehalfOf?: string;
}

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

/** The source as holder and, unless the article itself tells an act, as speaker. */
export function findSpeaker(linked: LinkedExtraction, attribution: Attribution): Roles {
  const outer = linked.attributions[attribution.parent ?? -1];
  const around = outer === undefined || outer === attribution ? undefined : findSpeaker(linked, outer);
  // “We support it,” she said: “we” is she.
  if (around !== undefined && isFirstPerson(linked, attribution)) return around;
  const source = resolveSource(linked, attribution);
  const isVoice = attribution.reporting === 'article-voice' || attribution.reporting === 'headline';
  if (source === undefined) {
    const nobody = isVoice && attribution.source.length === 0 ? ARTICLE : UNATTRIBUTED;
    return { speaker: around?.speaker ?? (isVoice ? ARTICLE : nobody), holder: nobody };
  }
  const principal = linked.entities.find(({ id }) => id === source)?.principal;
  // What is told inside somebody's words is told by him, not by the article.
  const speaker = around?.speaker ?? (isToldByArticle(attribution) ? ARTICLE : source);
  return { speaker, holder: source, ...(principal === undefined ? {} : { onBehalfOf: principal }) };
}

/** Whether the subject is the speaker, another actor, or a thing. */
export function roleOfSubject(
  linked: LinkedExtraction,
  subject: Token | undefined,
  roles: Roles,
): SubjectRole {
  if (subject === undefined) return 'other';
  if (FIRST_PERSON.has(subject.form.toLowerCase())) return 'self';
  const entity = resolveSubject(linked, subject);
  if (entity === undefined) return 'other';
  return entity.id === roles.holder ? 'self' : 'actor';
}

/** The roles when the content tells what another actor wants or does: “said the United States does not believe …”. */
export function handOver(linked: LinkedExtraction, subject: Token, roles: Roles): Roles {
  const entity = resolveSubject(linked, subject);
  if (entity === undefined) return roles;
  return {
    speaker: roles.speaker,
    holder: entity.id,
    ...(entity.principal === undefined ? {} : { onBehalfOf: entity.principal }),
  };
}
