import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import type { TokenRange } from '../token-range.ts';
import { isCapitalised, isForm, isPossessive } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { KnownName, NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';

/** A listed name found in a sentence. */
export interface KnownNameMatch extends TokenRange {
  readonly known: KnownName;
}

/** The longest full name of a person, in tokens. */
const LONGEST_PERSON = 5;

/** Full names of listed persons in one sentence. */
export function findListedPersons(
  text: AnnotatedText,
  sentence: Sentence,
  names: NameLexicon,
): DraftMention[] {
  const drafts: DraftMention[] = [];
  for (let first = sentence.firstToken; first < sentence.endToken; first += 1) {
    if (!isCapitalised(text.tokens[first])) continue;
    for (let end = Math.min(sentence.endToken, first + LONGEST_PERSON); end > first + 1; end -= 1) {
      const last = text.tokens[end - 1];
      const from = text.tokens[first];
      if (from === undefined || last === undefined) continue;
      if (!names.persons.has(text.text.slice(from.start, last.end).replace(/[’‘]/g, "'"))) continue;
      drafts.push({ first, end, kind: 'name', type: 'person' });
      first = end - 1;
      break;
    }
  }
  return drafts;
}

/** Listed states, peoples, seats, organisations, outlets and places in one sentence, the longest at each place. */
export function findKnownNames(
  text: AnnotatedText,
  sentence: Sentence,
  names: NameLexicon,
  taken: ReadonlySet<number>,
): KnownNameMatch[] {
  const matches: KnownNameMatch[] = [];
  let index = sentence.firstToken;
  while (index < sentence.endToken) {
    const match = taken.has(index)
      ? undefined
      : matchPhrase(names.known, text.tokens, index, sentence.endToken);
    const range = { first: index, end: match?.end ?? index };
    if (
      match === undefined ||
      isDoubtfulPlace(text, range, match.value, names) ||
      isPartOfPerson(text, range, match.value, names)
    ) {
      index += 1;
      continue;
    }
    matches.push({ first: index, end: match.end, known: match.value });
    index = match.end;
  }
  return matches;
}

/**
 * Too many cities are called like persons and things (“Mary”, “Puri”, “Windsor Locks”) for a city's name to count
 * anywhere but behind a preposition of place, before its region (“Windsor, Connecticut”), or as one of such a pair.
 */
function isDoubtfulPlace(
  text: AnnotatedText,
  range: TokenRange,
  known: KnownName,
  names: NameLexicon,
): boolean {
  if (known.type !== 'place' || range.end - range.first > 1) return false;
  const before = text.tokens[range.first - 1];
  const after = text.tokens[range.end];
  const isFree =
    !isCapitalised(after) || matchPhrase(names.known, text.tokens, range.end, range.end + 3) !== undefined;
  if (!isFree) return true;
  if (before !== undefined && LOCATIVE.has(before.form.toLowerCase())) return false;
  const beyond = matchPhrase(names.known, text.tokens, range.end + 1, range.end + 5);
  const preceding = text.tokens[range.first - 2];
  return (
    !(isForm(after, ',', 'and', '-') && beyond !== undefined) &&
    !(isForm(before, ',', 'and') && (preceding?.xpos ?? '').startsWith('NNP'))
  );
}

/** “Michael Jordan”, “Chelsea Clinton”: a given name before a place, or a listed word inside a longer name. */
function isPartOfPerson(
  text: AnnotatedText,
  range: TokenRange,
  known: KnownName,
  names: NameLexicon,
): boolean {
  if (range.end - range.first > 1) return false;
  const before = text.tokens[range.first - 1];
  const after = text.tokens[range.end];
  const own = text.tokens[range.first]?.form ?? '';
  const isTitled = before !== undefined && names.words.honorific.has(before.form);
  if (isTitled) return true;
  if (isCityOrSeat(known) && followsUnknownName(text, range, names)) return true;
  const followsGiven =
    isCapitalised(before) &&
    // “Will Ukraine join NATO?”
    before.xpos.startsWith('NNP') &&
    names.givenNames.has(before.form) &&
    known.form !== 'adjective' &&
    known.form !== 'people';
  if (followsGiven && (known.type === 'place' || known.type === 'state')) return true;
  return (
    known.type === 'place' &&
    names.givenNames.has(own) &&
    isCapitalised(after) &&
    !names.words.place.has(after.form) &&
    !isPossessive(after)
  );
}

function isCityOrSeat({ type, form }: KnownName): boolean {
  return form === 'seat' || (type === 'place' && form === 'name');
}

/** “identified as Sudesh Amman”: a capitalised word that nothing knows, in mid-sentence, begins a longer name. */
function followsUnknownName(text: AnnotatedText, range: TokenRange, names: NameLexicon): boolean {
  const index = range.first - 1;
  const before = text.tokens[index];
  const first = text.sentences[before?.sentence ?? -1]?.firstToken ?? index;
  if (!isCapitalised(before) || index <= first || before.xpos !== 'NNP' || before.form.length < 3)
    return false;
  const { place, organisation, thing, calendar, common, qualifier, honorific } = names.words;
  const isWord =
    [place, organisation, thing, calendar, common, honorific].some((words) => words.has(before.form)) ||
    qualifier.has(before.form.toLowerCase()) ||
    /^(?:Greater|Central|Downtown|Upper|Lower|Inner|Outer|Old|New|Mid)$/.test(before.form) ||
    /^\p{Lu}+$/u.test(before.form);
  return (
    !isWord &&
    matchPhrase(names.offices, text.tokens, index, range.first) === undefined &&
    matchPhrase(names.known, text.tokens, index, range.end) === undefined
  );
}

/** Relations in which the seat of a government stands for the state: it acts, has, or is spoken to. */
const ACTING = /^(?:nsubj|nsubj:pass|nmod:poss|obj|iobj|csubj|vocative)$/;
const LOCATIVE = new Set([
  'in',
  'at',
  'to',
  'from',
  'near',
  'outside',
  'inside',
  'into',
  'around',
  'across',
  'through',
  'toward',
  'towards',
  'via',
  'throughout',
  'above',
  'over',
  'of',
]);

/**
 * How a seat of government refers: “Moscow rejected the plan” speaks of the state, “talks in Moscow” of the city,
 * “Berlin-based” and a dateline of neither.
 */
export function readSeat(text: AnnotatedText, range: TokenRange, names: NameLexicon): 'state' | 'place' {
  const head = text.tokens[range.end - 1];
  const before = text.tokens[range.first - 1];
  const after = text.tokens[range.end];
  if (head === undefined) return 'place';
  if (after !== undefined && /^[-–]$/.test(after.form)) return 'place';
  if (isForm(after, '-based', 'based')) return 'place';
  if (isForm(after, ':') && opensHeadline(text, range)) return 'state';
  const preposition = isForm(before, 'the') ? text.tokens[range.first - 2] : before;
  if (preposition !== undefined && LOCATIVE.has(preposition.form.toLowerCase())) return 'place';
  const next = isPossessive(after) ? 'nmod:poss' : head.relation;
  if (isPossessive(after)) return 'state';
  if (next === 'conj') return readSeatRelation(text, head.head);
  if (!ACTING.test(next))
    return isForm(preposition, 'between', 'by', 'with', 'against', 'on', 'than', 'for', 'urges', 'and')
      ? 'state'
      : 'place';
  const governor = text.tokens[head.head];
  const isGoal = next === 'obj' && governor !== undefined && names.words.movement.has(governor.lemma);
  return isGoal ? 'place' : 'state';
}

/** “Pristina: no talks without recognition”: a headline names who speaks before its colon. */
function opensHeadline(text: AnnotatedText, { first }: TokenRange): boolean {
  const sentence = text.sentences[text.tokens[first]?.sentence ?? -1];
  return sentence?.firstToken === first && text.blocks[sentence.block]?.kind === 'headline';
}

function readSeatRelation(text: AnnotatedText, index: number): 'state' | 'place' {
  const first = text.tokens[index];
  if (first === undefined) return 'place';
  const before = text.tokens[index - 1];
  if (before !== undefined && LOCATIVE.has(before.form.toLowerCase())) return 'place';
  return ACTING.test(first.relation) || isForm(before, 'between', 'by', 'with', 'against')
    ? 'state'
    : 'place';
}

/** The mention that a listed name makes where it stands; undefined where it makes none. */
export function draftKnownName(
  text: AnnotatedText,
  match: KnownNameMatch,
  names: NameLexicon,
): DraftMention | undefined {
  const { first, end, known } = match;
  if (known.form === 'name') return { first, end, kind: 'name', type: known.type };
  if (known.form === 'adjective') return undefined;
  if (known.form === 'people') return draftPeople(text, match, names);
  const before = text.tokens[first - 1];
  const place = isForm(before, 'the') ? text.tokens[first - 2] : before;
  // No city is called “the White House”: a building stands for its government unless one goes there.
  const isBuilding = known.form === 'building';
  const reading =
    isBuilding && !isForm(place, 'in', 'at', 'outside', 'near', 'inside', 'to')
      ? 'state'
      : readSeat(text, match, names);
  return reading === 'state'
    ? { first, end, kind: 'metonym', type: known.type }
    : { first, end, kind: 'name', type: 'place' };
}

/** “the Russians rejected” speaks of the state; “many Russians” and “Palestinians” of people. */
function draftPeople(
  text: AnnotatedText,
  match: KnownNameMatch,
  names: NameLexicon,
): DraftMention | undefined {
  const { first, end } = match;
  const head = text.tokens[end - 1];
  const before = text.tokens[first - 1];
  if (head === undefined || !head.xpos.startsWith('N')) return undefined;
  if (isForm(before, 'the')) return { first, end, kind: 'demonym', type: 'state' };
  const isQuantified = before !== undefined && names.words.quantifier.has(before.form.toLowerCase());
  return { first: isQuantified ? first - 1 : first, end, kind: 'group', type: 'group' };
}
