import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { findOwner } from '../find-owner.ts';
import type { NounKinds } from '../noun-kinds.ts';
import type { ReportingEntry, ReportingLexicon } from '../reporting-lexicon.ts';
import { scanPhraseLeft } from '../source-phrase.ts';
import { isQuotationMark, type TokenRange } from '../token-range.ts';
import { findVerbSource } from '../verb-source.ts';
import { readVerbGroup } from '../verb-group.ts';

/** “Warsaw's position is that …”, “the message was that …”, “the bishop is of the view that …”. */
export const copularReport: AttributionRule = {
  name: 'copular-report',
  find: ({ text, lexicon, nounKinds }: Reading) =>
    text.tokens.flatMap((token) =>
      token.lemma === 'be'
        ? (attribute(text, token, lexicon, nounKinds) ?? readView(text, token, lexicon) ?? [])
        : [],
    ),
};

function attribute(
  text: AnnotatedText,
  verb: Token,
  lexicon: ReportingLexicon,
  kinds: NounKinds,
): Finding | undefined {
  const range = readClause(text, verb.index + 1);
  const group = readVerbGroup(text, verb, verb.index + 1).range;
  const subject = findNoun(text, group.first, lexicon);
  if (range === undefined || subject === undefined) return undefined;
  const { noun, entry } = subject;
  const cue = [{ first: noun.index, end: noun.index + 1 }, group];
  const owner = findOwner(text, noun, { first: noun.index, end: noun.index + 1 });
  // “the message was that …” speaks for itself; “the fear is that …” is anybody's.
  const speaks = owner === undefined && kinds.get(noun.lemma.toLowerCase()) === 'record';
  const source = owner ?? (speaks ? scanPhraseLeft(text, noun.index + 1, 0) : undefined);
  if (source === undefined) return undefined;
  return findingOf(text, speaks ? [group] : cue, source, noun, entry, range);
}

const REACH = 12;

/** The reporting noun that the copula has for its subject: “the argument of the lawyers | was”. */
function findNoun(
  text: AnnotatedText,
  end: number,
  { entries }: ReportingLexicon,
): { readonly noun: Token; readonly entry: ReportingEntry } | undefined {
  const sentence = text.sentences[text.tokens[end]?.sentence ?? -1];
  if (sentence === undefined) return undefined;
  for (let index = end - 1; index >= Math.max(sentence.firstToken, end - REACH); index -= 1) {
    const noun = text.tokens[index];
    if (noun === undefined || /^(?:VB[DPZ]|MD|WDT|WP)$/u.test(noun.xpos) || /^[,;:]$/u.test(noun.form))
      return undefined;
    const entry = noun.upos === 'NOUN' ? entries.noun.get(noun.lemma.toLowerCase()) : undefined;
    const near = index === end - 1 || text.tokens[index + 1]?.xpos === 'IN';
    if (entry?.complements.has('that') === true && near) return { noun, entry };
  }
  return undefined;
}

/** “that the court lacks jurisdiction”: from the word after “that” to the end of the sentence. */
function readClause(text: AnnotatedText, index: number): TokenRange | undefined {
  const opener = text.tokens[index];
  const sentence = text.sentences[opener?.sentence ?? -1];
  if (opener === undefined || sentence === undefined) return undefined;
  const that = opener.form === 'that' && /^(?:IN|WDT)$/u.test(opener.xpos);
  const quoted = /^[:,]$/u.test(opener.form) && isQuotationMark(text.tokens[index + 1]);
  if (!that && !quoted) return undefined;
  const stop = text.tokens.slice(index, sentence.endToken).find(({ form }) => form === ';');
  return { first: index + 1, end: stop?.index ?? sentence.endToken };
}

/** “The bishop is of the view that …”, “was under the impression that …” */
function readView(text: AnnotatedText, verb: Token, lexicon: ReportingLexicon): Finding | undefined {
  const [preposition, article, noun] = [1, 2, 3].map((offset) => text.tokens[verb.index + offset]);
  if (!/^(?:of|under)$/u.test(preposition?.form ?? '') || article?.form !== 'the' || noun === undefined)
    return undefined;
  const entry = lexicon.entries.noun.get(noun.lemma);
  const range = readClause(text, noun.index + 1);
  const cue = readVerbGroup(text, verb, noun.index + 1).range;
  const source = findVerbSource(text, verb, cue) ?? findVerbSource(text, noun, cue);
  if (entry?.complements.has('that') !== true || range === undefined || source === undefined)
    return undefined;
  return findingOf(text, [cue], source.range, noun, entry, range);
}

function findingOf(
  text: AnnotatedText,
  cue: readonly TokenRange[],
  source: TokenRange,
  noun: Token,
  entry: ReportingEntry,
  range: TokenRange,
): Finding {
  return {
    rule: 'copular-report',
    source: [source],
    cue,
    cueToken: noun.index,
    cueLemma: entry.lemma,
    cueKind: 'noun',
    negated: false,
    content: cutContent(text, range, [...cue, source]),
    weight: 0.75,
  };
}
