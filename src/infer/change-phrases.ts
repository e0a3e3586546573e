import { InputError } from '../model/input-error.ts';
import { normaliseWords } from './shingles.ts';

/** A phrase that says that a position changed: for each place the words that may stand there; undefined for any. */
export type ChangePhrase = readonly (ReadonlySet<string> | undefined)[];

/** `*` stands for at most so many words. */
const LONGEST_GAP = 3;
const DENIALS: ReadonlySet<string> = new Set(['not', 'never', "n't", 'nor', 'without']);
/** A denial counts that stands at most so many words before the phrase: “has not so far changed its position”. */
const DENIAL_REACH = 3;

/** Reads `data/lexicon/change-phrases.tsv`: one phrase a line, `a|b` for alternatives, `*` for up to three words. */
export function parseChangePhrases(text: string, where: string): readonly ChangePhrase[] {
  return text.split('\n').flatMap((line, index) => {
    const phrase = line.trim();
    if (phrase === '' || phrase.startsWith('#')) return [];
    if (phrase.startsWith('*') || phrase.endsWith('*')) {
      throw new InputError(`${where}:${index + 1}`, 'a phrase begins and ends with a word, not with *');
    }
    return [phrase.split(/\s+/u).map((place) => (place === '*' ? undefined : new Set(place.split('|'))))];
  });
}

function matchFrom(words: readonly string[], start: number, phrase: ChangePhrase): number | undefined {
  const [place, ...rest] = phrase;
  if (phrase.length === 0) return start;
  if (place === undefined) {
    for (let gap = 1; gap <= LONGEST_GAP; gap += 1) {
      const end = matchFrom(words, start + gap, rest);
      if (end !== undefined) return end;
    }
    return undefined;
  }
  const word = words[start];
  return word !== undefined && place.has(word) ? matchFrom(words, start + 1, rest) : undefined;
}

function isDenied(words: readonly string[], start: number): boolean {
  return words
    .slice(Math.max(0, start - DENIAL_REACH), start)
    .some((word) => DENIALS.has(word) || word.endsWith("n't"));
}

/** The words that say that a position changed: “dropped its objections”; undefined where none do, or are denied. */
export function findChangePhrase(text: string, phrases: readonly ChangePhrase[]): string | undefined {
  const words = normaliseWords(text);
  for (const [start] of words.entries()) {
    for (const phrase of phrases) {
      const end = matchFrom(words, start, phrase);
      if (end !== undefined && !isDenied(words, start)) return words.slice(start, end).join(' ');
    }
  }
  return undefined;
}
