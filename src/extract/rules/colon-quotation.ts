import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import { namesActor } from '../actor-nouns.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import type { TokenRange } from '../token-range.ts';
import { findUntoldQuotations } from '../untold-quotations.ts';
import { findVerbSource } from '../verb-source.ts';

/**
 * “The minister gave another account: “I resigned last night.””: a colon announces the words of whoever the sentence
 * is about, though its verb is none of speech.
 */
export const colonQuotation: AttributionRule = {
  name: 'colon-quotation',
  find: (reading: Reading, before) =>
    findUntoldQuotations(reading.text, before).flatMap((range) => attribute(reading, range) ?? []),
};

function attribute({ text, actorNouns }: Reading, range: TokenRange): Finding | undefined {
  const colon = text.tokens[range.first - 1];
  const verb = colon?.form === ':' ? findAnnouncement(text, colon) : undefined;
  if (colon === undefined || verb === undefined) return undefined;
  const cue = { first: verb.index, end: verb.index + 1 };
  const source = findVerbSource(text, predicateOf(text, verb), cue)?.range;
  if (source === undefined || source.end > colon.index || !namesActor(text, source, actorNouns))
    return undefined;
  return {
    rule: 'colon-quotation',
    source: [source],
    cue: [cue],
    cueToken: verb.index,
    cueLemma: verb.lemma,
    cueKind: 'speech',
    negated: false,
    content: cutContent(text, range, []),
    reporting: 'direct',
    weight: 0.7,
  };
}

/** The first finite verb of the sentence that ends with the colon, outside quotations and subordinate clauses. */
function findAnnouncement(text: AnnotatedText, colon: Token): Token | undefined {
  return text.tokens
    .slice(text.sentences[colon.sentence]?.firstToken, colon.index)
    .find(
      ({ xpos, relation, quotation }) =>
        quotation < 0 && /^VB[DPZ]$/u.test(xpos) && /^(?:root|parataxis|conj|ccomp|cop|aux)$/u.test(relation),
    );
}

/** “was blunt”, “has warned”: the tree hangs the subject on the word that the verb helps. */
function predicateOf(text: AnnotatedText, verb: Token): Token {
  return /^(?:cop|aux)$/u.test(verb.relation) ? (text.tokens[verb.head] ?? verb) : verb;
}
