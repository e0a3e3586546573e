import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { TokenRange } from '../token-range.ts';
import { isForm, isPossessive } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { endOfGroupComplement, gathersMany } from './group-complement.ts';
import { matchPhrase } from './phrase-table.ts';

/** Actors that the sentence describes without naming: offices, bodies and groups, outside `taken`. */
export function findDescribedActors(
  text: AnnotatedText,
  sentence: Sentence,
  names: NameLexicon,
  taken: ReadonlySet<number>,
): DraftMention[] {
  const drafts: DraftMention[] = [];
  let index = sentence.firstToken;
  while (index < sentence.endToken) {
    const draft = taken.has(index) ? undefined : describeAt(text, sentence, index, names);
    if (draft !== undefined) drafts.push(draft);
    index = Math.max(index + 1, draft?.end ?? 0);
  }
  return drafts;
}

function describeAt(
  text: AnnotatedText,
  sentence: Sentence,
  index: number,
  names: NameLexicon,
): DraftMention | undefined {
  const { tokens } = text;
  const token = tokens[index];
  if (token === undefined) return undefined;
  const office = matchPhrase(names.offices, tokens, index, sentence.endToken);
  if (office !== undefined && isNominalHead(tokens, office.end)) {
    return describeOffice(text, sentence, { first: index, end: office.end }, names);
  }
  const body = matchPhrase(names.institutions, tokens, index, sentence.endToken);
  // “NATO Organization”: the word repeats what the name says.
  const isRedundant = /^Organi[sz]ation$/.test(token.form);
  if (body !== undefined && !isRedundant && isNominalHead(tokens, body.end)) {
    return describeBody(text, sentence, { first: index, end: body.end }, body.value, names);
  }
  if (
    names.groupNouns.has(token.form.toLowerCase()) &&
    token.xpos.startsWith('N') &&
    isNominalHead(tokens, index + 1)
  ) {
    const first = startOfPair(text, sentence, startOfPhrase(text, sentence, index), names);
    return { first, end: endOfGroup(text, sentence, index, names), kind: 'group', type: 'group' };
  }
  return undefined;
}

/** Whether a noun before `end` heads its phrase: no further noun follows. “government forces” is headed by “forces”. */
function isNominalHead(tokens: readonly Token[], end: number): boolean {
  const last = tokens[end - 1];
  const next = tokens[end];
  if (last === undefined || !last.xpos.startsWith('N')) return false;
  if (next === undefined) return true;
  return !next.xpos.startsWith('NN') && !isPossessiveNoun(tokens, end);
}

/** “the president's office”: the possessor is no actor of the clause; it still is somebody, so it stays. */
function isPossessiveNoun(tokens: readonly Token[], end: number): boolean {
  return isForm(tokens[end], '-');
}

/** “the French foreign minister”, “Interpol spokesperson”, “the minister of Ukraine”; without an owner a description. */
function describeOffice(
  text: AnnotatedText,
  sentence: Sentence,
  range: TokenRange,
  names: NameLexicon,
): DraftMention | undefined {
  const first = startOfPhrase(text, sentence, range.first);
  const end = endOfComplement(text, sentence, range.end, names);
  const isOwned = end > range.end || hasKnownName(text, { first, end: range.first }, names);
  return { first, end, kind: isOwned ? 'office' : 'nominal', type: 'person' };
}

/** “the Syrian government”, “the government of Rwanda” are the state; “Russia's foreign ministry” a body of it. */
function describeBody(
  text: AnnotatedText,
  sentence: Sentence,
  range: TokenRange,
  body: 'government' | 'body',
  names: NameLexicon,
): DraftMention | undefined {
  const first = startOfPhrase(text, sentence, range.first);
  const end = isForm(text.tokens[range.end], 'of')
    ? endOfComplement(text, sentence, range.end, names)
    : range.end;
  const isOwned = end > range.end || hasKnownName(text, { first, end: range.first }, names);
  if (body === 'government' && isOwned) return { first, end, kind: 'metonym', type: 'state' };
  if (isOwned) return { first, end, kind: 'office', type: 'organisation' };
  const head = range.end - 1;
  if (gathersMany(text, head))
    return { first, end: endOfGroup(text, sentence, head, names), kind: 'group', type: 'group' };
  return { first, end: endOfPlace(text, sentence, end, names), kind: 'nominal', type: 'organisation' };
}

/** The end of what tells which group is meant: “officials of the ministry”, “a group of mayors in Lyon”. */
function endOfGroup(text: AnnotatedText, sentence: Sentence, head: number, names: NameLexicon): number {
  const end = Math.max(
    endOfComplement(text, sentence, head + 1, names),
    endOfGroupComplement(text, sentence, head),
  );
  return endOfPlace(text, sentence, end, names);
}

/** The end of “in Lyon” behind a body or group that no name tells from others. */
function endOfPlace(text: AnnotatedText, sentence: Sentence, start: number, names: NameLexicon): number {
  if (!isForm(text.tokens[start], 'in')) return start;
  const known = matchPhrase(names.known, text.tokens, start + 1, sentence.endToken);
  return known?.value.type === 'place' || known?.value.type === 'state' ? known.end : start;
}

/** Where the noun phrase round a head noun begins; determiners and possessive pronouns are left out. */
function startOfPhrase(text: AnnotatedText, sentence: Sentence, head: number): number {
  let first = head;
  while (first > sentence.firstToken) {
    const token = text.tokens[first - 1];
    if (token === undefined) break;
    const isModifier =
      /^(?:JJ|NN|CD|VBN|VBG|RBS|FW)/.test(token.xpos) ||
      isPossessive(token) ||
      (isForm(token, '-', '–') &&
        first - 2 >= sentence.firstToken &&
        text.tokens[first - 2]?.end === token.start);
    if (!isModifier || (/^VB[NG]/.test(token.xpos) && token.head < first - 1)) break;
    // A verb of saying, a list or another clause is no modifier.
    if (
      /^(?:conj|root|ccomp|advcl|appos|parataxis|obl|obl:tmod|obl:npmod|obl:unmarked)$/.test(
        token.relation,
      ) &&
      !isInside(text, token, head)
    )
      break;
    first -= 1;
  }
  while (first < head && (isPossessive(text.tokens[first]) || isForm(text.tokens[first], '-', '–')))
    first += 1;
  return first;
}

/** “Russian and Ukrainian leaders” are the leaders of both states. */
function startOfPair(text: AnnotatedText, sentence: Sentence, first: number, names: NameLexicon): number {
  const { tokens } = text;
  const right = matchPhrase(names.known, tokens, first, sentence.endToken)?.value;
  if (right?.type !== 'state' || (right.form !== 'adjective' && right.form !== 'name')) return first;
  if (!isForm(tokens[first - 1], 'and', ',') || first - 2 < sentence.firstToken) return first;
  for (let start = Math.max(sentence.firstToken, first - 4); start < first - 1; start += 1) {
    const left = matchPhrase(names.known, tokens, start, first - 1);
    if (left?.end === first - 1 && left.value.form === 'adjective')
      return startOfPair(text, sentence, start, names);
  }
  return first;
}

function isInside(text: AnnotatedText, token: Token, head: number): boolean {
  let current: Token | undefined = token;
  for (let steps = 0; current !== undefined && steps < 12; steps += 1) {
    if (current.head === head) return true;
    current = text.tokens[current.head];
  }
  return false;
}

/** The end of “of Ukraine”, “of the European Union”, “for the ministry”, “from the Hague court” behind a head noun. */
function endOfComplement(text: AnnotatedText, sentence: Sentence, start: number, names: NameLexicon): number {
  if (!isForm(text.tokens[start], 'of', 'for', 'to', 'at', 'from')) return start;
  const isOf = isForm(text.tokens[start], 'of');
  let next = start + 1;
  if (isForm(text.tokens[next], 'the')) next += 1;
  const known = matchPhrase(names.known, text.tokens, next, sentence.endToken);
  if (known === undefined || known.value.form === 'people') return start;
  if (known.value.type === 'place' && !isOf) return start;
  if (known.value.form === 'adjective') {
    const body = matchPhrase(names.institutions, text.tokens, known.end, sentence.endToken);
    return body?.end ?? start;
  }
  // “told reporters from Moscow”: only bodies are spoken for with “from”, “at” and “to”.
  return isOf || known.value.type === 'organisation' || isForm(text.tokens[start], 'for', 'to')
    ? known.end
    : start;
}

function hasKnownName(text: AnnotatedText, range: TokenRange, names: NameLexicon): boolean {
  for (let index = range.first; index < range.end; index += 1)
    if (matchPhrase(names.known, text.tokens, index, range.end) !== undefined) return true;
  return false;
}
