import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import type { EntityType } from '../../model/mention.ts';
import type { DraftMention } from './draft-mention.ts';

/** Personal and relative pronouns that can stand for an actor, with the type they suggest. */
const PRONOUNS: Readonly<Record<string, EntityType>> = {
  he: 'person',
  him: 'person',
  she: 'person',
  they: 'group',
  them: 'group',
  it: 'organisation',
  we: 'group',
  us: 'group',
  i: 'person',
  who: 'person',
};

/** The pronouns of a sentence. “us” counts only where it is tagged a pronoun, “it” only as a subject. */
export function findPronouns(
  text: AnnotatedText,
  sentence: Sentence,
  taken: ReadonlySet<number>,
): DraftMention[] {
  const drafts: DraftMention[] = [];
  for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || taken.has(index)) continue;
    const type = PRONOUNS[token.form.toLowerCase()];
    if (type === undefined || token.form === 'US' || !/^(?:PRP|WP)$/.test(token.xpos)) continue;
    const isSubject = token.relation.startsWith('nsubj');
    if ((token.lemma === 'it' || token.form.toLowerCase() === 'it') && !isSubject) continue;
    if (token.form.toLowerCase() === 'who' && !isSubject) continue;
    drafts.push({ first: index, end: index + 1, kind: 'pronoun', type });
  }
  return drafts;
}
