import { isSmall } from './concepts.ts';
import { pairOf } from './named-things.ts';
import type { NamedIssue } from './named-things.ts';
import type { QuestionLexicon } from './question-lexicon.ts';
import { isSlipOf } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** A word with the meaning of the phrase that it is part of; without one it is part of what the question is about. */
export interface TaggedWord extends QuestionWord {
  readonly meaning: string | undefined;
  /** It stands in a pair of words that an issue is named by: “before 2014”. */
  readonly isPaired: boolean;
}

/** Which words of an issue's name are left to it where the lexicon has a meaning for them. */
export type Protection = 'all but stances' | 'all';

/** What may be misspelled and still be meant. */
const TELLING = /^(?:stance|side|ask):/u;
const SHORTEST_SLIP = 6;

/** A denying auxiliary is an auxiliary: “doesn't”. */
export function isDenial({ lower }: QuestionWord): boolean {
  return lower === 'not' || lower === 'never' || lower === 'cannot' || lower.endsWith("n't");
}

function meaningAt(
  words: readonly QuestionWord[],
  at: number,
  { meanings, longest }: QuestionLexicon,
): { readonly meaning: string | undefined; readonly length: number } {
  for (let length = Math.min(longest, words.length - at); length > 0; length -= 1) {
    const phrase = words.slice(at, at + length).map(({ lower }) => lower);
    const meaning = meanings.get(phrase.join(' '));
    if (meaning !== undefined) return { meaning, length };
  }
  return { meaning: undefined, length: 1 };
}

/** “opposses” → the meaning of “opposes”. */
function meaningOfSlip({ lower }: QuestionWord, { meanings }: QuestionLexicon): string | undefined {
  if (lower.length < SHORTEST_SLIP) return undefined;
  for (const [phrase, meaning] of meanings)
    if (TELLING.test(meaning) && phrase.length >= SHORTEST_SLIP && isSlipOf(phrase, lower)) return meaning;
  return undefined;
}

/** Which words stand in a pair that an issue is named by: “climate change” is no change of position. */
function findPairs(words: readonly QuestionWord[], issues: readonly NamedIssue[]): ReadonlySet<number> {
  const telling = words.flatMap((word, index) => (isSmall(word) ? [] : [{ word, index }]));
  const paired = new Set<number>();
  for (const [place, { word, index }] of telling.entries()) {
    const next = telling[place + 1];
    if (next === undefined) continue;
    const pair = pairOf(word, next.word);
    if (issues.some(({ pairs }) => pairs.has(pair))) paired.add(index).add(next.index);
  }
  return paired;
}

const STANCE = /^(?:stance|side):/u;

/** “Who demands sanctions against Iran?”: beside another word of stance, “against” after a noun belongs to the noun. */
function leaveAgainstToNoun(words: readonly TaggedWord[]): readonly TaggedWord[] {
  return words.map((word, index) => {
    const isOwn =
      word.lower !== 'against' ||
      word.meaning?.startsWith('stance:') !== true ||
      words[index - 1]?.meaning !== undefined ||
      !words.some(({ meaning }, other) => other !== index && meaning !== undefined && STANCE.test(meaning));
    return isOwn ? word : { ...word, meaning: 'noise' };
  });
}

/** The words with what they mean to the lexicon, unless an issue is named by them. */
export function tagWords(
  words: readonly QuestionWord[],
  lexicon: QuestionLexicon,
  {
    issues,
    isNamed,
    protection,
  }: {
    readonly issues: readonly NamedIssue[];
    /** Whether a name of the graph has the word. */
    readonly isNamed: (word: QuestionWord) => boolean;
    readonly protection: Protection;
  },
): readonly TaggedWord[] {
  const paired = findPairs(words, issues);
  const tagged: TaggedWord[] = [];
  for (let at = 0; at < words.length;) {
    const { meaning, length } = meaningAt(words, at, lexicon);
    for (const [offset, word] of words.slice(at, at + length).entries()) {
      const isStance = meaning !== undefined && STANCE.test(meaning);
      const isProtected = paired.has(at + offset) && (!isStance || protection === 'all');
      const slip = meaning === undefined && !isNamed(word) ? meaningOfSlip(word, lexicon) : undefined;
      tagged.push({
        ...word,
        isPaired: paired.has(at + offset),
        meaning:
          isDenial(word) && meaning?.includes(':') !== true
            ? 'noise'
            : isProtected
              ? undefined
              : (meaning ?? slip),
      });
    }
    at += length;
  }
  return leaveAgainstToNoun(tagged);
}
