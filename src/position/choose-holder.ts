import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Composition } from './compose-stance.ts';
import type { Author } from './find-author.ts';
import { findSpeaker, handOver } from './find-roles.ts';
import type { Roles, SubjectRole } from './find-roles.ts';
import { indexActors } from './index-actors.ts';
import type { IssueMatch } from './match-issue.ts';
import { isNamed } from './resolve-actor.ts';

/** The attribution that all of the content is: “the United States does not believe that …” in “he said that …”. */
function findWholeInner(linked: LinkedExtraction, attribution: Attribution): Attribution | undefined {
  const start = attribution.content[0]?.start ?? 0;
  return indexActors(linked)
    .inner.get(attribution.index)
    ?.find(
      ({ source, content }) =>
        source[0] !== undefined &&
        source[0].start - start <= 1 &&
        source[0].start >= start &&
        (content.at(-1)?.end ?? 0) >= (attribution.content.at(-1)?.end ?? 0) - 2,
    );
}

/** What decides whose position a content tells. */
export interface Telling {
  readonly roles: Roles;
  readonly composition: Composition;
  readonly subject: Token | undefined;
  readonly role: SubjectRole;
  readonly match: IssueMatch | undefined;
}

/** Whether the content tells a position of its subject: what it wants, or what it does about the issue. A fact is nobody's. */
function tellsPosition(linked: LinkedExtraction, { composition, subject, match }: Telling): boolean {
  if (match?.issue.kind === 'fact') return false;
  const { outlook } = composition;
  if (outlook.stance !== undefined) return composition.subject !== undefined;
  const isDone = match !== undefined && outlook.certainty === 'certain';
  return isDone && subject !== undefined && isNamed(linked, subject);
}

/** Whose position it is: the speaker's, or that of the actor of whom the speaker tells it; and whether it is such. */
export function chooseHolder(
  linked: LinkedExtraction,
  attribution: Attribution,
  author: Author | undefined,
  telling: Telling,
): Roles & { readonly isHandedOver: boolean } {
  const { roles, composition, subject, role } = telling;
  const { isNeutralCue, outlook } = composition;
  const isTheirs = isNeutralCue && role === 'actor' && outlook.force !== 'duty';
  if (isTheirs && subject !== undefined && tellsPosition(linked, telling)) {
    const handed = handOver(linked, subject, roles);
    if (handed !== roles) return { ...handed, isHandedOver: true };
  }
  const inner = isNeutralCue ? findWholeInner(linked, attribution) : undefined;
  const chosen =
    inner === undefined ? roles : { ...findSpeaker(linked, inner, author), speaker: roles.speaker };
  return { ...chosen, isHandedOver: false };
}
