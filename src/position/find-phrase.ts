import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { PhraseTable } from './stance-lexicon.ts';

const REACH = 3;
const NOTHING: ReadonlySet<number> = new Set();

function says(token: Token | undefined, word: string): boolean {
  return token !== undefined && (token.lemma.toLowerCase() === word || token.form.toLowerCase() === word);
}

/** Whether the phrase's words follow from `start` on, other words (an object, an adverb) between them allowed for a particle. */
function readPhrase(
  text: AnnotatedText,
  start: number,
  words: readonly string[],
): readonly number[] | undefined {
  const found = [start];
  let index = start + 1;
  for (const word of words.slice(1)) {
    const limit = found.length === words.length - 1 ? index + REACH : index;
    while (index < limit && !says(text.tokens[index], word)) index += 1;
    if (!says(text.tokens[index], word)) return undefined;
    found.push(index);
    index += 1;
  }
  return found;
}

/** An entry of a table and its number of words. */
export interface FoundPhrase<Name extends string> {
  readonly name: Name;
  readonly length: number;
  /** Indices of its tokens. */
  readonly tokens: readonly number[];
}

/** The name of the entry that includes `token`; see `findEntry`. */
export function findPhrase<Name extends string>(
  text: AnnotatedText,
  token: Token,
  table: PhraseTable<Name>,
  taken: ReadonlySet<number> = NOTHING,
): Name | undefined {
  return findEntry(text, token, table, taken)?.name;
}

/** The entry of the table whose words include `token`: “off the table” for “table”; the longest entry wins. Words that are `taken` belong to the proposition. */
export function findEntry<Name extends string>(
  text: AnnotatedText,
  token: Token,
  table: PhraseTable<Name>,
  taken: ReadonlySet<number> = NOTHING,
): FoundPhrase<Name> | undefined {
  // “the United States” states nothing.
  if (token.upos === 'PROPN' && /^\p{Lu}\p{Ll}/u.test(token.form)) return undefined;
  let best: FoundPhrase<Name> | undefined;
  const sentence = text.sentences[token.sentence];
  for (
    let start = Math.max(sentence?.firstToken ?? 0, token.index - REACH);
    start <= token.index;
    start += 1
  ) {
    const first = text.tokens[start];
    if (first === undefined) continue;
    // An unknown form loses its “e”: “welcom” of “Welcoming”.
    const lemma = first.lemma.toLowerCase();
    const entries = [lemma, `${lemma}e`, first.form.toLowerCase()].flatMap((word) => table.get(word) ?? []);
    for (const { words, name } of entries) {
      if (best !== undefined && words.length <= best.length) continue;
      const found = readPhrase(text, start, words);
      if (found?.includes(token.index) === true && !found.some((index) => taken.has(index)))
        best = { name, length: words.length, tokens: found };
    }
  }
  return best;
}

/** The entry that a string of lemmas begins with, such as `rule out`; the longest. */
export function lookUpPhrase<Name extends string>(
  phrase: string,
  table: PhraseTable<Name>,
): { readonly words: readonly string[]; readonly name: Name } | undefined {
  const words = phrase.toLowerCase().split(' ');
  return table
    .get(words[0] ?? '')
    ?.find(
      (entry) =>
        entry.words.length <= words.length && entry.words.every((word, index) => words[index] === word),
    );
}
