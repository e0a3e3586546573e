import { hashText } from '../learn/hash-features.ts';
import { findHash } from './find-hash.ts';

/** What is known of a word by its spelling alone, as columns of numbers. */
export const WORD_COLUMNS = [
  'word',
  'lower',
  'suffix1',
  'suffix2',
  'suffix3',
  'suffix4',
  'suffix5',
  'prefix1',
  'prefix2',
  'prefix3',
  'prefix4',
  'shape',
  'letters',
  'lexical',
  'certain',
] as const;

/** The number of columns: word `id`’s values begin at `id * WORD_WIDTH`. */
export const WORD_WIDTH = WORD_COLUMNS.length;

/** The word that stands before the first and after the last one of a sentence. */
export const PADDING = 0;

const LONGEST_WORD = 64;
const MOST_WORDS = 1 << 16;

/** What was learnt of single words: parallel arrays, found by ascending hashes of the lower-case forms. */
export interface WordLexicon {
  readonly hashes: Uint32Array;
  /** The class of the tags that the word was seen with; 0 for none. */
  readonly classes: Uint8Array;
  /** One more than the index of the only tag that a frequent word has; 0 where the tagger must decide. */
  readonly certainTags: Uint8Array;
}

/** “Hegseth’s” has the shape Xx'x, “G-7” X-d: each run of like characters once. */
function shapeOf(word: string): string {
  let shape = '';
  let last = '';
  for (let index = 0; index < word.length && shape.length < 8; index += 1) {
    const character = word[index] ?? '';
    let kind = character;
    if (character >= 'a' && character <= 'z') kind = 'x';
    else if (character >= 'A' && character <= 'Z') kind = 'X';
    else if (character >= '0' && character <= '9') kind = 'd';
    else if (character.toLowerCase() !== character.toUpperCase())
      kind = character === character.toLowerCase() ? 'x' : 'X';
    if (kind === last) continue;
    shape += kind;
    last = kind;
  }
  return shape;
}

/** The form under which a word’s identity is learnt: lower case, every digit a nought. */
export function lowerForm(form: string): string {
  return form.slice(0, LONGEST_WORD).toLowerCase().replaceAll(/\d/gu, '0');
}

/** Words met so far with their columns. The table forgets all of them when it is full: it is only a cache. */
export class WordTable {
  readonly #lexicon: WordLexicon;
  readonly #ids = new Map<string, number>();
  #columns = new Int32Array(WORD_WIDTH << 10);

  constructor(lexicon: WordLexicon) {
    this.#lexicon = lexicon;
    this.idOf('');
  }

  /** All columns of all words; look it up again after `idOf`, which may replace it. */
  get columns(): Int32Array {
    return this.#columns;
  }

  /** Makes room: ids given out before are void afterwards. */
  forgetWhenFull(): void {
    if (this.#ids.size < MOST_WORDS) return;
    this.#ids.clear();
    this.idOf('');
  }

  idOf(form: string): number {
    const known = this.#ids.get(form);
    if (known !== undefined) return known;
    const id = this.#ids.size;
    this.#ids.set(form, id);
    if ((id + 1) * WORD_WIDTH > this.#columns.length) {
      const grown = new Int32Array(this.#columns.length * 2);
      grown.set(this.#columns);
      this.#columns = grown;
    }
    this.#columns.set(this.#describe(form), id * WORD_WIDTH);
    return id;
  }

  #describe(form: string): readonly number[] {
    const word = form.slice(0, LONGEST_WORD);
    const lower = lowerForm(form);
    const lowerHash = hashText(lower);
    const place = findHash(this.#lexicon.hashes, lowerHash);
    const end = lower.length;
    const capital = /^\p{Lu}/u.test(word) ? 1 : 0;
    const capitals = capital === 1 && word === word.toUpperCase() ? 2 : 0;
    const digit = /\d/u.test(word) ? 4 : 0;
    const hyphen = word.includes('-') ? 8 : 0;
    const suffix = (length: number): number => hashText(lower.slice(Math.max(0, end - length)));
    const prefix = (length: number): number => hashText(lower.slice(0, length));
    return [
      hashText(word),
      lowerHash,
      suffix(1),
      suffix(2),
      suffix(3),
      suffix(4),
      suffix(5),
      prefix(1),
      prefix(2),
      prefix(3),
      prefix(4),
      hashText(shapeOf(word)),
      capital | capitals | digit | hyphen,
      this.#lexicon.classes[place] ?? 0,
      this.#lexicon.certainTags[place] ?? 0,
    ];
  }
}
