import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import type { ReportingEntry, ReportingLexicon } from '../reporting-lexicon.ts';
import { isPunctuation } from '../token-range.ts';

/** “Norway bans shark fishing”, “Kurds announce deal with Damascus”: headlines defeat a parser, their order is plain. */
export const headlineReport: AttributionRule = {
  name: 'headline-report',
  find: ({ text, lexicon }: Reading) =>
    text.sentences.flatMap((sentence) =>
      text.blocks[sentence.block]?.kind === 'headline' ? (attribute(text, lexicon, sentence) ?? []) : [],
    ),
};

const LONGEST_SUBJECT = 8;
const SUBJECT_TAG = /^(?:NNPS?|NNS?|DT|JJ|CD|POS|PRP\$?|VBG|CC|IN|HYPH|,|:)$/u;
const CIRCUMSTANCE = /^(?:after|amid|citing|following|as|despite|before|during|while|over)$/iu;

function attribute(text: AnnotatedText, lexicon: ReportingLexicon, sentence: Sentence): Finding | undefined {
  const limit = Math.min(sentence.endToken, sentence.firstToken + LONGEST_SUBJECT + 1);
  const verb = findVerb(text, lexicon, sentence.firstToken, limit);
  if (verb === undefined) return undefined;
  const { token, entry, end } = verb;
  const stop = text.tokens
    .slice(end + 1, sentence.endToken)
    .find((word) => CIRCUMSTANCE.test(word.form) || /^[|]$/u.test(word.form));
  const range = { first: end, end: stop?.index ?? sentence.endToken };
  return {
    rule: 'headline-report',
    source: [{ first: sentence.firstToken, end: token.index }],
    cue: [{ first: token.index, end }],
    cueToken: token.index,
    cueLemma: entry.lemma,
    cueKind: entry.kind,
    negated: false,
    content: cutContent(text, range, []),
    reporting: 'headline',
    weight: entry.weight,
  };
}

interface HeadlineVerb {
  readonly token: Token;
  readonly entry: ReportingEntry;
  readonly end: number;
}

/** The first word that reads as a reporting verb in the present tense, with nothing but a noun phrase before it. */
function findVerb(
  text: AnnotatedText,
  lexicon: ReportingLexicon,
  first: number,
  limit: number,
): HeadlineVerb | undefined {
  for (const token of text.tokens.slice(first + 1, limit)) {
    const verb = readVerb(text, lexicon, token);
    if (verb !== undefined) return verb;
    if (!SUBJECT_TAG.test(token.xpos) || token.form === ':') return undefined;
  }
  return undefined;
}

function readVerb(text: AnnotatedText, lexicon: ReportingLexicon, token: Token): HeadlineVerb | undefined {
  const form = token.form.toLowerCase();
  const before = text.tokens[token.index - 1];
  const next = text.tokens[token.index + 1];
  if (before === undefined || next === undefined || isPunctuation(next)) return undefined;
  const plural = before.xpos === 'NNS' || before.xpos === 'NNPS';
  const base = [form.replace(/s$/u, ''), form.replace(/es$/u, ''), form.replace(/ies$/u, 'y')];
  const lemmas = form.endsWith('s') && !form.endsWith('ss') ? base : plural ? [form] : [];
  const particle = next.form.toLowerCase();
  for (const lemma of lemmas) {
    const phrase = lexicon.entries.verb.get(`${lemma} ${particle}`);
    const entry = phrase ?? lexicon.entries.verb.get(lemma);
    const noun = /^(?:IN|CC)$/u.test(next.xpos) && phrase === undefined;
    if (entry !== undefined && !noun) {
      return { token, entry, end: token.index + (phrase === undefined ? 1 : 2) };
    }
  }
  return undefined;
}
