import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { quotationRange } from '../complement.ts';
import { findOwner } from '../find-owner.ts';
import type { Finding } from '../finding.ts';
import { includesToken, isQuotationMark } from '../token-range.ts';
import { findVerbSource } from '../verb-source.ts';
import { readVerbGroup } from '../verb-group.ts';
import { isActorPhrase } from './object-report.ts';

/** “The abbess was blunt: “It is over.””, “His answer was short: “No.””: a colon does the work of a verb. */
export const colonQuotation: AttributionRule = {
  name: 'colon-quotation',
  find: (reading: Reading, before) =>
    reading.text.tokens.flatMap((token) =>
      token.form === ':' && isQuotationMark(reading.text.tokens[token.index + 1])
        ? (attribute(reading, token, before) ?? [])
        : [],
    ),
};

const LONGEST_CUE = 5;

function attribute(
  { text, lexicon, actorNouns }: Reading,
  colon: Token,
  before: readonly Finding[],
): Finding | undefined {
  const quoted = quotationRange(text, text.tokens[colon.index + 1]?.quotation ?? -1);
  const verb = findPredicate(text, colon);
  if (quoted === undefined || verb === undefined || colon.quotation >= 0) return undefined;
  if (before.some(({ content }) => includesToken(content, quoted.first + 1))) return undefined;
  const group = readVerbGroup(text, verb, verb.index + 1).range;
  const predicate = verb.relation === 'cop' ? (text.tokens[verb.head] ?? verb) : verb;
  const subject = findVerbSource(text, predicate, group);
  if (subject === undefined || subject.guessed || subject.range.first > group.first) return undefined;
  const noun = text.tokens
    .slice(subject.range.first, subject.range.end)
    .find((token) => token.upos === 'NOUN' && lexicon.entries.noun.has(token.lemma));
  const owner = noun && findOwner(text, noun, { first: noun.index, end: noun.index + 1 });
  const source = owner ?? (isActorPhrase(text, subject.range, actorNouns) ? subject.range : undefined);
  if (source === undefined) return undefined;
  const short = colon.index - group.first <= LONGEST_CUE;
  return {
    rule: 'colon-quotation',
    source: [source],
    cue: [short ? { first: group.first, end: colon.index } : { first: colon.index, end: colon.index + 1 }],
    cueToken: short ? verb.index : colon.index,
    cueLemma: ':',
    cueKind: 'colon',
    negated: false,
    content: [quoted],
    reporting: 'direct',
    weight: 0.7,
  };
}

/** The last finite verb before the colon in its sentence. */
function findPredicate(text: AnnotatedText, colon: Token): Token | undefined {
  const first = text.sentences[colon.sentence]?.firstToken ?? 0;
  return text.tokens.slice(first, colon.index).findLast(({ xpos }) => /^VB[DPZ]$/u.test(xpos));
}
