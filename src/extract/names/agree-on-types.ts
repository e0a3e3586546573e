import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { EntityType } from '../../model/mention.ts';
import type { DraftMention } from './draft-mention.ts';

/** A name with the type that its own sentence gave it, and how much that says. */
export interface JudgedName {
  readonly draft: DraftMention;
  /** 0–1; {@link CERTAIN} is not to be outvoted. */
  readonly weight: number;
  /** Whether words are attributed to it. */
  readonly isSource: boolean;
}

/** A list, an honorific or a full name tells. */
export const CERTAIN = 1;
/** The name's own words, or the preposition before it, tell. */
export const LIKELY = 0.9;
/** Little tells. */
export const HINT = 0.3;

/**
 * One name is of one kind in an article: “Tesco said” makes no person of the Tesco that “sold its shops” elsewhere. Names
 * that their own sentences judged with less than certainty take the type of the greatest weight; a single word that speaks
 * and that nothing shows to be anything is a body, for persons are introduced by their full names.
 */
export function agreeOnTypes(text: AnnotatedText, judged: readonly JudgedName[]): DraftMention[] {
  const votes = new Map<string, Map<EntityType, number>>();
  const speakers = new Set<string>();
  for (const { draft, weight, isSource } of judged) {
    if (draft.kind !== 'name') continue;
    const form = formOf(text, draft);
    const counts = votes.get(form) ?? new Map<EntityType, number>();
    votes.set(form, counts);
    counts.set(draft.type, (counts.get(draft.type) ?? 0) + weight);
    if (isSource) speakers.add(form);
  }
  return judged.map(({ draft, weight }) => {
    if (draft.kind !== 'name' || weight >= CERTAIN) return draft;
    const form = formOf(text, draft);
    const isSpeaker = speakers.has(form);
    const type = winner(votes.get(form) ?? new Map(), form.includes(' '));
    // “bought it from Tesco” looks like a place; what says something is none.
    const isBody = isSpeaker && (type === 'other' || type === 'place');
    return isBody ? { ...draft, type: 'organisation' } : { ...draft, type };
  });
}

/** The type of most weight; that some sentence showed something counts before that others did not. */
function winner(counts: ReadonlyMap<EntityType, number>, isLong: boolean): EntityType {
  const told = [...counts].filter(([type, weight]) => type !== 'other' && (isLong || weight > HINT));
  const [best] = told.sort((left, right) => right[1] - left[1] || (left[0] < right[0] ? -1 : 1));
  return best?.[0] ?? 'other';
}

function formOf(text: AnnotatedText, { first, end }: DraftMention): string {
  const [from, last] = [text.tokens[first], text.tokens[end - 1]];
  return from === undefined || last === undefined
    ? ''
    : text.text.slice(from.start, last.end).replace(/\s+/g, ' ');
}
