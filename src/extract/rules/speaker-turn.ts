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
  find: ({ text }: Reading) => {
    const turns = text.sentences.flatMap((sentence) => readTurn(text, sentence) ?? []);
    const interviewers = findInterviewers(turns);
    return turns
      .filter(({ headline, asks, speaker }) => headline || !(asks || interviewers.has(speaker)))
      .map((turn) => toFinding(text, turn));
  },
};

const LONGEST_NAME = 6;
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|al|bin|van|von|,)$/u;

/** What somebody says at his turn, to the end of the paragraph. */
interface Turn {
  readonly label: TurnLabel;
  readonly speaker: string;
  readonly words: TokenRange;
  readonly headline: boolean;
  /** “Reporter: Will you resign?” takes no position. */
  readonly asks: boolean;
}

function readTurn(text: AnnotatedText, sentence: Sentence): Turn | undefined {
  const block = text.blocks[sentence.block];
  if (block?.kind === 'metadata' || text.sentences[sentence.index - 1]?.block === sentence.block)
    return undefined;
  const label = readLabel(text, sentence);
  if (label === undefined) return undefined;
  const { name, mark } = label;
  const last = lastOfBlock(text, sentence);
  const start = text.tokens[mark.end];
  const forms = text.tokens.slice(name.first, name.end).map(({ form }) => form);
  if (start === undefined || !forms.every((form) => NAME.test(form))) return undefined;
  const headline = block?.kind === 'headline';
  const opens = isQuotationMark(start) || /^\p{Lu}/u.test(start.form) || headline;
  if (!opens || last.endToken - mark.end < 2) return undefined;
  const words = { first: mark.end, end: last.endToken };
  if (!headline && !isUtterance(text, words.first, words.end)) return undefined;
  const asks = text.tokens[last.endToken - 1]?.form === '?';
  return { label, speaker: forms.join(' '), words, headline, asks };
}

const FEWEST_TURNS = 3;

/** Who asks in half of his turns or more, and so also with “Tell us more about the strike.” */
function findInterviewers(turns: readonly Turn[]): ReadonlySet<string> {
  const counts = new Map<string, { turns: number; questions: number }>();
  for (const { speaker, asks, headline } of turns) {
    if (headline) continue;
    const { turns: all, questions } = counts.get(speaker) ?? { turns: 0, questions: 0 };
    counts.set(speaker, { turns: all + 1, questions: questions + Number(asks) });
  }
  const asking = [...counts].filter(
    ([, { turns: all, questions }]) => all >= FEWEST_TURNS && questions >= all / 2,
  );
  return new Set(asking.map(([speaker]) => speaker));
}

function toFinding(text: AnnotatedText, { label: { name, mark }, words, headline }: Turn): Finding {
  const isQuoted = isQuotationMark(text.tokens[mark.end]);
  return {
    rule: headline ? 'headline-colon' : 'speaker-turn',
    source: [name],
    cue: [mark],
    cueToken: mark.first,
    cueLemma: ':',
    cueKind: 'colon',
    negated: false,
    content: cutContent(text, words, []),
    ...(headline || isQuoted ? {} : { reporting: 'direct' as const }),
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
