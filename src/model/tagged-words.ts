/** A sentence as words with tags, lemmas and tree. Arrays are parallel; a head is the index of a word, -1 for the root. */
export interface TaggedWords {
  readonly forms: readonly string[];
  readonly lemmas: readonly string[];
  readonly upos: readonly string[];
  readonly xpos: readonly string[];
  readonly heads: readonly number[];
  readonly relations: readonly string[];
}
