import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import { agreeOnTypes, CERTAIN, HINT, LIKELY } from './agree-on-types.ts';
import type { JudgedName } from './agree-on-types.ts';
import { tokensOfSpan } from '../models/span-tokens.ts';
import { isForm } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';
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
      const { first, end } = tokensOfSpan(text, span);
      for (let index = first; index < end; index += 1) sources.add(index);
    }
  }
  const surnames = surnamesOf(text, drafts, names);
  const known = knowSurnames(surnames);
  const judged = drafts.flatMap((draft) =>
    divide(text, draft, surnames, names).map((part) => settle(text, part, known, sources, names)),
  );
  const agreed = agreeOnTypes(text, judged);
  const family = familyNamesOf(text, agreed);
  return agreed.map((draft) =>
    isFamilyName(text, draft, family) ? { ...draft, kind: 'name', type: 'person' } : draft,
  );
}

/** What the document calls persons, as it is written and without vowels: whole, and how it begins. */
interface KnownSurnames {
  readonly surnames: ReadonlySet<string>;
  readonly skeletons: ReadonlySet<string>;
  readonly beginnings: ReadonlySet<string>;
}

function knowSurnames(surnames: ReadonlySet<string>): KnownSurnames {
  const skeletons = new Set([...surnames].map(consonants).filter(({ length }) => length >= TELLING));
  const beginnings = new Set<string>();
  for (const skeleton of skeletons)
    for (let length = TELLING; length <= skeleton.length; length += 1)
      beginnings.add(skeleton.slice(0, length));
  return { surnames, skeletons, beginnings };
}

/** The last parts of the full names that the document gives to persons. */
function surnamesOf(text: AnnotatedText, drafts: readonly DraftMention[], names: NameLexicon): Set<string> {
  const surnames = new Set<string>();
  for (const draft of drafts) {
    if (draft.kind !== 'name' || draft.end - draft.first < 2) continue;
    if (draft.type !== 'person' && !(draft.type === 'other' && isTitled(text, draft, names))) continue;
    // “Ricardo Rosselló Nevares” is “Rosselló” later, “Mobutu Sese Seko” “Mobutu”.
    for (let index = draft.first; index < draft.end; index += 1) {
      const form = text.tokens[index]?.form ?? '';
      if (/^\p{Lu}\p{L}{2}/u.test(form) || index === draft.end - 1) surnames.add(form);
    }
  }
  return surnames;
}

/** The last words of the full names of persons. */
function familyNamesOf(text: AnnotatedText, drafts: readonly DraftMention[]): Set<string> {
  const full = drafts.filter(
    ({ kind, type, first, end }) => kind === 'name' && type === 'person' && end - first > 1,
  );
  return new Set(full.map(({ end }) => text.tokens[end - 1]?.form ?? ''));
}

/** “Amman was shot by police”, in an article on Sudesh Amman: not the capital of Jordan. */
function isFamilyName(text: AnnotatedText, draft: DraftMention, family: ReadonlySet<string>): boolean {
  const isPlace = draft.kind === 'metonym' || (draft.kind === 'name' && draft.type === 'place');
  if (!isPlace || draft.end - draft.first > 1) return false;
  const isThere = isForm(text.tokens[draft.first - 1], 'in', 'at', 'from', 'near', 'to', 'the', 'around');
  return family.has(text.tokens[draft.first]?.form ?? '') && !isThere;
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
  // “Niger's president Mahamadou Issoufou”: an office stands before one person.
  if (isTitled(text, draft, names)) return [draft];
  if (!known.has(left) && !known.has(right)) return [draft];
  if (!isSurname(left) || !isSurname(right)) return [draft];
  const middle = draft.first + 1;
  return [
    { first: draft.first, end: middle, kind: 'name', type: 'person' },
    { first: middle, end: draft.end, kind: 'name', type: 'person' },
  ];
}

/** Whether words of office stand beside a name. */
function isTitled(text: AnnotatedText, draft: DraftMention, names: NameLexicon): boolean {
  const sentence = text.sentences[text.tokens[draft.first]?.sentence ?? -1];
  return sentence !== undefined && findTitle(text, sentence, draft, names) !== undefined;
}

/** From this confidence on the trained recogniser decides what a name of unknown type is; below it is a hint. */
const SURE = 0.7;

function settle(
  text: AnnotatedText,
  draft: DraftMention,
  known: KnownSurnames,
  sources: ReadonlySet<number>,
  names: NameLexicon,
): JudgedName {
  const isSource = sources.has(draft.end - 1);
  const judge = (type: DraftMention['type'], weight: number): JudgedName => ({
    draft: { ...draft, type },
    weight,
    isSource,
  });
  if (draft.kind !== 'name') return judge(draft.type, CERTAIN);
  const before = text.tokens[draft.first - 1];
  // “Mr Santos” is no city, though a list has one.
  if (before !== undefined && names.words.honorific.has(before.form)) return judge('person', CERTAIN);
  // “Twitter said”: a listed name is what the list says.
  if (matchPhrase(names.known, text.tokens, draft.first, draft.end)?.end === draft.end)
    return judge(draft.type, CERTAIN);
  if (draft.type !== 'other') return judge(draft.type, LIKELY);
  const last = text.tokens[draft.end - 1];
  const isSingle = draft.end - draft.first === 1;
  if (last === undefined) return judge(draft.type, 0);
  if (known.surnames.has(last.form) && isSingle) return judge('person', CERTAIN);
  if (isTitled(text, draft, names)) return judge('person', LIKELY);
  if (isForm(before, 'the')) return judge(draft.type, HINT);
  if (isSingle && names.surnames.has(last.form)) return judge('person', CERTAIN);
  // “Huawei said”: a company speaks as a person does; the words round the name tell.
  const guess = names.recogniser?.typeOf(text, draft, names);
  if (guess !== undefined && guess.confidence >= SURE)
    return judge(guess.type, Math.min(guess.confidence, LIKELY));
  if (isForm(before, 'in', 'at', 'from', 'near')) return judge('place', LIKELY);
  if (looksLikeVariant(last.form, known)) return judge('person', LIKELY);
  if (guess !== undefined) return judge(isSource ? guess.type : draft.type, guess.confidence);
  return isSource ? judge('person', HINT) : judge(draft.type, HINT);
}

/** The fewest consonants that show a name garbled. */
const TELLING = 3;

/** A surname of the document in another spelling: the same consonants, or those of the one go on where the other's end. */
function looksLikeVariant(form: string, { skeletons, beginnings }: KnownSurnames): boolean {
  const key = consonants(form);
  if (beginnings.has(key)) return true;
  for (let length = TELLING; length <= key.length; length += 1)
    if (skeletons.has(key.slice(0, length))) return true;
  return false;
}

function consonants(form: string): string {
  return form
    .toLowerCase()
    .replace(/[aeiouyhw]/g, '')
    .replace(/v/g, 'f')
    .replace(/p/g, 'b')
    .replace(/(.)\1+/g, '$1');
}
