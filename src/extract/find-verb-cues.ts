import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { ReportingEntry, ReportingLexicon } from './reporting-lexicon.ts';
import {
  isMistakenPast,
  isMistakenPlural,
  isMistakenPresent,
  scanInvertedSpeaker,
  subjectOfMistaken,
} from './mistaken-tags.ts';
import { moodOf } from './predicate.ts';
import { readSourcePhrase, scanPhraseLeft } from './source-phrase.ts';
import type { TokenRange } from './token-range.ts';
import { findVerbSource, isMistakenParticiple, isPassive, type VerbSource } from './verb-source.ts';
import { isDenial, readVerbGroup } from './verb-group.ts';
import type { WordCue } from './word-cue.ts';

const NOT_A_PREDICATE = /^(?:amod|compound|aux|aux:pass|case|cop|mark|fixed|det)$/u;
const LONGEST_ENTRY = 4;

/** The longest entry that begins at a word: “call for” rather than “call”. */
export function matchEntry(
  text: AnnotatedText,
  entries: ReadonlyMap<string, ReportingEntry>,
  lemma: string,
  index: number,
): { readonly entry: ReportingEntry; readonly end: number } | undefined {
  let key = lemma;
  let best: { entry: ReportingEntry; end: number } | undefined;
  for (let end = index + 1; end <= index + LONGEST_ENTRY; end += 1) {
    const entry = entries.get(key);
    if (entry !== undefined) best = { entry, end };
    const next = text.tokens[end];
    if (next === undefined || next.sentence !== text.tokens[index]?.sentence) break;
    const word = next.form.toLowerCase();
    if (word === 'to' && text.tokens[end + 1]?.xpos === 'VB') break;
    key = `${key} ${word}`;
  }
  return best;
}

/**
 * The lemma of a word that ought to be a verb. A tagger takes a capitalised participle for a name, so the form after
 * an auxiliary counts as well: “has Rejecting As “impossible””.
 */
function verbLemma(text: AnnotatedText, token: Token): string | undefined {
  const next = text.tokens[token.index + 1];
  if (isCompounded(text, token)) return undefined;
  if (token.lemma === 'have' && next !== undefined && isDisguisedParticiple(token, next)) {
    return undefined;
  }
  if (token.upos === 'VERB' || token.xpos.startsWith('VB')) {
    return NOT_A_PREDICATE.test(token.relation) ? undefined : token.lemma.toLowerCase();
  }
  if (isDisguisedPresent(text, token) || isMistakenParticiple(text, token)) return token.lemma.toLowerCase();
  if (isMistakenPresent(text, token)) return token.form;
  if (token.xpos === 'MD' && !MODAL.test(token.form)) return token.lemma.toLowerCase();
  const before = text.tokens[token.index - 1];
  if (before === undefined || !isDisguisedParticiple(before, token)) return undefined;
  return token.form.toLowerCase();
}

/** What a tagger may call modal; “cast doubt on” is not. */
const MODAL =
  /^(?:can|could|may|might|must|shall|should|will|would|ought|need|dare|ca|wo|sha|used|cannot|['’](?:ll|d))$/iu;

/** “a life-threatening surge”: what a hyphen binds is no predicate. */
function isCompounded(text: AnnotatedText, token: Token): boolean {
  const hyphen = text.tokens[token.index - 1];
  const word = text.tokens[token.index - 2];
  return hyphen?.form === '-' && hyphen.end === token.start && word?.end === hyphen.start;
}

/** “The opposition doubts that …”: a tagger takes the verb for a plural; only a verb has “that” and a bare noun beside it. */
function isDisguisedPresent(text: AnnotatedText, token: Token): boolean {
  const [before, that] = [text.tokens[token.index - 1], text.tokens[token.index + 1]];
  return token.xpos === 'NNS' && that?.form === 'that' && /^(?:NOUN|PROPN)$/u.test(before?.upos ?? '');
}

function isDisguisedParticiple(auxiliary: Token, token: Token): boolean {
  return (
    /^(?:have|be)$/u.test(auxiliary.lemma) &&
    token.upos === 'PROPN' &&
    /^\p{Lu}\p{Ll}+(?:ing|ed)$/u.test(token.form)
  );
}

/** The lemma, and what else the form may come from where the lemmatiser does not know the word: “denounced”. */
function candidateLemmas(lemma: string, form: string): readonly string[] {
  const stem = form.toLowerCase().replace(/(?:ing|ed|es|s)$/u, '');
  return [lemma, `${lemma}e`, stem, `${stem}e`, stem.replace(/(.)\1$/u, '$1'), stem.replace(/i$/u, 'y')];
}

/** “Ukraine's leaders have stopped short of rejecting …”: a negation that the verb group does not show. */
function isDenied(text: AnnotatedText, verb: Token, first: number): boolean {
  const before = text.tokens[first - 1];
  return (
    (before !== undefined && isDenial(text, before)) ||
    verb.children.some((child) => {
      const token = text.tokens[child];
      return token !== undefined && token.index < verb.index && isDenial(text, token);
    })
  );
}

/** “Will Finland join the alliance?”: a heading asks, it does not report. */
function isQuestionHeading(text: AnnotatedText, token: Token): boolean {
  const sentence = text.sentences[token.sentence];
  if (sentence === undefined || text.blocks[sentence.block]?.kind !== 'heading') return false;
  return text.tokens[sentence.endToken - 1]?.form === '?';
}

/** Who utters the verb: by its mistaken tag, by the inverted order, else by the tree. */
function findSource(
  text: AnnotatedText,
  verb: Token,
  range: TokenRange,
  entry: ReportingEntry,
): VerbSource | undefined {
  if (isMistakenPresent(text, verb)) return plainSubject(text, verb);
  if (isMistakenPast(text, verb, entry)) return subjectBefore(text, verb, range);
  const inverted = scanInvertedSpeaker(text, verb, range, entry);
  return inverted === undefined ? findVerbSource(text, verb, range) : { range: inverted, guessed: false };
}

/** “Port officials | insist”: what stands before the verb. */
function plainSubject(text: AnnotatedText, verb: Token): VerbSource | undefined {
  const range = scanPhraseLeft(text, verb.index, text.sentences[verb.sentence]?.firstToken ?? 0);
  return range === undefined ? undefined : { range, guessed: true };
}

/** The noun that the tree gives a mistaken participle to. */
function subjectBefore(text: AnnotatedText, verb: Token, range: TokenRange): VerbSource | undefined {
  const head = subjectOfMistaken(text, verb);
  const phrase = head === undefined ? undefined : readSourcePhrase(text, head, range);
  return phrase === undefined ? undefined : { range: phrase, guessed: true };
}

/** All verbs of the lexicon that stand as predicates, with their groups and sources. */
export function findVerbCues(text: AnnotatedText, lexicon: ReportingLexicon): readonly WordCue[] {
  const cues: WordCue[] = [];
  for (const token of text.tokens) {
    if (isQuestionHeading(text, token)) continue;
    const lemma = verbLemma(text, token);
    if (lemma === undefined) continue;
    const match = candidateLemmas(lemma, token.form)
      .map((candidate) => matchEntry(text, lexicon.entries.verb, candidate, token.index))
      .find((candidate) => candidate !== undefined);
    if (match === undefined) continue;
    const group = readVerbGroup(text, token, match.end);
    if (isMistakenPlural(text, token)) continue;
    const past = isMistakenPast(text, token, match.entry);
    const mood = past ? 'told' : moodOf(text, token, group);
    if (mood === 'prescribed') continue;
    const source = findSource(text, token, group.range, match.entry);
    cues.push({
      token,
      entry: match.entry,
      range: group.range,
      negated: group.negated || isDenied(text, token, group.range.first),
      passive: !past && isPassive(text, token),
      mood,
      source: source?.range,
      guessedSource: source?.guessed ?? false,
    });
  }
  return cues;
}
