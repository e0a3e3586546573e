import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { EntityType } from '../../model/mention.ts';
import type { TokenRange } from '../token-range.ts';
import { isForm, isNameShaped } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';

/** What a run of capitals is; undefined where it is no name. */
export function classifyRun(
  text: AnnotatedText,
  run: TokenRange,
  names: NameLexicon,
): DraftMention | undefined {
  let { first } = run;
  const { end } = run;
  // Words of office before the name belong to its title.
  for (;;) {
    const office = matchPhrase(names.offices, text.tokens, first, end);
    const token = text.tokens[first];
    if (office !== undefined && office.end <= end) first = office.end;
    else if (token !== undefined && end - first > 2 && isPluralOffice(token.form, names)) first += 1;
    else if (token !== undefined && names.words.qualifier.has(token.form.toLowerCase())) first += 1;
    else if (token !== undefined && names.words.honorific.has(token.form)) first += 1;
    else break;
    if (isForm(text.tokens[first], 'of', 'for', 'to')) return nameBehindOffice(text, { first, end }, names);
  }
  if (first >= end) return undefined;
  // “Deputy Secretary of State Wendy Sherman”: the run may begin inside the words of office.
  const isInOffice =
    isForm(text.tokens[first - 1], 'of') &&
    names.givenNames.has(text.tokens[first + 1]?.form ?? '') &&
    end - first > 2;
  if (isInOffice && officeCovers(text, first, names)) first += 1;
  first = startBehindOffice(text, { first, end }, names);
  const forms = text.tokens.slice(first, end).map((token) => token.form);
  if (forms.length === 1 && isCommonName(forms[0] ?? '', names)) return undefined;
  const type = typeOfRun(forms, names);
  return { first, end, kind: 'name', type };
}

/** “Senators Marco Rubio and Ted Cruz” */
function isPluralOffice(form: string, { offices }: NameLexicon): boolean {
  return form.endsWith('s') && offices.phrases.has(form.slice(0, -1).toLowerCase());
}

/** “Director of National Intelligence Avril Haines”: the name begins with the given name behind the office. */
function nameBehindOffice(
  text: AnnotatedText,
  run: TokenRange,
  names: NameLexicon,
): DraftMention | undefined {
  for (let index = run.first + 1; index < run.end - 1; index += 1)
    if (names.givenNames.has(text.tokens[index]?.form ?? ''))
      return { first: index, end: run.end, kind: 'name', type: 'person' };
  return undefined;
}

/** Whether words of office that begin up to four tokens before reach over the token. */
function officeCovers(text: AnnotatedText, index: number, names: NameLexicon): boolean {
  for (let first = Math.max(0, index - 4); first < index; first += 1)
    if (matchPhrase(names.offices, text.tokens, first, index + 1)?.end === index + 1) return true;
  return false;
}

/** Words of office that are parts of names as often: “Martin Luther King”, “John Major”. */
const NAME_LIKE_OFFICE = /^(?:king|major|justice|pope|prince|judge|bishop|deputy|chief|head)$/i;

/** “Sovereign Council Chair General Burhan”: the name begins behind the last words of office inside the run. */
function startBehindOffice(text: AnnotatedText, run: TokenRange, names: NameLexicon): number {
  for (let index = run.end - 2; index > run.first; index -= 1) {
    const office = matchPhrase(names.offices, text.tokens, index, run.end);
    if (
      office === undefined ||
      office.end >= run.end ||
      NAME_LIKE_OFFICE.test(text.tokens[index]?.form ?? '')
    )
      continue;
    const rest = text.tokens.slice(office.end, run.end);
    const isPersonal = rest.length <= 4 && !rest.some((token) => names.words.organisation.has(token.form));
    if (isPersonal && isNameShaped(rest[0] ?? { form: '' })) return office.end;
  }
  return run.first;
}

/** “Allies”, “East”, “Organization”: a word for a kind of thing, capitalised, names none. */
function isCommonName(form: string, names: NameLexicon): boolean {
  const { organisation, place, thing, qualifier } = names.words;
  return (
    [organisation, place, thing].some((words) => words.has(form)) ||
    qualifier.has(form.toLowerCase()) ||
    names.groupNouns.has(form.toLowerCase())
  );
}

/** The type that the words of a name show; `other` where they show none. */
export function typeOfRun(forms: readonly string[], names: NameLexicon): EntityType {
  const last = forms.at(-1) ?? '';
  const [first = ''] = forms;
  if (names.persons.has(forms.join(' '))) return 'person';
  const beforeOf = forms[forms.findIndex((form) => /^(?:of|for)$/.test(form)) - 1] ?? '';
  const isKnownGiven = names.givenNames.has(first) && forms.length > 1;
  if (names.words.organisation.has(beforeOf)) return 'organisation';
  const isSurname = isKnownGiven && (names.words.surname.has(last) || names.surnames.has(last));
  if (forms.length > 1 && names.words.organisation.has(last) && !isSurname) return 'organisation';
  if (forms.length > 1 && names.words.place.has(last) && !isSurname) return 'place';
  if (forms.length > 1 && names.words.thing.has(last)) return 'other';
  if (forms.length > 1 && names.words.thing.has(beforeOf)) return 'other';
  if (isKnownGiven && forms.length <= 5) return 'person';
  if (forms.length > 2 && forms.some((form) => /^(?:bin|bint|ibn)$/.test(form))) return 'person';
  if (forms.length > 1 && forms.some((form) => names.words.organisation.has(form))) return 'organisation';
  if (forms.length === 1 && /^\p{Lu}{2,6}$/u.test(first)) return 'organisation';
  return 'other';
}
