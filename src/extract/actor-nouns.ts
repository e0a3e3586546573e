/** Nouns for those who act for a state or body: “minister”, “parliament”, “officials”. */
export type ActorNouns = ReadonlySet<string>;

/**
 * Reads the first column of the word lists of offices, groups and institutions (`data/lexicon/offices.tsv`,
 * `group-nouns.tsv`, `institution-nouns.tsv`); of a phrase the last word counts.
 */
export function parseActorNouns(lists: readonly string[]): ActorNouns {
  const words = lists.flatMap((contents) =>
    contents.split(/\r?\n/u).flatMap((line) => {
      const phrase = line.split('\t')[0] ?? '';
      const word = phrase.split(' ').at(-1);
      return line.startsWith('#') || word === undefined || word === '' ? [] : [word.toLowerCase()];
    }),
  );
  return new Set(words);
}
