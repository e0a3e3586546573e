import { hashText } from '../learn/hash-features.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import { lowerForm } from '../text/word-table.ts';
import type { TreebankSentence } from './parse-conllu.ts';

/** Words with the class of tags they were seen with: ascending hashes of the lower-case forms, and the classes. */
export interface TagLexicon {
  readonly hashes: Uint32Array;
  readonly classes: Uint8Array;
}

/** Seen less often than this a word says too little about its tags. */
const LEAST_COUNT = 3;
/** A tag belongs to a word’s class from this share of its occurrences on. */
const LEAST_SHARE = 0.1;
const MOST_CLASSES = 255;

function countTags(sentences: readonly TreebankSentence[]): ReadonlyMap<string, ReadonlyMap<string, number>> {
  const counts = new Map<string, Map<string, number>>();
  for (const { forms, xpos } of sentences) {
    for (const [index, form] of forms.entries()) {
      const lower = lowerForm(normaliseForm(form));
      const tags = counts.get(lower) ?? new Map<string, number>();
      const tag = xpos[index] ?? '_';
      tags.set(tag, (tags.get(tag) ?? 0) + 1);
      counts.set(lower, tags);
    }
  }
  return counts;
}

/** Classes of words that are seen with the same tags, in the same order of frequency. */
export function collectLexicon(sentences: readonly TreebankSentence[]): TagLexicon {
  const classOfWord = new Map<string, string>();
  const sizes = new Map<string, number>();
  for (const [word, tags] of countTags(sentences)) {
    const total = [...tags.values()].reduce((sum, count) => sum + count, 0);
    if (total < LEAST_COUNT) continue;
    const frequent = [...tags]
      .filter(([, count]) => count >= LEAST_SHARE * total)
      .toSorted(([left, leftCount], [right, rightCount]) => rightCount - leftCount || (left < right ? -1 : 1))
      .map(([tag]) => tag);
    const name = frequent.slice(0, 3).join(' ');
    classOfWord.set(word, name);
    sizes.set(name, (sizes.get(name) ?? 0) + 1);
  }
  const names = [...sizes]
    .toSorted(([left, leftSize], [right, rightSize]) => rightSize - leftSize || (left < right ? -1 : 1))
    .slice(0, MOST_CLASSES)
    .map(([name]) => name);
  const numbers = new Map(names.map((name, index) => [name, index + 1]));
  const entries = new Map<number, number>();
  for (const [word, name] of classOfWord) {
    const number = numbers.get(name) ?? numbers.get(name.split(' ')[0] ?? '') ?? 0;
    if (number > 0) entries.set(hashText(word) >>> 0, number);
  }
  const sorted = [...entries].toSorted(([left], [right]) => left - right);
  return {
    hashes: Uint32Array.from(sorted, ([hash]) => hash),
    classes: Uint8Array.from(sorted, ([, number]) => number),
  };
}
