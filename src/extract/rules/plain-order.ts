import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import { matchEntry } from '../find-verb-cues.ts';
import { findingOf } from '../finding-of.ts';
import type { Finding } from '../finding.ts';
import type { ReportingLexicon } from '../reporting-lexicon.ts';

/**
 * “The king promised reforms.”, “Hungary opposes new sanctions.”: a sentence that the tagger leaves without a verb,
 * because it takes the verb for a participle or a plural. The order of the words is plain.
 */
export const plainOrder: AttributionRule = {
  name: 'plain-order',
  find: ({ text, lexicon }: Reading) =>
    text.sentences.flatMap((sentence) => attribute(text, lexicon, sentence) ?? []),
};

const LONGEST_SUBJECT = 8;
const SUBJECT_TAG = /^(?:NNPS?|NNS?|DT|JJ|CD|POS|PRP\$|CC|HYPH)$/u;
const OPENS_OBJECT = /^(?:NNPS?|NNS?|DT|JJ|CD|PRP\$?)$/u;

function attribute(text: AnnotatedText, lexicon: ReportingLexicon, sentence: Sentence): Finding | undefined {
  const words = text.tokens.slice(sentence.firstToken, sentence.endToken);
  if (words.at(-1)?.form !== '.' || words.some(({ xpos }) => /^(?:VB[DPZ]?|MD)$/u.test(xpos)))
    return undefined;
  const verb = words
    .slice(1, LONGEST_SUBJECT + 1)
    .find((word) => word.xpos === 'VBN' || isPresent(text, lexicon, word));
  if (verb === undefined || (verb.xpos === 'VBN' && !verb.form.endsWith('ed'))) return undefined;
  const subject = words.slice(0, verb.index - sentence.firstToken);
  const entry = matchEntry(text, lexicon.entries.verb, verb.lemma.toLowerCase(), verb.index);
  if (entry === undefined || entry.entry.kind === 'act' || !entry.entry.complements.has('obj'))
    return undefined;
  const range = { first: entry.end, end: sentence.endToken };
  const opener = text.tokens[range.first];
  if (opener === undefined || !OPENS_OBJECT.test(opener.xpos) || !isNamed(subject)) return undefined;
  const cue = { first: verb.index, end: entry.end };
  return findingOf(
    'object-report',
    {
      token: verb,
      entry: entry.entry,
      range: cue,
      negated: false,
      passive: false,
      mood: 'told',
      source: { first: sentence.firstToken, end: verb.index },
      guessedSource: false,
    },
    cutContent(text, range, []),
    1,
  );
}

/** A plural that governs an object is none. */
function isPresent(text: AnnotatedText, { entries }: ReportingLexicon, word: Token): boolean {
  const governs = word.children.some((child) => text.tokens[child]?.relation === 'obj');
  return word.xpos === 'NNS' && governs && entries.verb.has(word.lemma.toLowerCase());
}

function isNamed(subject: readonly Token[]): boolean {
  const last = subject.at(-1);
  const capital = subject.length === 1 && /^\p{Lu}/u.test(last?.form ?? '');
  const noun = last !== undefined && /^(?:NN|NNS|NNPS?)$/u.test(last.xpos);
  return (capital || noun) && subject.every(({ xpos }) => SUBJECT_TAG.test(xpos));
}
