import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import { isForm } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';

/** Verbs whose hearer can be an outlet: “told the island”. */
const TOLD = new Set(['tell', 'inform', 'told', 'telling']);
const REPORTING = /^(?:report|reported|reporting|reports|correspondent|reporter|journalist)$/i;
/** How far ahead “who reported” may stand behind the alias. */
const NEAR = 9;

/**
 * Literal translations of names, where the words report speech to or for the outlet: “…, told the island.”,
 * “The island of Yulia Shabovova, who reported Moscow, said”.
 */
export function findAliases(text: AnnotatedText, sentence: Sentence, names: NameLexicon): DraftMention[] {
  const drafts: DraftMention[] = [];
  for (let first = sentence.firstToken; first < sentence.endToken; first += 1) {
    const match = matchPhrase(names.aliases, text.tokens, first, sentence.endToken);
    if (match === undefined) continue;
    const before = text.tokens[first - 1];
    const after = text.tokens[match.end];
    const isHearer =
      before !== undefined &&
      TOLD.has(before.lemma.toLowerCase()) &&
      (after === undefined ||
        match.end >= sentence.endToken ||
        /^[.,;:"]$/.test(after.form) ||
        isForm(after, 'that', 'in', 'on'));
    const isEmployer =
      isForm(after, 'of', "'s") &&
      /^\p{Lu}/u.test(text.tokens[match.end + 1]?.form ?? '') &&
      text.tokens
        .slice(match.end + 2, Math.min(sentence.endToken, match.end + 2 + NEAR))
        .some((token) => REPORTING.test(token.form));
    if (isHearer || isEmployer) drafts.push({ first, end: match.end, kind: 'name', type: match.value });
  }
  return drafts;
}
