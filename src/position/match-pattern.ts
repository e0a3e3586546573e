import type { Token } from '../model/annotated-text.ts';
import type { IssuePattern } from '../model/issue.ts';
import { stemWord } from './stem-word.ts';

interface PatternWord {
  readonly word: string;
  readonly stem: string;
}

/** An alternative of a pattern, or a blocker: words that follow each other. */
export type PatternPhrase = readonly PatternWord[];

/** A pattern, ready to be compared with tokens. */
export interface PreparedPattern {
  readonly pattern: IssuePattern;
  readonly all: readonly (readonly PatternPhrase[])[];
}

/** Tokens in reading order, with what a pattern compares. */
export interface PatternTokens {
  readonly tokens: readonly Token[];
  readonly lemmas: readonly string[];
  readonly stems: readonly string[];
  /** All lemmas and stems, to pass over what cannot match. */
  readonly lemmaSet: ReadonlySet<string>;
  readonly stemSet: ReadonlySet<string>;
}

/** A phrase as a pattern or blocker writes it. */
export function preparePhrase(phrase: string): PatternPhrase {
  return phrase
    .toLowerCase()
    .split(' ')
    .map((word) => ({ word, stem: stemWord(word) }));
}

/** A pattern with its phrases split and stemmed. */
export function preparePattern(pattern: IssuePattern): PreparedPattern {
  return { pattern, all: pattern.all.map((alternatives) => alternatives.map(preparePhrase)) };
}

/** Tokens with their lemmas and stems. */
export function readPatternTokens(tokens: readonly Token[]): PatternTokens {
  const lemmas = tokens.map(({ lemma }) => lemma.toLowerCase());
  const stems = tokens.map(({ form }) => stemWord(form));
  return { tokens, lemmas, stems, lemmaSet: new Set(lemmas), stemSet: new Set(stems) };
}

/** Where the phrase stands among the tokens, ascending. */
export function findPatternPhrase(
  { tokens, lemmas, stems, lemmaSet, stemSet }: PatternTokens,
  phrase: PatternPhrase,
): readonly number[] {
  if (!phrase.every(({ word, stem }) => lemmaSet.has(word) || stemSet.has(stem))) return [];
  return [...tokens.keys()].filter((index) =>
    phrase.every(
      ({ word, stem }, offset) => lemmas[index + offset] === word || stems[index + offset] === stem,
    ),
  );
}

/** The verb among a pattern's words, else its first noun: “affiliated” of “affiliated with NATO … forces”. */
function choosePatternTarget(tokens: readonly Token[], positions: readonly number[]): number {
  const found = positions.map((position) => tokens[position]).filter((token) => token !== undefined);
  const target =
    found.find(({ upos }) => upos === 'VERB') ?? found.find(({ upos }) => upos === 'NOUN') ?? found.at(-1);
  return target?.index ?? -1;
}

/** The tokens that show a pattern, ascending, and the one whose place in the sentence decides the stance. */
export interface PatternMatch {
  readonly tokens: readonly number[];
  readonly target: number;
}

function nearest(positions: readonly number[], place: number): number {
  return positions.reduce((best, position) =>
    Math.abs(position - place) < Math.abs(best - place) ? position : best,
  );
}

/** A pattern holds when one alternative of each element stands within the window; of several places the first. */
export function matchPattern(
  { pattern, all }: PreparedPattern,
  words: PatternTokens,
): PatternMatch | undefined {
  const places = all.map((alternatives) =>
    alternatives.flatMap((phrase) => findPatternPhrase(words, phrase)),
  );
  const [first, ...rest] = places;
  if (first === undefined || rest.some((positions) => positions.length === 0)) return undefined;
  for (const start of first.toSorted((left, right) => left - right)) {
    const positions = [start, ...rest.map((others) => nearest(others, start))];
    const indices = positions.map((position) => words.tokens[position]?.index ?? -1);
    if (Math.max(...indices) - Math.min(...indices) > pattern.window) continue;
    return {
      tokens: indices.toSorted((left, right) => left - right),
      target: choosePatternTarget(words.tokens, positions),
    };
  }
  return undefined;
}
