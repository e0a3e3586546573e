import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import { isForm } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';
import { tokensOfSpan } from './source-mentions.ts';
import { findTitle } from './titles.ts';

/**
 * Decides, with the whole document in view, which names of unknown type are persons, and divides names run together:
 * “Trump Putin's invitation” once both surnames are known.
 */
export function settlePersons(
  text: AnnotatedText,
  drafts: readonly DraftMention[],
  attributions: readonly Attribution[],
  names: NameLexicon,
): DraftMention[] {
  const sources = new Set<number>();
  for (const attribution of attributions) {
    for (const span of attribution.source) {
      const range = tokensOfSpan(text, span);
      for (let index = range?.first ?? 0; index < (range?.end ?? 0); index += 1) sources.add(index);
    }
  }
  const known = surnamesOf(text, drafts, names);
  return drafts.flatMap((draft) => {
    const parts = divide(text, draft, known, names);
    return parts.map((part) => settle(text, part, known, sources, names));
  });
}

/** The last parts of the full names that the document gives to persons. */
function surnamesOf(text: AnnotatedText, drafts: readonly DraftMention[], names: NameLexicon): Set<string> {
  const surnames = new Set<string>();
  for (const draft of drafts) {
    if (draft.kind !== 'name' || draft.end - draft.first < 2) continue;
    const sentence = text.sentences[text.tokens[draft.first]?.sentence ?? -1];
    const isTitled = sentence !== undefined && findTitle(text, sentence, draft, names) !== undefined;
    if (draft.type !== 'person' && !(draft.type === 'other' && isTitled)) continue;
    // “Ricardo Rosselló Nevares” is “Rosselló” later.
    for (let index = draft.first + 1; index < draft.end; index += 1) {
      const form = text.tokens[index]?.form ?? '';
      if (/^\p{Lu}\p{L}{2}/u.test(form) || index === draft.end - 1) surnames.add(form);
    }
  }
  return surnames;
}

function divide(
  text: AnnotatedText,
  draft: DraftMention,
  known: ReadonlySet<string>,
  names: NameLexicon,
): DraftMention[] {
  if (draft.kind !== 'name' || draft.end - draft.first !== 2) return [draft];
  const [left = '', right = ''] = text.tokens.slice(draft.first, draft.end).map((token) => token.form);
  const isSurname = (form: string): boolean => known.has(form) || names.surnames.has(form);
  if (names.persons.has(`${left} ${right}`) || names.givenNames.has(left)) return [draft];
  if (!known.has(left) && !known.has(right)) return [draft];
  if (!isSurname(left) || !isSurname(right)) return [draft];
  const middle = draft.first + 1;
  return [
    { first: draft.first, end: middle, kind: 'name', type: 'person' },
    { first: middle, end: draft.end, kind: 'name', type: 'person' },
  ];
}

/** From this confidence on the trained recogniser decides what a name of unknown type is. */
const SURE = 0.7;

function settle(
  text: AnnotatedText,
  draft: DraftMention,
  known: ReadonlySet<string>,
  sources: ReadonlySet<number>,
  names: NameLexicon,
): DraftMention {
  if (draft.kind !== 'name' || draft.type !== 'other') return draft;
  // “Twitter said”: a listed name is what the list says.
  if (matchPhrase(names.known, text.tokens, draft.first, draft.end)?.end === draft.end) return draft;
  const before = text.tokens[draft.first - 1];
  const last = text.tokens[draft.end - 1];
  const isSingle = draft.end - draft.first === 1;
  if (before !== undefined && names.words.honorific.has(before.form)) return { ...draft, type: 'person' };
  if (last === undefined) return draft;
  if (known.has(last.form) && isSingle) return { ...draft, type: 'person' };
  if (isForm(before, 'the')) return draft;
  if (isSingle && names.surnames.has(last.form)) return { ...draft, type: 'person' };
  // “Huawei said”: a company speaks as a person does; the words round the name tell.
  const guess = names.recogniser?.typeOf(text, draft, names);
  if (guess !== undefined && guess.confidence >= SURE) return { ...draft, type: guess.type };
  if (isForm(before, 'in', 'at', 'from', 'near')) return { ...draft, type: 'place' };
  const isNewName = !isSingle || looksLikeVariant(last.form, known);
  return (isNewName && sources.has(draft.end - 1)) || looksLikeVariant(last.form, known)
    ? { ...draft, type: 'person' }
    : sources.has(draft.end - 1)
      ? { ...draft, type: 'person' }
      : draft;
}

/** A surname of the document in another spelling: the same first letter, nearly the same consonants. */
function looksLikeVariant(form: string, known: ReadonlySet<string>): boolean {
  const key = consonants(form);
  return key.length >= 3 && [...known].some((surname) => consonants(surname) === key);
}

function consonants(form: string): string {
  return form
    .toLowerCase()
    .replace(/[aeiouyhw]/g, '')
    .replace(/v/g, 'f')
    .replace(/p/g, 'b')
    .replace(/(.)\1+/g, '$1');
}
