import { stemWord } from './stem-word.ts';
import type { StanceLexicon } from './stance-lexicon.ts';

/** A word as it stands and as the dictionary has it. */
export interface Word {
  readonly form: string;
  readonly lemma: string;
}

/** What a stretch of words means for issues: a place, a class of predicates or concepts, or the word's own stem. */
export interface Term {
  /** `place:ukraine`, `class:join`, `stem:negoti`. */
  readonly key: string;
  readonly kind: 'place' | 'class' | 'stem';
  /** Number of words that it covers. */
  readonly length: number;
  readonly rarity: number;
}

interface Phrase {
  readonly words: readonly string[];
  readonly stems: readonly string[];
  readonly key: string;
  readonly kind: 'place' | 'class';
}

/** The lexicon's phrases, ready to be looked up by the stem of their first word. */
export interface Vocabulary {
  readonly lexicon: StanceLexicon;
  readonly phrases: ReadonlyMap<string, readonly Phrase[]>;
}

function splitPhrase(text: string): string[] {
  return text.split(/[\s-]+/).filter((word) => word !== '');
}

/** The phrases of places and word classes by first stem, the longest first. */
export function compileVocabulary(lexicon: StanceLexicon): Vocabulary {
  const phrases = new Map<string, Phrase[]>();
  const add = (text: string, key: string, kind: Phrase['kind']): void => {
    const words = splitPhrase(text);
    const stems = words.map(stemWord);
    const first = stems[0] ?? stemWord('');
    const same = phrases.get(first);
    if (same === undefined) phrases.set(first, [{ words, stems, key, kind }]);
    else same.push({ words, stems, key, kind });
  };
  for (const [name, names] of lexicon.places) for (const text of names) add(text, `place:${name}`, 'place');
  for (const [name, { words }] of lexicon.classes)
    for (const text of words) add(text, `class:${name}`, 'class');
  for (const list of phrases.values()) list.sort((left, right) => right.words.length - left.words.length);
  return { lexicon, phrases };
}

/** How telling a word is, 0–1; numbers and marks tell nothing. */
export function rarityOf(lexicon: StanceLexicon, word: string): number {
  if (!/\p{L}/u.test(word)) return /^\d{4}$/.test(word) ? 0.8 : /^\d/.test(word) ? 0.4 : 0;
  return lexicon.rarity.get(stemWord(word)) ?? 1;
}

/** A name in capitals is read in capitals only (“US”, not “us”); any other name with a capital. */
function isWrittenAsName(form: string, name: string): boolean {
  if (name === name.toUpperCase() && name !== name.toLowerCase()) return form === name;
  return /^\p{Lu}/u.test(form) && form.toLowerCase() === name;
}

function matchesPhrase(words: readonly Word[], start: number, phrase: Phrase): boolean {
  return phrase.words.every((expected, offset) => {
    const word = words[start + offset];
    if (word === undefined) return false;
    const form = word.form.replace(/[’']s?$/, '');
    if (phrase.kind === 'place')
      return offset === 0 || /^\p{Lu}/u.test(form)
        ? isWrittenAsName(form, expected)
        : form.toLowerCase() === expected;
    const stem = phrase.stems[offset];
    return stemWord(word.lemma) === stem || stemWord(form) === stem;
  });
}

/** The parts of a word with hyphens, as a proposition's words are parted: “inter-positional”, “Moscow-led”. */
function readParts({ form }: Word, lexicon: StanceLexicon): readonly Term[] {
  const parts = form.includes('-') ? splitPhrase(form) : [];
  if (parts.length < 2) return [];
  return parts.map((part) => ({
    key: `stem:${stemWord(part)}`,
    kind: 'stem',
    length: 1,
    rarity: rarityOf(lexicon, part),
  }));
}

/** All terms that begin at each word; several may begin at the same one. */
export function readTerms(
  words: readonly Word[],
  { lexicon, phrases }: Vocabulary,
): readonly (readonly Term[])[] {
  // “South Sudan” is not Sudan: within a longer name a shorter one is none.
  let endOfName = 0;
  return words.map((word, index) => {
    const [byForm, byLemma] = [stemWord(word.form), stemWord(word.lemma)];
    const stems = byForm === byLemma ? [byForm] : [byForm, byLemma];
    const rarity = rarityOf(lexicon, word.form);
    const terms: Term[] = [];
    for (const phrase of stems.flatMap((stem) => phrases.get(stem) ?? [])) {
      if (terms.some(({ key }) => key === phrase.key) || !matchesPhrase(words, index, phrase)) continue;
      if (phrase.kind === 'place' && index < endOfName) continue;
      terms.push({ key: phrase.key, kind: phrase.kind, length: phrase.words.length, rarity });
    }
    for (const { kind, length } of terms)
      if (kind === 'place') endOfName = Math.max(endOfName, index + length);
    for (const stem of stems)
      if (stem !== '') terms.push({ key: `stem:${stem}`, kind: 'stem', length: 1, rarity });
    return [...terms, ...readParts(word, lexicon)];
  });
}
