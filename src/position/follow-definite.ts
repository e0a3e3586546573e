import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { childrenOf } from './climb-tree.ts';
import type { DocumentTerms } from './document-terms.ts';
import type { IssueMatch } from './match-issue.ts';
import type { IssueProfile } from './issue-profile.ts';

const POINTERS = /^(?:the|this|that|these|those|such|its|their|his|her|our|both)$/i;
const SUBJECT_OR_OBJECT = /^(?:nsubj|obj|obl|root|ccomp|conj|nmod|csubj)/;
const LEAST_WEIGHT = 0.4;
/** What is told is less sure than what is said. */
const SCORE = 0.4;

/** “The ban” in “said the ban followed discussions”: a definite noun that has little beside it. */
function definiteNouns(text: AnnotatedText, content: readonly Token[]): readonly Token[] {
  return content.filter((token) => {
    if (token.upos !== 'NOUN' || !SUBJECT_OR_OBJECT.test(token.relation)) return false;
    const below = childrenOf(text, token);
    const isDefinite = below.some(
      ({ form, relation }) => /^(?:det|nmod:poss)/.test(relation) && POINTERS.test(form),
    );
    return isDefinite && !below.some(({ upos }) => upos === 'PROPN' || upos === 'NUM');
  });
}

/** An issue that was the topic of an earlier content, with its words. */
export interface EarlierTopic {
  readonly profile: IssueProfile;
  readonly score: number;
}

function namesNoun({ wordings }: IssueProfile, keys: readonly string[]): boolean {
  return wordings.some(({ slots }) =>
    slots.some(
      (slot) =>
        slot.kind !== 'place' && slot.weight >= LEAST_WEIGHT && keys.some((key) => slot.keys.has(key)),
    ),
  );
}

/**
 * The issue that a definite noun takes up from before: “the ban followed discussions” after “Germany banned the
 * airline”. Of several topics that the noun could mean the latest counts.
 */
export function followDefinite(
  text: AnnotatedText,
  content: readonly Token[],
  earlier: readonly EarlierTopic[],
  terms: DocumentTerms,
): IssueMatch | undefined {
  for (const noun of definiteNouns(text, content)) {
    const keys = (terms.atToken[noun.index] ?? [])
      .filter(({ kind }) => kind !== 'place')
      .map(({ key }) => key);
    const topic = earlier.findLast(({ profile }) => namesNoun(profile, keys));
    if (topic === undefined) continue;
    return {
      issue: topic.profile.issue,
      profile: topic.profile,
      score: SCORE,
      shown: 0,
      direction: 1,
      tokens: [noun.index],
      target: noun.index,
      reasons: [`“the ${noun.form}” takes up an issue told before`],
    };
  }
  return undefined;
}
