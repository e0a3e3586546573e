import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { collectSubtree } from './dependents.ts';
import { isTime } from './time-words.ts';
import { includesToken, isPunctuation, trimRange, type TokenRange } from './token-range.ts';

const LOOSE = /^(?:acl|acl:relcl|ccomp|parataxis|advcl|dep|discourse|mark|cc|orphan|cop|aux|punct)$/u;
const LEADING = /^(?:case|cc|mark|advmod|det:predet|discourse|advcl)$/u;
const LONGEST_SOURCE = 24;

/**
 * The noun phrase round `head` as a source is cut: title and apposition stay, a relative clause goes. Undefined when
 * the tree makes it implausibly long.
 *
 * “German Chancellor Angela Merkel's spokesperson, Steffen Seibert, who spoke in Berlin, said …”
 */
export function readSourcePhrase(text: AnnotatedText, head: Token, cue: TokenRange): TokenRange | undefined {
  const sentence = text.sentences[head.sentence];
  if (sentence === undefined) return undefined;
  const kept = collectSubtree(text, head, (token) => {
    if (includesToken([cue], token.index)) return true;
    if (token.head === head.index && token.index < head.index && LEADING.test(token.relation)) {
      return true;
    }
    return LOOSE.test(token.relation) && !isInnerPunctuation(token) && !joinsNouns(text, token);
  });
  const members = new Set(kept.filter((index) => !isTrailingAdverb(text, head, index)));
  let first = head.index;
  while (first - 1 >= sentence.firstToken && joins(text, members, first - 1, first)) first -= 1;
  let end = head.index + 1;
  while (end < sentence.endToken && joins(text, members, end, end)) end += 1;
  while (end < sentence.endToken && closesBracket(text, first, end)) end += 1;
  const range = trimSource(text, { first, end });
  return range === undefined || range.end - range.first > LONGEST_SOURCE ? undefined : range;
}

const BEFORE_SOURCE =
  /^(?:by|from|such|as|including|while|but|and|although|whereas|today|yesterday|of|with|for|to|against)$/iu;
const BEFORE_TIME = /^(?:on|from|of|last|next|this|late|early|earlier)$/iu;
const RELATIVE = /^(?:who|which|whom)$/iu;

/**
 * A source without what does not name it: “the speaker | on Tuesday | told”, “Toronto police | , which | said”, “was
 * hailed | by | Beijing”. Undefined when nothing is left.
 */
export function trimSource(text: AnnotatedText, range: TokenRange): TokenRange | undefined {
  let { first, end } = range;
  while (end - first > 1 && BEFORE_SOURCE.test(text.tokens[first]?.form ?? '')) first += 1;
  const formAt = (index: number): string => text.tokens[index]?.form ?? '';
  for (let last = text.tokens[end - 1]; last !== undefined && end - first > 1; last = text.tokens[end - 1]) {
    if (isTime(last) && end - first > 2) end -= BEFORE_TIME.test(formAt(end - 2)) ? 2 : 1;
    else if (RELATIVE.test(last.form)) end -= 1;
    else break;
  }
  const trimmed = first < end ? trimRange(text, { first, end }) : undefined;
  return trimmed === undefined ? undefined : withoutPart(text, trimmed);
}

/** “Diop, | for his part, | has refused” */
function withoutPart(text: AnnotatedText, { first, end }: TokenRange): TokenRange | undefined {
  const words = text.tokens.slice(end - 3, end).map(({ form }) => form);
  if (!/^for (?:his|her|its|their) part$/u.test(words.join(' '))) return { first, end };
  return end - 3 > first ? trimRange(text, { first, end: end - 3 }) : undefined;
}

/** “Peru, Chile and Brazil rejected …” */
function joinsNouns(text: AnnotatedText, { relation, head }: Token): boolean {
  const joined = text.tokens[head];
  return relation === 'cc' && joined?.relation === 'conj' && /^(?:NOUN|PROPN|PRON)$/u.test(joined.upos);
}

/** “The mayor, however, refused …” */
function isTrailingAdverb(text: AnnotatedText, head: Token, index: number): boolean {
  const token = text.tokens[index];
  return token !== undefined && index > head.index && token.relation === 'advmod' && token.upos === 'ADV';
}

function isInnerPunctuation(token: Token): boolean {
  return token.relation === 'punct';
}

/** A member of the phrase, or a mark with a member on its far side. */
function joins(text: AnnotatedText, members: ReadonlySet<number>, index: number, edge: number): boolean {
  if (members.has(index)) return true;
  if (!isPunctuation(text.tokens[index])) return false;
  return members.has(index < edge ? index - 1 : index + 1);
}

function closesBracket(text: AnnotatedText, first: number, end: number): boolean {
  if (text.tokens[end]?.form !== ')') return false;
  return text.tokens.slice(first, end).some((token) => token.form === '(');
}

const NAME_PART = /^(?:NN|NNS|NNP|NNPS|CD|JJ|JJR|JJS|DT|PRP\$|POS|EX|\$)$/u;
const PRONOUN = /^(?:PRP|WP)$/u;
const NOUN = /^(?:NN|NNS|NNP|NNPS|PRP|WP|CD)$/u;
const LINK = /^(?:of|&|for|at)$/iu;

function isQuoted(text: AnnotatedText, index: number): boolean {
  return (text.tokens[index]?.quotation ?? -1) >= 0;
}

/** “the Ministry | of | Defence”, “the Oceanic | and | Atmospheric Administration”, “Reuters | and | AFP” */
function joinsNames(text: AnnotatedText, link: Token, limit: number): boolean {
  const [before, after] = [text.tokens[link.index - 1], text.tokens[link.index + 1]];
  if (after === undefined || after.index >= limit) return false;
  if (LINK.test(link.form)) return NAME_PART.test(after.xpos);
  return link.form === 'and' && [before?.form ?? '', after.form].every((form) => /^\p{Lu}/u.test(form));
}

/** A noun phrase that begins at `first`, by tags alone: the repair where the tree is poor. */
export function scanPhraseRight(text: AnnotatedText, first: number, limit: number): TokenRange | undefined {
  const tagAt = (index: number) => (index < limit ? (text.tokens[index]?.xpos ?? '') : '');
  if (PRONOUN.test(tagAt(first))) return { first, end: first + 1 };
  let end = first;
  let named = false;
  while (end < limit && !(isQuoted(text, end) && !isQuoted(text, first))) {
    const token = text.tokens[end];
    if (token === undefined) break;
    if (NAME_PART.test(token.xpos)) named ||= NOUN.test(token.xpos);
    else if (!(end > first && joinsNames(text, token, limit))) break;
    end += 1;
  }
  return named ? { first, end } : undefined;
}

/** “’s” and “of” begin no phrase. */
function isDangling(token: Token | undefined): boolean {
  return token?.xpos === 'POS' || token?.form === 'of';
}

/** A noun phrase that ends just before `end`, by tags alone. */
export function scanPhraseLeft(text: AnnotatedText, end: number, limit: number): TokenRange | undefined {
  const last = text.tokens[end - 1];
  if (last === undefined || end - 1 < limit || !NOUN.test(last.xpos)) return undefined;
  let first = end - 1;
  if (PRONOUN.test(last.xpos)) return { first, end };
  while (first - 1 >= limit && isQuoted(text, first - 1) === isQuoted(text, end - 1)) {
    const token = text.tokens[first - 1];
    const before = text.tokens[first - 2];
    if (token === undefined) break;
    const linked = token.form === 'of' && before !== undefined && NAME_PART.test(before.xpos);
    if (!NAME_PART.test(token.xpos) && !linked) break;
    first -= 1;
    if (token.xpos === 'DT') break;
  }
  while (first < end - 1 && isDangling(text.tokens[first])) first += 1;
  return { first, end };
}
