import type { AnnotatedText, Sentence } from '../../model/annotated-text.ts';
import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import type { Finding } from '../finding.ts';
import { isQuotationMark } from '../token-range.ts';
import type { TokenRange } from '../token-range.ts';

/**
 * A turn of an interview or a transcript: “Blinken: We have made that clear.” and, as Wikinews prints interviews,
 * “((Zara Kay)) I was born in Tanzania.”
 */
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
  const label = readLabel(text, sentence);
  if (label === undefined) return undefined;
  const { name, mark } = label;
  const last = lastOfBlock(text, sentence);
  const start = text.tokens[mark.end];
  if (start === undefined || !text.tokens.slice(name.first, name.end).every(({ form }) => NAME.test(form))) {
    return undefined;
  }
  const headline = block?.kind === 'headline';
  const opens = isQuotationMark(start) || /^\p{Lu}/u.test(start.form) || headline;
  if (!opens || last.endToken - mark.end < 2) return undefined;
  const range = { first: mark.end, end: last.endToken };
  if (!headline && !isUtterance(text, range.first, range.end)) return undefined;
  return {
    rule: headline ? 'headline-colon' : 'speaker-turn',
    source: [name],
    cue: [mark],
    cueToken: mark.first,
    cueLemma: ':',
    cueKind: 'colon',
    negated: false,
    content: cutContent(text, range, []),
    ...(headline || isQuotationMark(start) ? {} : { reporting: 'direct' as const }),
    weight: headline && !isShortName(name.end - name.first) ? 0.4 : 0.8,
  };
}

/** Who a turn begins with, and the mark behind him: a colon, or “))” where the name stands in double brackets. */
interface TurnLabel {
  readonly name: TokenRange;
  readonly mark: TokenRange;
}

function readLabel(text: AnnotatedText, { firstToken, endToken }: Sentence): TurnLabel | undefined {
  const form = (index: number): string => text.tokens[index]?.form ?? '';
  const inBrackets = form(firstToken) === '(' && form(firstToken + 1) === '(';
  const first = inBrackets ? firstToken + 2 : firstToken;
  const mark = inBrackets ? ')' : ':';
  let end = first;
  while (end < endToken && end - first <= LONGEST_NAME && form(end) !== mark) end += 1;
  if (end === first || form(end) !== mark || (inBrackets && form(end + 1) !== mark)) return undefined;
  return { name: { first, end }, mark: { first: end, end: inBrackets ? end + 2 : end + 1 } };
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
