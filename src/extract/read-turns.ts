import type { AnnotatedText, Sentence } from '../model/annotated-text.ts';
import { isQuotationMark, type TokenRange } from './token-range.ts';

const LONGEST_NAME = 6;
const NAME = /^(?:\p{Lu}[\p{L}.'’-]*|of|the|and|de|al|bin|van|von|,)$/u;

/** “Exclusive: …”, “Analysis: …”: what an outlet calls its article, and nobody who speaks. */
const RUBRIC =
  /^(?:exclusive|analysis|opinion|video|watch|live|breaking|updated?|explainer|explained|images?|photos?|pictures|map|timeline|editorial|interview|review|profile|factbox|special|related|listen|podcast|note|correction|background|factfile|quiz)$/iu;

/** What somebody says at his turn. */
export interface Turn {
  readonly label: TurnLabel;
  readonly speaker: string;
  /** A range for each paragraph. */
  readonly words: readonly TokenRange[];
  readonly block: number;
  /** The first token of the turn, its label's. */
  readonly start: number;
  /** The end of its first paragraph. */
  readonly end: number;
  readonly headline: boolean;
  /** The question or request of an interviewer: “Reporter: Will you resign?” takes no position. */
  readonly asks: boolean;
}

const FEWEST_QUESTIONS = 2;

/** The turns of an interview or transcript in reading order; a headline “Kremlin: no talks” is a turn as well. */
export function readTurns(text: AnnotatedText): readonly Turn[] {
  const turns = text.sentences.flatMap((sentence) => readTurn(text, sentence) ?? []);
  const spoken = turns.filter(({ headline }) => !headline);
  const interviewers = findInterviewers(spoken);
  const judged = spoken.map((turn) => ({ ...turn, asks: turn.asks || interviewers.has(turn.speaker) }));
  const isInterview = judged.filter(({ asks }) => asks).length >= FEWEST_QUESTIONS;
  return [
    ...turns.filter(({ headline }) => headline),
    ...judged.map((turn, index) => {
      const next = judged[index + 1];
      const goesOn = isInterview && next !== undefined && !turn.asks;
      return goesOn ? { ...turn, words: withFollowingBlocks(text, turn, next) } : turn;
    }),
  ];
}

/** What an interviewer says, label and all. */
export function findQuestions(text: AnnotatedText): readonly TokenRange[] {
  return readTurns(text)
    .filter(({ asks }) => asks)
    .map(({ start, end }) => ({ first: start, end }));
}

const MOST_PARAGRAPHS = 12;

/** Up to the next turn the paragraphs go on with this one; after the last turn they may be the article's again. */
function withFollowingBlocks(text: AnnotatedText, turn: Turn, next: Turn): readonly TokenRange[] {
  const between = text.blocks.slice(turn.block + 1, next.block);
  const isSpoken = between.every(({ kind }) => kind === 'paragraph') && between.length <= MOST_PARAGRAPHS;
  if (!isSpoken) return turn.words;
  const following: TokenRange[] = [];
  let sentence = text.sentences[(text.tokens[turn.end - 1]?.sentence ?? -2) + 1];
  while (sentence !== undefined && sentence.block < next.block) {
    const last = lastOfBlock(text, sentence);
    following.push({ first: sentence.firstToken, end: last.endToken });
    sentence = text.sentences[last.index + 1];
  }
  return [...turn.words, ...following];
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
  if (RUBRIC.test(forms[0] ?? '')) return undefined;
  const headline = block?.kind === 'headline';
  const opens = isQuotationMark(start) || /^\p{Lu}/u.test(start.form) || headline;
  if (!opens || last.endToken - mark.end < 2) return undefined;
  const words = { first: mark.end, end: last.endToken };
  if (!headline && !isUtterance(text, words.first, words.end)) return undefined;
  const asks = !headline && text.tokens[last.endToken - 1]?.form === '?';
  return {
    label,
    speaker: forms.join(' '),
    words: [words],
    block: sentence.block,
    start: sentence.firstToken,
    end: last.endToken,
    headline,
    asks,
  };
}

const FEWEST_TURNS = 3;

/** Who asks in half of his turns or more, and so also with “Tell us more about the strike.” */
function findInterviewers(turns: readonly Turn[]): ReadonlySet<string> {
  const counts = new Map<string, { turns: number; questions: number }>();
  for (const { speaker, asks } of turns) {
    const { turns: all, questions } = counts.get(speaker) ?? { turns: 0, questions: 0 };
    counts.set(speaker, { turns: all + 1, questions: questions + Number(asks) });
  }
  const asking = [...counts].filter(
    ([, { turns: all, questions }]) => all >= FEWEST_TURNS && questions >= all / 2,
  );
  return new Set(asking.map(([speaker]) => speaker));
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
  // “Merkel to Macron: Stay”
  const to = text.tokens.slice(first + 1, end - 1).find((token) => token.form === 'to')?.index ?? end;
  return { name: { first, end: to }, mark: { first: end, end: inBrackets ? end + 2 : end + 1 } };
}

/** “Image: a photographer's name” is no turn: somebody who speaks uses a verb. */
function isUtterance(text: AnnotatedText, first: number, end: number): boolean {
  return text.tokens.slice(first, end).some((token) => /^(?:VB[DPZ]?|MD)$/u.test(token.xpos));
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
