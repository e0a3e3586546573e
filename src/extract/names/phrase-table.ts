import type { Token } from '../../model/annotated-text.ts';

/** Phrases with what is known of each; a phrase is written with single spaces, as in running text. */
export interface PhraseTable<Value> {
  readonly phrases: ReadonlyMap<string, Value>;
  /** The letters that phrases begin with, and the length in characters of the longest: most tokens begin none. */
  readonly beginnings: ReadonlyMap<string, number>;
  /** Compare in lower case. */
  readonly folded: boolean;
}

/** A phrase found at a token: the tokens up to `end` and what is known of it. */
export interface PhraseMatch<Value> {
  readonly end: number;
  readonly value: Value;
}

/** The longest phrase in tokens that is looked for. */
const LONGEST = 12;

/** A table of the entries; the first entry of a phrase counts. */
export function makePhraseTable<Value>(
  entries: Iterable<readonly [string, Value]>,
  matching: 'exact' | 'folded',
): PhraseTable<Value> {
  const phrases = new Map<string, Value>();
  const beginnings = new Map<string, number>();
  const folded = matching === 'folded';
  for (const [phrase, value] of entries) {
    const key = normalisePhrase(phrase, folded);
    if (key === '' || phrases.has(key)) continue;
    phrases.set(key, value);
    const letters = key.slice(0, endOfLetters(key));
    if ((beginnings.get(letters) ?? 0) < key.length) beginnings.set(letters, key.length);
  }
  return { phrases, beginnings, folded };
}

/** The longest phrase that begins with the token `index` and ends before `limit`. */
export function matchPhrase<Value>(
  table: PhraseTable<Value>,
  tokens: readonly Token[],
  index: number,
  limit: number,
): PhraseMatch<Value> | undefined {
  const longest = longestFrom(table, tokens, index);
  let phrase = '';
  let found: PhraseMatch<Value> | undefined;
  const last = Math.min(limit, index + LONGEST);
  for (let next = index; next < last && phrase.length < longest; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    const gap = next > index && (tokens[next - 1]?.end ?? 0) < token.start ? ' ' : '';
    phrase += gap + normalisePhrase(token.form, table.folded);
    const value = table.phrases.get(phrase);
    if (value !== undefined) found = { end: next + 1, value };
  }
  return found;
}

/** The length of the longest phrase that can begin with a token; 0 where none does. */
function longestFrom<Value>(table: PhraseTable<Value>, tokens: readonly Token[], index: number): number {
  const token = tokens[index];
  if (token === undefined) return 0;
  const form = normalisePhrase(token.form, table.folded);
  const end = endOfLetters(form);
  // “can” of “cannot”: the letters go on in the next token.
  if (end === form.length && tokens[index + 1]?.start === token.end) return Infinity;
  return table.beginnings.get(end === form.length ? form : form.slice(0, end)) ?? 0;
}

/** Where the letters at the beginning of a phrase end. */
function endOfLetters(phrase: string): number {
  let end = 0;
  for (; end < phrase.length; end += 1) {
    const code = phrase.charCodeAt(end);
    const isLetter = (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code > 127;
    if (!isLetter) break;
  }
  return end;
}

function normalisePhrase(phrase: string, folded: boolean): string {
  const straight = /[’‘ʼ]/.test(phrase) ? phrase.replace(/[’‘ʼ]/g, "'") : phrase;
  return folded ? straight.toLowerCase() : straight;
}
