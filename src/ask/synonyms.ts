import { stemName } from './question-word.ts';

/** Stem → the classes of words that mean much the same: “accession” and “join”. */
export type Synonyms = ReadonlyMap<string, ReadonlySet<string>>;

/** Reads the classes of `data/lexicon/predicates.tsv`; of its phrases only single words count. */
export function parseSynonyms(text: string): Synonyms {
  const classes = new Map<string, Set<string>>();
  for (const line of text.split('\n')) {
    const [kind = '', name = '', words = ''] = line.split('\t');
    if (kind !== 'predicate' && kind !== 'concept') continue;
    for (const word of words.split(',').map((one) => one.trim())) {
      if (word === '' || word.includes(' ')) continue;
      const stem = stemName(word.toLowerCase());
      classes.set(stem, (classes.get(stem) ?? new Set()).add(name));
    }
  }
  return classes;
}

/** Whether two stems share a class. */
export function areSynonyms(left: string, right: string, synonyms: Synonyms): boolean {
  const classes = synonyms.get(left);
  const others = synonyms.get(right);
  return classes !== undefined && others !== undefined && [...classes].some((name) => others.has(name));
}
