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
      text.blocks[sentence.block]?.kind === 'headline' && !isQuestion(text, sentence)
        ? (attributeTail(text, lexicon, sentence) ?? attribute(text, lexicon, sentence) ?? [])
        : [],
    ),
};

const LONGEST_SUBJECT = 8;
const SUBJECT_TAG = /^(?:NNPS?|NNS?|DT|JJ|CD|POS|PRP\$?|VBG|CC|IN|HYPH|,|:)$/u;
const SPEAKER_TAG = /^(?:NNPS?|NNS?|DT|JJ|CD|POS|PRP\$?|CC|IN|HYPH)$/u;
const CIRCUMSTANCE = /^(?:after|amid|citing|following|as|despite|before|during|while|over)$/iu;

/** “Will the sanctions be lifted?” reports nothing. */
function isQuestion(text: AnnotatedText, { firstToken, endToken }: Sentence): boolean {
  return (
    text.tokens[endToken - 1]?.form === '?' &&
    /^(?:MD|VB[DPZ]|W\w+)$/u.test(text.tokens[firstToken]?.xpos ?? '')
  );
}

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
    source: [{ first: sentence.firstToken + (opensWithWhy(text, sentence) ? 1 : 0), end: token.index }],
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

/** “Why the farmers fear a deal” */
function opensWithWhy(text: AnnotatedText, { firstToken }: Sentence): boolean {
  return /^(?:why|how)$/iu.test(text.tokens[firstToken]?.form ?? '');
}

const LONGEST_TAIL = 8;
const SHORTEST_CONTENT = 2;

/** “No deal without hostages, Qatar says” and “Chile open to talks on sea access, says minister” */
function attributeTail(
  text: AnnotatedText,
  lexicon: ReportingLexicon,
  { firstToken, endToken }: Sentence,
): Finding | undefined {
  const comma = text.tokens.slice(firstToken, endToken).findLast(({ form }) => /^[,–—-]$/u.test(form));
  if (comma === undefined || comma.index - firstToken < SHORTEST_CONTENT) return undefined;
  const tail = text.tokens.slice(comma.index + 1, endToken);
  const [first, last] = [tail[0], tail.at(-1)];
  if (first === undefined || last === undefined || first === last || tail.length > LONGEST_TAIL)
    return undefined;
  for (const [token, speaker] of [
    [last, { first: first.index, end: last.index }],
    [first, { first: first.index + 1, end: endToken }],
  ] as const) {
    const entry = lemmasOf(token, text.tokens[token.index - 1])
      .map((lemma) => lexicon.entries.verb.get(lemma))
      .find((found) => found?.kind === 'speech' && found.complements.has('that'));
    const named = text.tokens.slice(speaker.first, speaker.end).every(({ xpos }) => SPEAKER_TAG.test(xpos));
    if (entry === undefined || !named) continue;
    return {
      rule: 'headline-report',
      source: [speaker],
      cue: [{ first: token.index, end: token.index + 1 }],
      cueToken: token.index,
      cueLemma: entry.lemma,
      cueKind: entry.kind,
      negated: false,
      content: cutContent(text, { first: firstToken, end: comma.index }, []),
      reporting: 'headline',
      weight: entry.weight,
    };
  }
  return undefined;
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

/** “United States army kills …”, “Gulf States welcome …”: a name, not the verb. */
function isStates(before: Token, { form }: Token): boolean {
  return form === 'States' && /^\p{Lu}/u.test(before.form);
}

function readVerb(text: AnnotatedText, lexicon: ReportingLexicon, token: Token): HeadlineVerb | undefined {
  const before = text.tokens[token.index - 1];
  const next = text.tokens[token.index + 1];
  if (before === undefined || next === undefined || isPunctuation(next)) return undefined;
  if (isStates(before, token)) return undefined;
  const particle = next.form.toLowerCase();
  for (const lemma of lemmasOf(token, before)) {
    const phrase = lexicon.entries.verb.get(`${lemma} ${particle}`);
    const entry = phrase ?? lexicon.entries.verb.get(lemma);
    const unsure =
      token.xpos === 'NN' &&
      before.upos === 'PROPN' &&
      !before.xpos.endsWith('S') &&
      !token.form.endsWith('s');
    const thing = unsure && (entry?.kind !== 'speech' || lexicon.entries.noun.has(lemma));
    const noun = thing || (/^(?:IN|CC)$/u.test(next.xpos) && phrase === undefined);
    if (entry !== undefined && !noun) {
      return { token, entry, end: token.index + (phrase === undefined ? 1 : 2) };
    }
  }
  return undefined;
}

/** “says”, and after a plural “say”: what the form may be the present tense of. */
function lemmasOf(token: Token, before: Token | undefined): readonly string[] {
  const form = token.form.toLowerCase();
  if (form.endsWith('s') && !form.endsWith('ss')) {
    return [form.replace(/s$/u, ''), form.replace(/es$/u, ''), form.replace(/ies$/u, 'y')];
  }
  // A people's plural may pass for a name: “Kurds announce deal”.
  const plural = before?.upos === 'PROPN' && /[^s]s$/u.test(before.form) && /^(?:VBP|NN)$/u.test(token.xpos);
  return plural || /^NNP?S$/u.test(before?.xpos ?? '') ? [form] : [];
}
