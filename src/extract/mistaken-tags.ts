import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { dependentsOf } from './dependents.ts';
import type { ReportingEntry } from './reporting-lexicon.ts';
import { scanPhraseLeft, scanPhraseRight } from './source-phrase.ts';
import { isTime } from './time-words.ts';
import type { TokenRange } from './token-range.ts';

const FINITE = /^(?:VB[DPZ]|MD)$/u;

/**
 * “The lawyers contended in a filing that the ban was void.”, “Mulroney called on the senators to resign.”: a tagger
 * takes the past tense for a participle. No verb before it is finite, and none after it but in what is reported.
 */
export function isMistakenPast(text: AnnotatedText, verb: Token, { complements }: ReportingEntry): boolean {
  const sentence = text.sentences[verb.sentence];
  const head = subjectOfMistaken(text, verb);
  if (sentence === undefined || verb.xpos !== 'VBN' || verb.relation !== 'acl' || !/[dt]$/u.test(verb.form))
    return false;
  if (head === undefined || head.index > verb.index || text.blocks[sentence.block]?.kind !== 'paragraph')
    return false;
  if (dependentsOf(text, verb).some(({ relation }) => relation.startsWith('aux'))) return false;
  const words = text.tokens.slice(sentence.firstToken, sentence.endToken);
  if (words.at(-1)?.form !== '.') return false;
  // “He would regret it,” the letter warned: what is quoted has verbs of its own.
  const finite = words.filter(
    ({ xpos, quotation }) => FINITE.test(xpos) && (quotation < 0 || quotation === verb.quotation),
  );
  if (finite.length === 0) return true;
  const that = words.find(({ index, form }) => index > verb.index && form === 'that');
  const reported = that !== undefined && finite.every(({ index }) => index > that.index);
  return reported && complements.has('that') && !complements.has('obj');
}

/** The noun that the sentence begins with: “Costa, | speaking to a think tank | called …”. */
export function subjectOfMistaken(text: AnnotatedText, verb: Token): Token | undefined {
  let noun = text.tokens[verb.head];
  while (noun !== undefined && /^(?:obl|obj|nmod|acl|conj|flat|appos|compound)$/u.test(noun.relation))
    noun = text.tokens[noun.head];
  return noun !== undefined && /^(?:NOUN|PROPN|PRON)$/u.test(noun.upos) ? noun : undefined;
}

const BARE_FORM = /^(?:RB|NN|JJ|UH|IN)$/u;
const OPENS_CLAUSE = /^(?:that|there)$/u;

/**
 * “Port officials insist there is no danger.”, “Experts caution that prices may fall.”: a tagger takes a bare verb after
 * a plural for an adverb or a noun; only a verb has “that” or “there is” beside it.
 */
export function isMistakenPresent(text: AnnotatedText, token: Token): boolean {
  const [before, next] = [text.tokens[token.index - 1], text.tokens[token.index + 1]];
  if (!BARE_FORM.test(token.xpos) || !/^NNP?S$/u.test(before?.xpos ?? '')) return false;
  return next !== undefined && OPENS_CLAUSE.test(next.form) && /^\p{Ll}/u.test(token.form);
}

/** “dismissed as a hoax claims that …”: the plural that “dismissed” has for its object, not what a hoax does. */
export function isMistakenPlural(text: AnnotatedText, token: Token): boolean {
  if (token.xpos !== 'VBZ') return false;
  const first = text.sentences[token.sentence]?.firstToken ?? 0;
  const phrase = scanPhraseLeft(text, token.index, first);
  return phrase !== undefined && isPredicative(text, phrase);
}

/** “dismissed as | a hoax”: what somebody is called says nothing. */
export function isPredicative(text: AnnotatedText, { first }: TokenRange): boolean {
  const [verb, as] = [text.tokens[first - 2], text.tokens[first - 1]];
  return as?.form === 'as' && /^VB[DNPZ]$/u.test(verb?.xpos ?? '');
}

const AFTER_SPEAKER = /^(?:[.,;]|on|in|at|after|late|early|yesterday|today)$/iu;
const SHORTEST_CLAUSE = 3;

/** “The rebels had taken the airfield, reported Radio Dakar.”: the speaker behind the verb and a comma before it. */
export function scanInvertedSpeaker(
  text: AnnotatedText,
  verb: Token,
  cue: TokenRange,
  { kind, complements }: ReportingEntry,
): TokenRange | undefined {
  const sentence = text.sentences[verb.sentence];
  if (sentence === undefined || kind !== 'speech' || !complements.has('that')) return undefined;
  if (!/^VB[DNZ]$/u.test(verb.xpos) || text.tokens[cue.first - 1]?.form !== ',') return undefined;
  const words = text.tokens.slice(sentence.firstToken, cue.first - 1);
  if (words.length < SHORTEST_CLAUSE || !words.some(({ xpos }) => FINITE.test(xpos))) return undefined;
  const speaker = scanPhraseRight(text, cue.end, sentence.endToken);
  const next = text.tokens[speaker?.end ?? -1];
  if (speaker === undefined || next === undefined || !AFTER_SPEAKER.test(next.form)) return undefined;
  const named = text.tokens
    .slice(speaker.first, speaker.end)
    .some((token) => token.upos === 'PROPN' && !isTime(token));
  return named ? speaker : undefined;
}
