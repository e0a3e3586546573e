import { seededRandom } from '../learn/seeded-random.ts';
import type { Span } from '../model/span.ts';

/** How much of a text is made noisy: shares of its names, words and quotation marks, 0–1. */
export interface NoiseOptions {
  /** Names respelt as a round trip through another script would: “Hegseth” → “Khegset”. */
  readonly names: number;
  /** Words replaced by near synonyms or other inflections of themselves. */
  readonly words: number;
  /** Quotation marks lost, or moved over the next word. */
  readonly marks: number;
  readonly seed: number;
}

/** Noise such as a translation there and back again makes. */
export const ROUND_TRIP: NoiseOptions = { names: 0.5, words: 0.06, marks: 0.2, seed: 1 };

/** Words and those that may stand for them. */
export type NearSynonyms = ReadonlyMap<string, readonly string[]>;

/** A text with noise, and where the stretches of the clean one have gone. */
export interface NoisyText {
  readonly text: string;
  /** The stretch of the noisy text that the span of the clean one has become. */
  readonly spanOf: (span: Span) => Span;
}

/** Reads `data/lexicon/near-synonyms.tsv`: words parted by spaces, one group a line. */
export function parseNearSynonyms(contents: string): NearSynonyms {
  const synonyms = new Map<string, readonly string[]>();
  for (const line of contents.split(/\r?\n/u)) {
    if (line.startsWith('#') || line === 'words' || line.trim() === '') continue;
    const group = line.split(' ');
    for (const word of group) {
      const others = group.filter((other) => other !== word);
      synonyms.set(word, [...(synonyms.get(word) ?? []), ...others]);
    }
  }
  return synonyms;
}

const PIECE = /["“”„«»]|[\p{L}\p{N}]+(?:['’-][\p{L}\p{N}]+)*/gu;
const MARK = /^["“”„«»]$/u;
const SENTENCE_END = /(?:^|[.!?…:"“”„«»\n])\s*$/u;

interface Change {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** The text with noise: the same seed gives the same noise. */
export function addNoise(text: string, synonyms: NearSynonyms, options: NoiseOptions): NoisyText {
  const random = seededRandom(options.seed);
  const changes: Change[] = [];
  const pieces = [...text.matchAll(PIECE)];
  let moved = '';
  for (const { 0: piece, index: start } of pieces) {
    const end = start + piece.length;
    if (MARK.test(piece)) {
      if (random() >= options.marks) continue;
      if (random() < 0.5) moved += piece;
      changes.push({ start, end, replacement: '' });
      continue;
    }
    const changed = changeWord(piece, text.slice(Math.max(0, start - 12), start), synonyms, options, random);
    if (changed + moved !== piece) changes.push({ start, end, replacement: changed + moved });
    moved = '';
  }
  return applyChanges(text, changes);
}

function changeWord(
  word: string,
  before: string,
  synonyms: NearSynonyms,
  options: NoiseOptions,
  random: () => number,
): string {
  if (/^\p{Lu}\p{Ll}{2,}$/u.test(word) && !SENTENCE_END.test(before)) {
    return random() < options.names ? respellName(word, random) : word;
  }
  if (!/^\p{Ll}+$/u.test(word) || random() >= options.words) return word;
  const others = synonyms.get(word) ?? [];
  return others[Math.floor(random() * others.length)] ?? inflect(word, random);
}

/** Letters that come back from another script as others. */
const RESPELLINGS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/th/gu, ['t', 'z']],
  [/ph/gu, ['f']],
  [/ck/gu, ['k']],
  [/([b-df-hj-np-tv-z])\1/gu, ['$1']],
  [/x/gu, ['ks']],
  [/w/gu, ['v', 'u']],
  [/W/gu, ['V', 'U']],
  [/H/gu, ['Kh', 'G']],
  [/h(?=[aeiou])/gu, ['kh', 'g']],
  [/j/gu, ['dzh']],
  [/J/gu, ['Dzh']],
  [/y$/gu, ['i']],
  [/oo/gu, ['u']],
  [/ee/gu, ['i']],
  [/e(?=[b-df-hj-np-tv-z])/gu, ['e', 'a']],
];

/** The name with one to three of its letters as they come back from another script. */
export function respellName(name: string, random: () => number): string {
  let respelt = name;
  let changed = 0;
  for (const [pattern, replacements] of RESPELLINGS) {
    if (changed === 3) break;
    const replacement = replacements[Math.floor(random() * replacements.length)] ?? '';
    const next = respelt.replace(pattern, replacement);
    if (next !== respelt) changed += 1;
    respelt = next;
  }
  return respelt;
}

/** “talks” → “talk”, “agreed” → “agree”, “plan” → “plans”. */
function inflect(word: string, random: () => number): string {
  if (word.length < 4) return word;
  if (/[^s]s$/u.test(word)) return word.slice(0, -1);
  if (word.endsWith('ed')) return word.slice(0, random() < 0.5 ? -1 : -2);
  if (word.endsWith('ing')) return word.slice(0, -3);
  return /[a-z]$/u.test(word) && !/(?:ly|s|y)$/u.test(word) ? `${word}s` : word;
}

function applyChanges(text: string, changes: readonly Change[]): NoisyText {
  const shifts: { readonly from: number; readonly shift: number }[] = [];
  let noisy = '';
  let position = 0;
  for (const { start, end, replacement } of changes) {
    noisy += text.slice(position, start);
    shifts.push({ from: start, shift: noisy.length - start });
    noisy += replacement;
    position = end;
    shifts.push({ from: end, shift: noisy.length - end });
  }
  noisy += text.slice(position);
  const moveOf = (offset: number): number => {
    let low = 0;
    let high = shifts.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((shifts[middle]?.from ?? 0) <= offset) low = middle + 1;
      else high = middle;
    }
    return offset + (shifts[low - 1]?.shift ?? 0);
  };
  return {
    text: noisy,
    spanOf: ({ start, end }) => {
      const first = Math.min(moveOf(start), noisy.length);
      return { start: first, end: Math.min(noisy.length, Math.max(first, moveOf(end))) };
    },
  };
}
