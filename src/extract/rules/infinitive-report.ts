import { namesActor } from '../actor-nouns.ts';
import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, objectRange } from '../complement.ts';
import { collectSubtree, complementsOf, dependentsOf } from '../dependents.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import { hullOf } from '../token-range.ts';
import type { WordCue } from '../word-cue.ts';

/** “refused to negotiate”, “urged Hanoi to sign”, “called on the rebels to disarm”: wishes, pledges, demands. */
export const infinitiveReport: AttributionRule = {
  name: 'infinitive-report',
  find: ({ text, verbs, actorNouns }: Reading) =>
    verbs
      .filter((cue) => cue.entry.kind !== 'act' || namesActor(text, cue.source, actorNouns))
      .flatMap((cue) => attribute(text, cue) ?? []),
};

function attribute(text: AnnotatedText, cue: WordCue): Finding | undefined {
  const ofSubject = cue.entry.complements.has('to');
  const ofObject = cue.entry.complements.has('obj-to');
  if ((!ofSubject && !ofObject) || cue.mood === 'infinitive') return undefined;
  const infinitive = findInfinitive(text, cue);
  if (infinitive === undefined) return undefined;
  const object = dependentsOf(text, cue.token).find(
    (child) =>
      /^(?:obj|iobj|obl|nmod)$/u.test(child.relation) &&
      child.index >= cue.range.end &&
      child.index < infinitive.index,
  );
  const spokenTo = object !== undefined || infinitive.relation === 'ccomp';
  if (spokenTo ? !ofObject : !ofSubject) return undefined;
  const members = [
    ...collectSubtree(text, infinitive),
    ...(object === undefined ? [] : collectSubtree(text, object)),
  ].filter((index) => index >= cue.range.end);
  const hull = hullOf(members);
  if (hull === undefined) return undefined;
  const rest = spokenTo ? objectRange(text, cue) : undefined;
  const range = { first: hull.first, end: Math.max(hull.end, rest?.end ?? 0) };
  const content = cutContent(text, range, cue.source === undefined ? [] : [cue.source]);
  return findingOf('infinitive-report', cue, content, 1);
}

function findInfinitive(text: AnnotatedText, cue: WordCue): Token | undefined {
  return complementsOf(text, cue.token, cue.range.end).find(
    (child) =>
      /^(?:xcomp|advcl|ccomp|acl)$/u.test(child.relation) &&
      (startsWithTo(text, child) || (child.relation === 'xcomp' && child.xpos === 'VBG')),
  );
}

function startsWithTo(text: AnnotatedText, verb: Token): boolean {
  return dependentsOf(text, verb).some((child) => child.xpos === 'TO' && child.index < verb.index);
}
