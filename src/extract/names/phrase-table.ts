import type { Token } from '../../model/annotated-text.ts';

/** Phrases with what is known of each; a phrase is written with single spaces, as in running text. */
export interface PhraseTable<Value> {
  readonly phrases: ReadonlyMap<string, Value>;
  /** The first two characters of the phrases: most tokens begin none. */
  readonly beginnings: ReadonlySet<string>;
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
  const folded = matching === 'folded';
  for (const [phrase, value] of entries) {
    const key = normalisePhrase(phrase, folded);
    if (key !== '' && !phrases.has(key)) phrases.set(key, value);
  }
  const beginnings = new Set([...phrases.keys()].map((phrase) => phrase.slice(0, 2)));
  return { phrases, beginnings, folded };
}

/** The longest phrase that begins with the token `index` and ends before `limit`. */
export function matchPhrase<Value>(
  table: PhraseTable<Value>,
  tokens: readonly Token[],
  index: number,
  limit: number,
): PhraseMatch<Value> | undefined {
  let phrase = '';
  let found: PhraseMatch<Value> | undefined;
  const last = Math.min(limit, index + LONGEST);
  for (let next = index; next < last; next += 1) {
    const token = tokens[next];
    if (token === undefined) break;
    const gap = next > index && (tokens[next - 1]?.end ?? 0) < token.start ? ' ' : '';
    phrase += gap + normalisePhrase(token.form, table.folded);
    if (next === index && !table.beginnings.has(phrase.slice(0, 2))) return undefined;
    const value = table.phrases.get(phrase);
    if (value !== undefined) found = { end: next + 1, value };
  }
  return found;
}

function normalisePhrase(phrase: string, folded: boolean): string {
  const straight = phrase.replace(/[’‘ʼ]/g, "'");
  return folded ? straight.toLowerCase() : straight;
}
