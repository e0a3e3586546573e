import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Span } from '../model/span.ts';
import type { Composition } from './compose-stance.ts';
import type { Author } from './find-author.ts';
import { findSpeaker, handOver, isNamedIn } from './find-roles.ts';
import type { Roles, SubjectRole } from './find-roles.ts';
import { childrenOf, subtreeOf } from './climb-tree.ts';
import { findEntity, indexActors } from './index-actors.ts';
import type { IssueMatch } from './match-issue.ts';
import { isNamed, resolveSubject } from './resolve-actor.ts';

const BODIES: ReadonlySet<string> = new Set(['state', 'organisation']);

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

/** “They did not ratify it”, “he has not signed”: what was not done is told by whoever says so. */
export function isPastDenial({ text }: LinkedExtraction, subject: Token): boolean {
  const verb = text.tokens[subject.head];
  if (verb === undefined) return false;
  const below = childrenOf(text, verb);
  return (
    below.some(({ form }) => /^(?:not|n['’]t|never|yet)$/i.test(form)) &&
    below.some(({ relation, form }) => relation === 'aux' && /^(?:did|has|have|had)$/i.test(form))
  );
}

/**
 * Whether the content tells a position of its subject: what it wants, or what it does about the issue. A fact is
 * nobody's. What a state will or will not do is its position also where no issue is named: “Brazil would not join”.
 */
function tellsPosition(linked: LinkedExtraction, { composition, subject, match }: Telling): boolean {
  if (match?.issue.kind === 'fact') return false;
  const { outlook } = composition;
  if (outlook.stance !== undefined) return composition.subject !== undefined;
  if (subject === undefined || !isNamed(linked, subject) || isPastDenial(linked, subject)) return false;
  // “Russia took a lot of land” tells of no exchange of land.
  if (match !== undefined) return match.tellsAct && outlook.certainty === 'certain';
  return outlook.force === 'intention' && BODIES.has(resolveSubject(linked, subject)?.type ?? '');
}

/** Whose position the whole content is by its own words; undefined where they name a thing: “the agreement assumes”. */
function holderInside(
  linked: LinkedExtraction,
  attribution: Attribution,
  author: Author | undefined,
): Omit<ChosenRoles, 'isHandedOver'> | undefined {
  const inner = findWholeInner(linked, attribution);
  if (inner === undefined) return undefined;
  const roles = findSpeaker(linked, inner, author);
  const type = findEntity(linked, roles.holder)?.type;
  if (type === undefined || type === 'other') return undefined;
  return isNamedIn(linked, attribution.source, roles.holder) ? undefined : { ...roles, named: inner.source };
}

/** The holder, whether the content tells it of another than the speaker, and the words that name the holder. */
export interface ChosenRoles extends Roles {
  readonly isHandedOver: boolean;
  readonly named: readonly Span[];
}

/** Whose position it is: the speaker's, or that of the actor of whom the speaker tells it. */
export function chooseHolder(
  linked: LinkedExtraction,
  attribution: Attribution,
  author: Author | undefined,
  telling: Telling,
): ChosenRoles {
  const { roles, composition, subject, role } = telling;
  const { isNeutralCue, outlook } = composition;
  const isTold = outlook.force === undefined || outlook.force === 'intention';
  const isTheirs = isNeutralCue && role === 'actor' && isTold;
  if (isTheirs && subject !== undefined && tellsPosition(linked, telling)) {
    const handed = handOver(linked, subject, roles);
    const words = subtreeOf(linked.text, subject);
    const named = { start: words[0]?.start ?? 0, end: words.at(-1)?.end ?? 0 };
    if (handed !== roles) return { ...handed, isHandedOver: true, named: [named] };
  }
  const inner = isNeutralCue ? holderInside(linked, attribution, author) : undefined;
  if (inner !== undefined) return { ...inner, speaker: roles.speaker, isHandedOver: false };
  return { ...roles, isHandedOver: false, named: attribution.source };
}
