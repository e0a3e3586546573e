import { hashText } from '../learn/hash-features.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import { lowerForm } from '../text/word-table.ts';
import type { WordLexicon } from '../text/word-table.ts';
import { jointTag } from './joint-tags.ts';
import type { TreebankSentence } from './parse-conllu.ts';

/** Seen less often than this a word says too little about its tags. */
const LEAST_COUNT = 3;
/** A tag belongs to a word’s class from this share of its occurrences on. */
const LEAST_SHARE = 0.1;
const MOST_CLASSES = 255;
/** A word as frequent as this that has one tag nearly always is given it without further thought. */
const LEAST_CERTAIN_COUNT = 30;
const LEAST_CERTAIN_SHARE = 0.998;

type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** How often each lower-case form has each tag. */
function countTags(
  sentences: readonly TreebankSentence[],
  tagOf: (sentence: TreebankSentence, index: number) => string,
): Counts {
  const counts = new Map<string, Map<string, number>>();
  for (const sentence of sentences) {
    for (const [index, form] of sentence.forms.entries()) {
      const lower = lowerForm(normaliseForm(form));
      const tags = counts.get(lower) ?? new Map<string, number>();
      const tag = tagOf(sentence, index);
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      counts.set(lower, tags);
    }
  }
  return counts;
}

function sumOf(tags: ReadonlyMap<string, number>): number {
  return [...tags.values()].reduce((sum, count) => sum + count, 0);
}

/** Tags from the most frequent on; of equals the first in order. */
function byFrequency(tags: ReadonlyMap<string, number>): readonly (readonly [string, number])[] {
  return [...tags].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1));
}

/** The class of each word that is seen often enough: its tags in the order of their frequency. */
function classifyWords(counts: Counts): ReadonlyMap<string, string> {
  const classes = new Map<string, string>();
  for (const [word, tags] of counts) {
    const total = sumOf(tags);
    if (total < LEAST_COUNT) continue;
    const frequent = byFrequency(tags).filter(([, count]) => count >= LEAST_SHARE * total);
    classes.set(
      word,
      frequent
        .slice(0, 3)
        .map(([tag]) => tag)
        .join(' '),
    );
  }
  return classes;
}

/** Numbers from 1 on for the classes that have the most words. */
function numberClasses(classes: ReadonlyMap<string, string>): ReadonlyMap<string, number> {
  const sizes = new Map<string, number>();
  for (const name of classes.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const largest = byFrequency(sizes).slice(0, MOST_CLASSES);
  return new Map(largest.map(([name], index) => [name, index + 1]));
}

/** The words of a treebank with the class of tags that each is seen with. `tags` are the joint tags. */
export function collectLexicon(sentences: readonly TreebankSentence[], tags: readonly string[]): WordLexicon {
  const classes = classifyWords(countTags(sentences, ({ xpos }, index) => xpos[index] ?? '_'));
  const numbers = numberClasses(classes);
  const joint = countTags(sentences, ({ xpos, upos }, index) =>
    jointTag(xpos[index] ?? '_', upos[index] ?? 'X'),
  );
  const entries = new Map<number, { readonly number: number; readonly certain: number }>();
  for (const [word, name] of classes) {
    const number = numbers.get(name) ?? numbers.get(name.split(' ')[0] ?? '') ?? 0;
    const seen = joint.get(word) ?? new Map<string, number>();
    const total = sumOf(seen);
    const [tag, count] = byFrequency(seen)[0] ?? ['', 0];
    const isCertain = total >= LEAST_CERTAIN_COUNT && count >= LEAST_CERTAIN_SHARE * total;
    entries.set(hashText(word) >>> 0, { number, certain: isCertain ? tags.indexOf(tag) + 1 : 0 });
  }
  const sorted = [...entries].toSorted(([left], [right]) => left - right);
  return {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    classes: Uint8Array.from(sorted, ([, { number }]) => number),
    certainTags: Uint8Array.from(sorted, ([, { certain }]) => certain),
  };
}
