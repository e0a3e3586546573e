import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import { classifyRun } from './classify-run.ts';
import { isCapitalised, isForm, isNameShaped } from './draft-mention.ts';
import type { DraftMention } from './draft-mention.ts';
import type { NameLexicon } from './name-lexicon.ts';
import { matchPhrase } from './phrase-table.ts';
import type { TokenRange } from '../token-range.ts';

/** What the whole document shows about capitals: which words it also writes small, which it capitalises in mid-sentence. */
export interface CapitalMemory {
  readonly small: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
}

/** Reads the body of the text for {@link CapitalMemory}. */
export function rememberCapitals(text: AnnotatedText): CapitalMemory {
  const small = new Set<string>();
  const inner = new Set<string>();
  for (const sentence of text.sentences) {
    if (text.blocks[sentence.block]?.kind !== 'paragraph') continue;
    for (let index = sentence.firstToken; index < sentence.endToken; index += 1) {
      const token = text.tokens[index];
      if (token === undefined) continue;
      if (/^\p{Ll}/u.test(token.form)) small.add(token.form);
      else if (isCapitalised(token) && !opensSentence(text, sentence, index)) inner.add(token.form);
    }
  }
  return { small, inner };
}

/** Whether a capital at this token shows nothing: it opens the sentence, a quotation or a clause after a colon. */
export function opensSentence(text: AnnotatedText, sentence: Sentence, index: number): boolean {
  let before = index - 1;
  while (before >= sentence.firstToken && /^["'([-]+$|^--?$|^–|^—/.test(text.tokens[before]?.form ?? ''))
    before -= 1;
  return (
    before < sentence.firstToken ||
    (before < index - 1 && /^[,:;.!?]$/.test(text.tokens[before]?.form ?? '')) ||
    /^[:.!?]$/.test(text.tokens[before]?.form ?? '')
  );
}

/** Tags that no name carries, unless the tagger errs inside a run of capitals. */
const FUNCTION_TAG =
  /^(?:IN|DT|PDT|PRP|PRP\$|CC|WDT|WP|WRB|MD|TO|UH|EX|RB|RBR|VBD|VBZ|VBP|VB|VBG|VBN|JJR|JJS)$/;

/** Names by shape, in one sentence: runs of capitalised tokens that are not `taken`, cut by what the words show. */
export function findNameRuns(
  text: AnnotatedText,
  sentence: Sentence,
  names: NameLexicon,
  memory: CapitalMemory,
  taken: ReadonlySet<number>,
): DraftMention[] {
  const drafts: DraftMention[] = [];
  let index = sentence.firstToken;
  while (index < sentence.endToken) {
    if (!startsRun(text, sentence, index, names, memory, taken)) {
      index += 1;
      continue;
    }
    const end = endOfRun(text, sentence, index, names, taken);
    const draft = classifyRun(text, { first: index, end }, names);
    if (draft !== undefined) drafts.push(draft);
    index = Math.max(end, index + 1);
  }
  return drafts;
}

function startsRun(
  text: AnnotatedText,
  sentence: Sentence,
  index: number,
  names: NameLexicon,
  memory: CapitalMemory,
  taken: ReadonlySet<number>,
): boolean {
  const token = text.tokens[index];
  if (token === undefined || taken.has(index) || !isNameShaped(token)) return false;
  const { form } = token;
  if (names.words.calendar.has(form) || names.words.common.has(form)) return false;
  if (names.words.honorific.has(form)) return false;
  const next = text.tokens[index + 1];
  // “Article 5”, “Resolution 242”
  if (next?.xpos === 'CD') return false;
  const goesOn = index + 1 < sentence.endToken && isCapitalised(next) && isNameShaped(next);
  const isPerson = names.givenNames.has(form) || names.surnames.has(form);
  if (FUNCTION_TAG.test(token.xpos) && !(isPerson && /^(?:VB|JJ)/.test(token.xpos))) return false;
  if (!opensSentence(text, sentence, index)) return !isPlainAdjective(token, goesOn);
  if (memory.inner.has(form)) return true;
  if (names.givenNames.has(form) && goesOn) return true;
  if (memory.small.has(form.toLowerCase())) return false;
  const isActor = /^(?:nsubj|nmod:poss)/.test(token.relation) && form.length > 3;
  return /^NNPS?$/.test(token.xpos) && (goesOn || isActor || names.surnames.has(form));
}

/** “European leaders”: an adjective with a capital is no name. */
function isPlainAdjective(token: Token, goesOn: boolean): boolean {
  return token.xpos.startsWith('JJ') && !goesOn;
}

function endOfRun(
  text: AnnotatedText,
  sentence: Sentence,
  first: number,
  names: NameLexicon,
  taken: ReadonlySet<number>,
): number {
  let end = first + 1;
  let isBody = names.words.organisation.has(text.tokens[first]?.form ?? '');
  while (end < sentence.endToken) {
    const token = text.tokens[end];
    if (token === undefined) break;
    const isFunction =
      FUNCTION_TAG.test(token.xpos) &&
      !/^(?:VB|JJ|MD|RB)/.test(token.xpos) &&
      token.form !== token.form.toUpperCase();
    if (
      isNameShaped(token) &&
      (!taken.has(end) || isBody) &&
      !isFunction &&
      !names.words.calendar.has(token.form)
    ) {
      // “Adrienne Watson Welcoming the Extension”, in a headline
      if (/^VB[GDZ]$/.test(token.xpos) && !names.surnames.has(token.form)) break;
      isBody ||= names.words.organisation.has(token.form);
      end += 1;
      continue;
    }
    if (continuesGivenName(text, { first: startOfPerson(text, first, end, names), end })) {
      end += 2;
      continue;
    }
    const ahead = skipInner(text, sentence, end, isBody, names);
    if (ahead === undefined) break;
    end = ahead;
  }
  return end;
}

/** Second parts of compounds that are no names: “Kim Jong Un-led”. */
const NO_NAME = /^(?:led|era|based|born|backed|run|style|like|held|wide|only|made|owned)$/;

/** Where a run that may begin with words of office begins without them: “Vice Premier Chen Chi-mai”. */
function startOfPerson(text: AnnotatedText, first: number, end: number, names: NameLexicon): number {
  let start = first;
  while (start < end) {
    const office = matchPhrase(names.offices, text.tokens, start, end);
    if (office === undefined) break;
    start = office.end;
  }
  return start;
}

/** “Kim Yo-jong”, “Kang Kyung-wha”: the second syllable of a given name, written small behind its hyphen. */
function continuesGivenName(text: AnnotatedText, { first, end }: TokenRange): boolean {
  const [hyphen, syllable] = [text.tokens[end], text.tokens[end + 1]];
  const given = text.tokens[end - 1];
  return (
    end - first === 2 &&
    given !== undefined &&
    isForm(hyphen, '-') &&
    hyphen?.start === given.end &&
    syllable?.start === hyphen.end &&
    given.form.length <= 6 &&
    /^\p{Ll}{2,5}$/u.test(syllable.form) &&
    !NO_NAME.test(syllable.form)
  );
}

/** The token after lower-case parts inside a name: “Mohammed bin Salman”, “Ministry of Foreign Affairs”, “People's Party”. */
function skipInner(
  text: AnnotatedText,
  sentence: Sentence,
  index: number,
  isBody: boolean,
  names: NameLexicon,
): number | undefined {
  let next = index;
  const isInner = (token: Token | undefined): boolean =>
    token !== undefined &&
    (names.words.particle.has(token.form) ||
      (isBody && isForm(token, 'of', 'for', 'the', 'and', '&', 'on')) ||
      (isForm(token, '-', '–') && text.tokens[next - 1]?.end === token.start));
  while (next < sentence.endToken && next - index < 3 && isInner(text.tokens[next])) next += 1;
  const token = text.tokens[next];
  if (next === index || token === undefined || next >= sentence.endToken || !isNameShaped(token))
    return undefined;
  // “the Foreign Ministry and Lavrov”: “and” joins two names unless a noun of bodies follows or stands before “of”.
  if (
    isForm(text.tokens[index], 'and', '&', 'the', 'on') &&
    !text.tokens.slice(index - 4, index).some((part) => isForm(part, 'of', 'for'))
  )
    return undefined;
  if (names.words.calendar.has(token.form)) return undefined;
  return next;
}

/**
 * A body whose name begins with a listed name: “Munich Security Conference”, “Turkish Ministry of Foreign Affairs”.
 * Gives the end of the name; undefined where the words after the listed name are no body's.
 */
export function endOfBodyName(
  text: AnnotatedText,
  sentence: Sentence,
  listedEnd: number,
  names: NameLexicon,
): number | undefined {
  for (let index = listedEnd; index < Math.min(sentence.endToken, listedEnd + 5); index += 1) {
    const token = text.tokens[index];
    if (token === undefined || !isNameShaped(token)) return undefined;
    if (matchPhrase(names.offices, text.tokens, index, sentence.endToken) !== undefined) return undefined;
    if (names.words.organisation.has(token.form)) return endOfRun(text, sentence, index, names, new Set());
  }
  return undefined;
}
