import { applyScript, lemmaBase, lemmaKey, LONGEST_SUFFIX, suffixKey, wordKey } from '../text/lemmatise.ts';
import type { LemmaScript, LemmaTable } from '../text/lemmatise.ts';
import { normaliseForm } from '../text/normalise-form.ts';
import type { TreebankSentence } from './parse-conllu.ts';

/** The script that makes `lemma` of `base`. */
function scriptOf(base: string, lemma: string): string {
  let common = 0;
  while (common < base.length && common < lemma.length && base[common] === lemma[common]) common += 1;
  return `${base.length - common}+${lemma.slice(common)}`;
}

function parseScript(script: string): LemmaScript {
  const plus = script.indexOf('+');
  return { cut: Number(script.slice(0, plus)), ending: script.slice(plus + 1) };
}

/** Counts by key, and the value that is counted most; of equals the first in order. */
class Tally<Key> {
  readonly counts = new Map<Key, Map<string, number>>();

  add(key: Key, value: string): void {
    const counts = this.counts.get(key) ?? new Map<string, number>();
    counts.set(value, (counts.get(value) ?? 0) + 1);
    this.counts.set(key, counts);
  }

  best(): readonly (readonly [Key, string, number])[] {
    return [...this.counts].map(([key, counts]) => {
      const total = [...counts.values()].reduce((sum, count) => sum + count, 0);
      const [first] = [...counts].toSorted(([left, a], [right, b]) => b - a || (left < right ? -1 : 1));
      return [key, first?.[0] ?? '0+', total];
    });
  }
}

/** Lemmas of a treebank’s words, and the endings that foretell the lemma of others. */
export function collectLemmas(sentences: readonly TreebankSentence[]): LemmaTable {
  const words = new Tally<string>();
  const lemmas = new Set<number>();
  for (const { forms, lemmas: gold, xpos } of sentences) {
    for (const [index, form] of forms.entries()) {
      const tag = xpos[index] ?? '_';
      const base = lemmaBase(normaliseForm(form), tag);
      const lemma = gold[index] ?? '_';
      if (lemma === '_') continue;
      words.add(`${base}\t${tag}`, scriptOf(base, normaliseForm(lemma)));
    }
  }
  const suffixes = new Tally<number>();
  const wordEntries: [number, string][] = [];
  for (const [key, script] of words.best()) {
    const [base = '', tag = ''] = key.split('\t');
    wordEntries.push([wordKey(base, tag), script]);
    lemmas.add(lemmaKey(applyScript(base, parseScript(script)) ?? base, tag));
    for (let length = 1; length <= Math.min(LONGEST_SUFFIX, base.length - 1); length += 1) {
      suffixes.add(suffixKey(base, length, tag), script);
    }
  }
  const suffixEntries = suffixes
    .best()
    .filter(([, , count]) => count >= 2)
    .map(([key, script]): [number, string] => [key, script]);
  const names = [...new Set([...wordEntries, ...suffixEntries].map(([, script]) => script))].toSorted();
  const numbers = new Map(names.map((name, index) => [name, index]));
  const byHash = (entries: readonly [number, string][]): readonly [number, number][] =>
    [...new Map(entries)]
      .map(([hash, script]): [number, number] => [hash, numbers.get(script) ?? 0])
      .toSorted(([left], [right]) => left - right);
  const sortedWords = byHash(wordEntries);
  const sortedSuffixes = byHash(suffixEntries);
  return {
    scripts: names.map(parseScript),
    wordHashes: Uint32Array.from(sortedWords, ([hash]) => hash),
    wordScripts: Uint16Array.from(sortedWords, ([, script]) => script),
    suffixHashes: Uint32Array.from(sortedSuffixes, ([hash]) => hash),
    suffixScripts: Uint16Array.from(sortedSuffixes, ([, script]) => script),
    lemmaHashes: Uint32Array.from(lemmas).toSorted(),
  };
}
