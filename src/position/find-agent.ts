import type { Entity } from '../model/entity.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { findEntity } from './index-actors.ts';
import type { IssueProfile, Slot } from './issue-profile.ts';
import { readTerms } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

function keysOf({ label }: Entity, vocabulary: Vocabulary): readonly string[] {
  const words = label.split(/\s+/).map((form) => ({ form, lemma: form.toLowerCase() }));
  return readTerms(words, vocabulary)
    .flat()
    .filter(({ kind, rarity }) => kind === 'place' || (kind === 'stem' && rarity === 1))
    .map(({ key }) => key);
}

/** Who does what an issue's proposition tells, where it begins with a name: “Turkey” in “Turkey drills in …”. */
export function findAgent({ issue, wordings }: IssueProfile): Slot | undefined {
  const [first] = wordings[0]?.slots ?? [];
  if (first === undefined) return undefined;
  if (first.kind !== 'place' && first.kind !== 'name') return undefined;
  // “Iran's programme is referred to the council”: not Iran does it.
  if (/['’]s?$/.test(first.word) || /\b(?:is|are|be) \w+(?:ed|en|t)\b/.test(issue.proposition))
    return undefined;
  return first;
}

/** Whether the holder, or the state for which the holder speaks, is the agent. */
export function isAgent(
  linked: LinkedExtraction,
  holder: string,
  { keys }: Pick<Slot, 'keys'>,
  vocabulary: Vocabulary,
): boolean {
  const entity = findEntity(linked, holder);
  return [entity, findEntity(linked, entity?.principal)].some(
    (actor) => actor !== undefined && keysOf(actor, vocabulary).some((key) => keys.has(key)),
  );
}

/**
 * Whether the issue is what the holder, or the state for which the holder speaks, does itself: “Turkey drills in
 * disputed waters” when Turkey or its president speaks. Of one's own acts one speaks in favour.
 */
export function isOwnAct(
  linked: LinkedExtraction,
  holder: string,
  profile: IssueProfile,
  vocabulary: Vocabulary,
): boolean {
  const agent = findAgent(profile);
  return agent !== undefined && isAgent(linked, holder, agent, vocabulary);
}
