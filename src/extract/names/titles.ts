import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import type { TokenRange } from '../token-range.ts';
import { isForm, isPossessive } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';

/** The longest apposition, in tokens, that is read as words of office. */
const LONGEST_APPOSITION = 18;
const LONGEST_OFFICE = 6;

/** The words of office beside the name `range`: before it, else behind a comma after it. */
export function findTitle(
  text: AnnotatedText,
  sentence: Sentence,
  range: TokenRange,
  names: NameLexicon,
): TokenRange | undefined {
  return titleBefore(text, sentence, range, names) ?? titleAfter(text, sentence, range.end, names);
}

/**
 * “Swedish Defense Minister Pål Jonson”, “Russia's foreign minister, Sergei Lavrov,” and, from machine translation,
 * “US Defense Secretary of Hegseth gave …”.
 */
function titleBefore(
  text: AnnotatedText,
  sentence: Sentence,
  range: TokenRange,
  names: NameLexicon,
): TokenRange | undefined {
  let end = range.first;
  while (end > sentence.firstToken && names.words.honorific.has(text.tokens[end - 1]?.form ?? '')) end -= 1;
  const office = officeEndingAt(text, sentence, end, names);
  if (office !== undefined) {
    const first = extendLeft(text, sentence, office.first, names);
    // “Its chairman, South African President Cyril Ramaphosa, said”: two offices of one person.
    const other = isListed(text, range.end) ? undefined : officeBeforeComma(text, sentence, first, names);
    return { first: other?.first ?? first, end: office.end };
  }
  const complemented = officeWithComplement(text, sentence, end, names);
  if (complemented !== undefined) return complemented;
  if (isForm(text.tokens[end - 1], ',')) return officeBeforeComma(text, sentence, end, names);
  if (isForm(text.tokens[end - 1], 'of')) {
    const garbled = officeEndingAt(text, sentence, end - 1, names);
    if (garbled === undefined) return undefined;
    const first = extendLeft(text, sentence, garbled.first, names);
    // “the foreign minister of Trump”, “, Defense Secretary of Trump”: there the name is the principal.
    const isApposition =
      isForm(text.tokens[first - 1], ',') && (text.tokens[first - 2]?.xpos ?? '').startsWith('NNP');
    return first < garbled.first && !isApposition && !isForm(text.tokens[first - 1], 'the', 'a', 'an')
      ? { first, end: garbled.end }
      : undefined;
  }
  return undefined;
}

/** “the minister, President Macron and Chancellor Merkel”: the name is one of a list. */
function isListed(text: AnnotatedText, nameEnd: number): boolean {
  return isForm(text.tokens[nameEnd], 'and', 'or', '&');
}

/**
 * A definite office whose comma is the last token before `end`: “Russia's foreign minister,”, “Its Americas director,”,
 * “Ethiopia's water minister,”.
 */
function officeBeforeComma(
  text: AnnotatedText,
  sentence: Sentence,
  end: number,
  names: NameLexicon,
): TokenRange | undefined {
  if (!isForm(text.tokens[end - 1], ',')) return undefined;
  const office =
    officeEndingAt(text, sentence, end - 1, names) ?? officeWithComplement(text, sentence, end - 1, names);
  if (office === undefined) return undefined;
  const modified = extendOverModifiers(text, sentence, office.first);
  const first = extendLeft(text, sentence, modified, names);
  const isDefinite =
    first < modified || isForm(text.tokens[first - 1], 'the', 'and', 'its', 'their', 'his', 'her');
  return isDefinite ? { first, end: office.end } : undefined;
}

/** What narrows an office, where it leads to an owner or a determiner: “water” in “Ethiopia's water minister”. */
function extendOverModifiers(text: AnnotatedText, sentence: Sentence, start: number): number {
  for (let first = start; first > sentence.firstToken && start - first <= 3; first -= 1) {
    const before = text.tokens[first - 1];
    if (isPossessive(before) || isForm(before, 'the', 'its', 'their', 'his', 'her')) return first;
    if (before === undefined || !/^(?:NN|NNS|NNP|NNPS|JJ)$/.test(before.xpos)) break;
  }
  return start;
}

/** The longest complement of an office, in tokens. */
const LONGEST_COMPLEMENT = 6;

/** “US Ambassador to Germany Richard Grenell”, “the prosecutor general of Tehran, Ali Alghasi Mehr”. */
function officeWithComplement(
  text: AnnotatedText,
  sentence: Sentence,
  end: number,
  names: NameLexicon,
): TokenRange | undefined {
  for (let index = end - 2; index > Math.max(sentence.firstToken, end - LONGEST_COMPLEMENT); index -= 1) {
    const token = text.tokens[index];
    if (!isForm(token, 'of', 'to', 'for', 'at', 'on')) {
      const isName = token !== undefined && (/^\p{Lu}/u.test(token.form) || isForm(token, 'the', 'and', '&'));
      if (!isName) return undefined;
      continue;
    }
    const last = text.tokens[end - 1];
    if (last === undefined || !/^\p{Lu}/u.test(last.form)) return undefined;
    const office = officeEndingAt(text, sentence, index, names);
    return office === undefined ? undefined : { first: extendLeft(text, sentence, office.first, names), end };
  }
  return undefined;
}

/** The longest words of office that end just before the token `end`. */
export function officeEndingAt(
  text: AnnotatedText,
  sentence: Sentence,
  end: number,
  names: NameLexicon,
): TokenRange | undefined {
  for (let first = Math.max(sentence.firstToken, end - LONGEST_OFFICE); first < end; first += 1) {
    if (matchPhrase(names.offices, text.tokens, first, end)?.end === end) return { first, end };
  }
  return undefined;
}

/** Takes in what stands before words of office: “former”, “Russia's”, “US”, “UN”, “foreign ministry”. */
export function extendLeft(
  text: AnnotatedText,
  sentence: Sentence,
  start: number,
  names: NameLexicon,
): number {
  let first = start;
  for (;;) {
    const before = text.tokens[first - 1];
    if (first <= sentence.firstToken || before === undefined) return first;
    if (names.words.qualifier.has(before.form.toLowerCase())) {
      first -= 1;
      continue;
    }
    const further = text.tokens[first - 2];
    // “Russia's visiting foreign minister”
    if (/^(?:JJ|VBG|VBN)$/.test(before.xpos) && /^\p{Ll}/u.test(before.form) && isPossessive(further)) {
      first -= 1;
      continue;
    }
    // “Angela Merkel's spokesperson”: the possessor, but not what stands before it.
    if (isPossessive(before) && phraseEndingAt(text, sentence, first - 1, names) === undefined) {
      let start = first - 1;
      while (
        start > sentence.firstToken &&
        /^\p{Lu}/u.test(text.tokens[start - 1]?.form ?? '') &&
        first - start < 4
      )
        start -= 1;
      return start < first - 1 ? start : first;
    }
    const limit = isPossessive(before) ? first - 1 : first;
    const known =
      phraseEndingAt(text, sentence, limit, names) ?? officeEndingAt(text, sentence, limit, names);
    if (known === undefined || known.first === first) return first;
    first = known.first;
  }
}

function phraseEndingAt(
  text: AnnotatedText,
  sentence: Sentence,
  end: number,
  names: NameLexicon,
): TokenRange | undefined {
  for (let first = Math.max(sentence.firstToken, end - LONGEST_OFFICE); first < end; first += 1) {
    const known = matchPhrase(names.known, text.tokens, first, end);
    const body = matchPhrase(names.institutions, text.tokens, first, end);
    if (known?.end === end || body?.end === end) return { first, end };
  }
  return undefined;
}

/** “Maria Zakharova, spokeswoman for the Russian foreign ministry, said …” */
function titleAfter(
  text: AnnotatedText,
  sentence: Sentence,
  nameEnd: number,
  names: NameLexicon,
): TokenRange | undefined {
  if (!isForm(text.tokens[nameEnd], ',', '(')) return undefined;
  const first = nameEnd + 1;
  const end = endOfApposition(text, sentence, first);
  if (end <= first || /^(?:VB|MD|W|PRP|CC|RB)/.test(text.tokens[first]?.xpos ?? '')) return undefined;
  const start = isForm(text.tokens[first], 'the', 'a', 'an') ? first + 1 : first;
  // The head noun of the apposition is the word of office: it comes before any preposition.
  for (let index = start; index < end; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || (/^(?:IN|TO|VB|MD|W)/.test(token.xpos) && index > start)) return undefined;
    const office = matchPhrase(names.offices, text.tokens, index, end);
    if (office === undefined) continue;
    const next = text.tokens[office.end];
    // “Sergei Lavrov, Ukraine's President Viktor Yushchenko and …” is a list of persons.
    if (office.end < end && (next?.xpos ?? '').startsWith('NNP')) return undefined;
    const isHead =
      office.end >= end ||
      next === undefined ||
      /^(?:IN|TO|CC|,|VBG|VBN)$/.test(next.xpos) ||
      isForm(next, 'of', 'for', 'at', 'to', 'in', 'on');
    if (isHead) return { first: start, end };
  }
  return undefined;
}

function endOfApposition(text: AnnotatedText, sentence: Sentence, first: number): number {
  const last = Math.min(sentence.endToken, first + LONGEST_APPOSITION);
  for (let index = first; index < last; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || /^[,;:.()"]$|^--$|^[–—]$/.test(token.form)) return index;
    if (/^(?:VBD|VBZ|VBP|MD|WP|WDT)$/.test(token.xpos)) return index;
  }
  return last;
}
