import type { KnownName } from './name-register.ts';
import { readWords } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** What a stretch of words is about: stems, and one token for each state and organisation whatever it is called. */
export type ConceptReader = (words: readonly QuestionWord[]) => readonly string[];

/** Words that tell nothing in the wording of an issue. */
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be been by for from had has have in is it its of on or that the to was were with'.split(
    ' ',
  ),
);

/** Whether a word tells nothing in the wording of an issue: “the”. */
export const isSmall = ({ lower }: QuestionWord): boolean => SMALL_WORDS.has(lower);

/** A short name in capitals is read in capitals: “US”, not “us”. */
function isSame(written: QuestionWord, name: QuestionWord): boolean {
  if (name.form.length <= 3 && name.form === name.form.toUpperCase()) return written.form === name.form;
  return written.lower === name.lower;
}

/** Reads words as concepts, by the names of a register: “Britain leaves the EU” → `@United Kingdom`, `leav`, `@European Union`. */
export function createConceptReader(register: readonly KnownName[]): ConceptReader {
  const phrases = new Map<string, { readonly words: readonly QuestionWord[]; readonly token: string }[]>();
  for (const { label, others } of register) {
    for (const name of new Set([label, ...others])) {
      const words = readWords(name);
      const [first] = words;
      if (first === undefined) continue;
      const phrase = { words, token: `@${label}` };
      const same = phrases.get(first.lower);
      if (same === undefined) phrases.set(first.lower, [phrase]);
      else same.push(phrase);
    }
  }
  for (const list of phrases.values()) list.sort((left, right) => right.words.length - left.words.length);
  return (words) => {
    const tokens: string[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      if (word === undefined) continue;
      const phrase = phrases.get(word.lower)?.find((one) =>
        one.words.every((name, offset) => {
          const written = words[at + offset];
          return written !== undefined && isSame(written, name);
        }),
      );
      if (phrase !== undefined) {
        tokens.push(phrase.token);
        at += phrase.words.length - 1;
      } else if (!isSmall(word)) tokens.push(word.stem);
    }
    return tokens;
  };
}
