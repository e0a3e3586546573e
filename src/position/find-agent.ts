import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { findEntity } from './index-actors.ts';
import type { IssueProfile } from './issue-profile.ts';
import { readTerms } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

function keysOf({ label }: Entity, vocabulary: Vocabulary): readonly string[] {
  const words = label.split(/\s+/).map((form) => ({ form, lemma: form.toLowerCase() }));
  return readTerms(words, vocabulary)
    .flat()
    .filter(({ kind, rarity }) => kind === 'place' || (kind === 'stem' && rarity === 1))
    .map(({ key }) => key);
}

/**
 * Whether the issue is what the holder, or the state for which the holder speaks, does itself: “Turkey drills in
 * disputed waters” when Turkey or its president speaks. Of one's own acts one speaks in favour.
 */
export function isOwnAct(
  linked: LinkedExtraction,
  holder: string,
  { issue, wordings }: IssueProfile,
  vocabulary: Vocabulary,
): boolean {
  const entity = findEntity(linked, holder);
  const principal = findEntity(linked, entity?.principal);
  const [first] = wordings[0]?.slots ?? [];
  if (entity === undefined || first === undefined) return false;
  if (first.kind !== 'place' && first.kind !== 'name') return false;
  // “Iran's programme is referred to the council”: not Iran does it.
  if (/['’]s?$/.test(first.word) || /\b(?:is|are|be) \w+(?:ed|en|t)\b/.test(issue.proposition)) return false;
  return [entity, principal].some(
    (actor) => actor !== undefined && keysOf(actor, vocabulary).some((key) => first.keys.has(key)),
  );
}
