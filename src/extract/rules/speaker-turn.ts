import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { isQuotationMark } from '../token-range.ts';

/** “Blinken: We have made that clear.”: a turn of an interview or a transcript. */
export const speakerTurn: AttributionRule = {
  name: 'speaker-turn',
  find: ({ text }: Reading) => text.sentences.flatMap((sentence) => attribute(text, sentence) ?? []),
};

const LONGEST_NAME = 6;
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|al|bin|van|von|,)$/u;

function attribute(text: AnnotatedText, sentence: Sentence): Finding | undefined {
  const block = text.blocks[sentence.block];
  if (block?.kind === 'metadata' || text.sentences[sentence.index - 1]?.block === sentence.block)
    return undefined;
  const colon = text.tokens
    .slice(sentence.firstToken, Math.min(sentence.endToken, sentence.firstToken + LONGEST_NAME + 1))
    .find((token) => token.form === ':');
  if (colon === undefined || colon.index === sentence.firstToken) return undefined;
  const name = text.tokens.slice(sentence.firstToken, colon.index);
  const last = lastOfBlock(text, sentence);
  const start = text.tokens[colon.index + 1];
  if (start === undefined || !name.every((token) => NAME.test(token.form))) {
    return undefined;
  }
  const headline = block?.kind === 'headline';
  const opens = isQuotationMark(start) || /^\p{Lu}/u.test(start.form) || headline;
  if (!opens || last.endToken - colon.index < 3) return undefined;
  const range = { first: colon.index + 1, end: last.endToken };
  if (!headline && !isUtterance(text, range.first, range.end)) return undefined;
  return {
    rule: headline ? 'headline-colon' : 'speaker-turn',
    source: [{ first: sentence.firstToken, end: colon.index }],
    cue: [{ first: colon.index, end: colon.index + 1 }],
    cueToken: colon.index,
    cueLemma: ':',
    cueKind: 'colon',
    negated: false,
    content: cutContent(text, range, []),
    ...(headline || isQuotationMark(start) ? {} : { reporting: 'direct' as const }),
    weight: headline && !isShortName(name.length) ? 0.4 : 0.8,
  };
}

/** “Image: a photographer's name” is no turn: somebody who speaks uses a verb. */
function isUtterance(text: AnnotatedText, first: number, end: number): boolean {
  return text.tokens.slice(first, end).some((token) => /^(?:VB[DPZ]?|MD)$/u.test(token.xpos));
}

function isShortName(length: number): boolean {
  return length <= 3;
}

function lastOfBlock(text: AnnotatedText, sentence: Sentence): Sentence {
  let last = sentence;
  for (
    let next = text.sentences[last.index + 1];
    next !== undefined && next.block === sentence.block;
    next = text.sentences[last.index + 1]
  ) {
    last = next;
  }
  return last;
}
