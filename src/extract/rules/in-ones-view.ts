import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import type { Finding } from '../finding.ts';
import { scanPhraseLeft } from '../source-phrase.ts';
import { isPunctuation, type TokenRange } from '../token-range.ts';
import { readPhraseContent } from './according-to.ts';

/** “In her view, the levy is unjust.”, “The levy was, in the abbot's words, a theft.” */
export const inOnesView: AttributionRule = {
  name: 'according-to',
  find: ({ text }: Reading) => text.tokens.flatMap((token) => attribute(text, token) ?? []),
};

const NOUN =
  /^(?:view|views|opinion|judgment|judgement|words|telling|estimation|assessment|reading|eyes|mind|book|account|estimate)$/u;
const FROM = /^(?:in|by|to)$/iu;
const LONGEST_OWNER = 8;

function attribute(text: AnnotatedText, noun: Token): Finding | undefined {
  if (!NOUN.test(noun.form)) return undefined;
  const owner = readOwner(text, noun);
  const preposition = text.tokens[(owner?.phrase.first ?? 0) - 1];
  if (owner === undefined || preposition === undefined || !FROM.test(preposition.form)) return undefined;
  const [before, after] = [text.tokens[preposition.index - 1], text.tokens[noun.index + 1]];
  const opens = before === undefined || before.sentence !== noun.sentence || isPunctuation(before);
  if (!opens || !isPunctuation(after)) return undefined;
  const whole = { first: preposition.index, end: noun.index + 1 };
  return {
    rule: 'according-to',
    source: [owner.source],
    cue: [
      { first: preposition.index, end: preposition.index + 1 },
      { first: noun.index, end: noun.index + 1 },
    ],
    cueToken: noun.index,
    cueLemma: `in one's ${noun.form}`,
    cueKind: 'according-to',
    negated: false,
    content: readPhraseContent(text, { first: whole.first, end: whole.first + 1 }, whole),
    weight: 0.8,
  };
}

/** “her | view” and “the abbot | 's words”: whose view it is, and the phrase that says so. */
function readOwner(
  text: AnnotatedText,
  noun: Token,
): { readonly source: TokenRange; readonly phrase: TokenRange } | undefined {
  const last = text.tokens[noun.index - 1];
  if (last === undefined || last.sentence !== noun.sentence) return undefined;
  if (/^(?:his|her|their|its)$/iu.test(last.form)) {
    const phrase = { first: last.index, end: noun.index };
    return { source: phrase, phrase };
  }
  if (last.xpos !== 'POS') return undefined;
  const source = scanPhraseLeft(text, last.index, text.sentences[last.sentence]?.firstToken ?? 0);
  if (source === undefined || source.end - source.first > LONGEST_OWNER) return undefined;
  return { source, phrase: { first: source.first, end: noun.index } };
}
