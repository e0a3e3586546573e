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

/** The source as holder and, unless the article itself tells an act, as speaker. */
export function findSpeaker(linked: LinkedExtraction, attribution: Attribution): Roles {
  const source = resolveSource(linked, attribution);
  const voice = attribution.reporting === 'article-voice' || attribution.reporting === 'headline';
  if (source === undefined) {
    const nobody = voice && attribution.source.length === 0 ? ARTICLE : UNATTRIBUTED;
    return { speaker: voice ? ARTICLE : nobody, holder: nobody };
  }
  const principal = linked.entities.find(({ id }) => id === source)?.principal;
  return {
    speaker: isToldByArticle(attribution) ? ARTICLE : source,
    holder: source,
    ...(principal === undefined ? {} : { onBehalfOf: principal }),
  };
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
