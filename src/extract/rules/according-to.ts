import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent, quotationRange } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { readSourcePhrase, scanPhraseRight } from '../source-phrase.ts';
import { isTime } from '../time-words.ts';
import { isPunctuation, isQuotationMark, type TokenRange } from '../token-range.ts';

/** “According to the ministry, …”, “in the words of one envoy, …”, “per Reuters”. */
export const accordingTo: AttributionRule = {
  name: 'according-to',
  find: ({ text }: Reading) => text.tokens.flatMap((token) => attribute(text, token) ?? []),
};

/** The phrases that name a source, with what they weigh. */
const PHRASES = [
  { words: ['according', 'to'], weight: 0.95 },
  { words: ['in', 'the', 'words', 'of'], weight: 0.9 },
  { words: ['by', 'words', 'of'], weight: 0.9 },
  { words: ['in', 'words', 'of'], weight: 0.8 },
  { words: ['in', 'the', 'view', 'of'], weight: 0.8 },
  { words: ['in', 'the', 'eyes', 'of'], weight: 0.7 },
  { words: ['in', 'the', 'opinion', 'of'], weight: 0.8 },
  { words: ['as', 'per'], weight: 0.4 },
  { words: ['per'], weight: 0.3 },
  { words: ['for'], weight: 0.35 },
] as const;

const SHORT_ANSWER = 3;

function attribute(text: AnnotatedText, token: Token): Finding | undefined {
  const phrase = PHRASES.find(({ words }) =>
    words.every((word, offset) => text.tokens[token.index + offset]?.form.toLowerCase() === word),
  );
  const sentence = text.sentences[token.sentence];
  if (phrase === undefined || sentence === undefined) return undefined;
  const cue = { first: token.index, end: token.index + phrase.words.length };
  const source = readSource(text, cue, sentence.endToken);
  if (source === undefined || !isLikely(text, phrase.words[0], cue, source)) return undefined;
  const content = readPhraseContent(text, cue, source);
  if (content.length === 0) return undefined;
  const words = content.reduce((sum, range) => sum + range.end - range.first, 0);
  const answers = words <= SHORT_ANSWER && (isAfterHeading(text, token) || isAfterQuestion(text, token));
  return {
    rule: answers ? 'heading-answer' : 'according-to',
    source: [source],
    cue: [cue],
    cueToken: token.index,
    cueLemma: phrase.words.join(' '),
    cueKind: 'according-to',
    negated: false,
    content,
    weight: phrase.weight,
  };
}

/** “For Moscow, …” only at the start of a sentence, before a name and a comma; “per” only before a name. */
function isLikely(text: AnnotatedText, word: string, cue: TokenRange, source: TokenRange): boolean {
  if (word !== 'for' && word !== 'per') return true;
  const named = text.tokens
    .slice(source.first, source.end)
    .every((token) => /^(?:PROPN|DET|ADJ|PUNCT)$/u.test(token.upos) || token.xpos === 'POS');
  if (!named || source.end - source.first > 4) return false;
  if (word === 'per') return true;
  const atStart = text.sentences[text.tokens[cue.first]?.sentence ?? -1]?.firstToken === cue.first;
  return atStart && text.tokens[source.end]?.form === ',';
}

function readSource(text: AnnotatedText, cue: TokenRange, limit: number): TokenRange | undefined {
  const scanned = scanPhraseRight(text, cue.end, limit) ?? scanMistaken(text, cue.end, limit);
  if (scanned === undefined) return undefined;
  const head = text.tokens
    .slice(scanned.first, scanned.end)
    .find((token) => token.head < scanned.first || token.head >= scanned.end);
  const author = readAuthor(text, scanned.end, limit);
  if (author !== undefined) return author;
  const read = head === undefined ? undefined : readSourcePhrase(text, head, cue);
  if (read === undefined || read.first > scanned.first || read.end < scanned.end) return scanned;
  const apposition = text.tokens.slice(scanned.end, read.end).some((token) => token.form === ',');
  return apposition ? scanned : { first: cue.end, end: read.end };
}

/** “According to eyewitness Maria Costa, …”: a tagger takes the noun after “to” for a verb. */
function scanMistaken(text: AnnotatedText, first: number, limit: number): TokenRange | undefined {
  if (text.tokens[first]?.xpos !== 'VB' || text.tokens[first + 1]?.upos !== 'PROPN') return undefined;
  const name = scanPhraseRight(text, first + 1, limit);
  return name === undefined ? undefined : { first, end: name.end };
}

/** “according to a tweet on Monday by the foreign minister”: the author rather than the document. */
function readAuthor(text: AnnotatedText, first: number, limit: number): TokenRange | undefined {
  const by = text.tokens.slice(first, Math.min(first + 3, limit)).find((token) => token.form === 'by');
  return by === undefined ? undefined : scanPhraseRight(text, by.index + 1, limit);
}

/** What a phrase that names a source speaks of: the rest of its sentence, before or after or round it. */
export function readPhraseContent(
  text: AnnotatedText,
  cue: TokenRange,
  source: TokenRange,
): readonly TokenRange[] {
  const sentence = text.sentences[text.tokens[cue.first]?.sentence ?? -1];
  if (sentence === undefined) return [];
  const end = afterTime(text, source.end, sentence.endToken);
  const holes = [{ first: cue.first, end }];
  const before = { first: leftEdge(text, sentence.firstToken, cue.first), end: cue.first };
  const after = { first: end, end: sentence.endToken };
  // “No, according to the White House.”: one word may be all that was said.
  const opens = wordCount(text, after) > 0 && wordCount(text, before) <= 1;
  const next = text.tokens[end];
  const middle = !opens && next?.form === ',' && !isRelative(text, end + 1);
  if (opens) return cutContent(text, withQuotation(text, after), holes);
  if (!middle) return cutContent(text, before, holes);
  return [...cutContent(text, before, holes), ...cutContent(text, after, holes)];
}

const LONGEST_TIME = 4;

/** “According to the institute late on Monday, …”: when the source spoke is no part of what it said. */
function afterTime(text: AnnotatedText, first: number, limit: number): number {
  const words = text.tokens.slice(first, Math.min(first + LONGEST_TIME + 1, limit));
  const comma = words.findIndex(({ form }) => form === ',');
  return words.slice(0, Math.max(0, comma)).some((token) => isTime(token)) ? first + comma : first;
}

/** A quotation that ends before the phrase may have begun in an earlier sentence. */
function leftEdge(text: AnnotatedText, first: number, end: number): number {
  const closing = [end - 1, end - 2].find((index) => index >= first && isQuotationMark(text.tokens[index]));
  const quotation = closing === undefined ? undefined : text.tokens[closing]?.quotation;
  const range = quotation === undefined ? undefined : quotationRange(text, quotation);
  return range === undefined ? first : Math.min(first, range.first);
}

function withQuotation(text: AnnotatedText, range: TokenRange): TokenRange {
  const last = text.tokens[range.end - 1];
  const quotation = last === undefined ? undefined : quotationRange(text, last.quotation);
  return quotation === undefined ? range : { first: range.first, end: Math.max(range.end, quotation.end) };
}

/** “according to Trump, who added that …”: what follows is about the source. */
function isRelative(text: AnnotatedText, index: number): boolean {
  return /^(?:who|which|whose|whom|where|and|but|as|adding|citing)$/iu.test(text.tokens[index]?.form ?? '');
}

function wordCount(text: AnnotatedText, range: TokenRange): number {
  return text.tokens.slice(range.first, range.end).filter((token) => !isPunctuation(token)).length;
}

/** “Will Ukraine join NATO?” / “According to the United States, no.”: the first words under a heading. */
function isAfterHeading(text: AnnotatedText, token: Token): boolean {
  const sentence = text.sentences[token.sentence];
  const block = sentence === undefined ? undefined : text.blocks[sentence.block - 1];
  const opens = text.sentences[token.sentence - 1]?.block !== sentence?.block;
  return block?.kind === 'heading' && opens;
}

/** “Will the sanctions be lifted? No, according to the bloc.” */
function isAfterQuestion(text: AnnotatedText, token: Token): boolean {
  const [before, own] = [text.sentences[token.sentence - 1], text.sentences[token.sentence]];
  return before?.block === own?.block && text.tokens[(before?.endToken ?? 0) - 1]?.form === '?';
}
