/** Endings that leave the word's family the same, longest first, with the stem's least length. */
const ENDINGS: readonly (readonly [string, number])[] = [
  ['izations', 4],
  ['isations', 4],
  ['ization', 4],
  ['isation', 4],
  ['ational', 4],
  ['iations', 4],
  ['iation', 4],
  ['ations', 4],
  ['ation', 4],
  ['ating', 4],
  ['ators', 4],
  ['ances', 4],
  ['ences', 4],
  ['ments', 4],
  ['ities', 4],
  ['ance', 4],
  ['ence', 4],
  ['ator', 4],
  ['ated', 4],
  ['ates', 4],
  ['ment', 4],
  ['ness', 4],
  ['ions', 4],
  ['ings', 4],
  ['ship', 4],
  ['ity', 4],
  ['ion', 4],
  ['ing', 3],
  ['ies', 3],
  ['ied', 3],
  ['ors', 4],
  ['ers', 4],
  ['ive', 4],
  ['ate', 4],
  ['ful', 4],
  ['ed', 3],
  ['es', 3],
  ['er', 4],
  ['or', 4],
  ['ly', 4],
  ['al', 4],
  ['s', 3],
  ['e', 3],
  ['y', 3],
];

/**
 * The part that a word shares with its family: “negotiations”, “negotiating” and “negotiator” give `negoti`.
 * A light suffix stripper after Porter (1980), two passes; it compares words and is never shown.
 */
export function stemWord(word: string): string {
  let stem = word.toLowerCase().replace(/[’']s?$/, '');
  for (let pass = 0; pass < 2; pass += 1) {
    const ending = ENDINGS.find(
      ([suffix, least]) => stem.endsWith(suffix) && stem.length - suffix.length >= least,
    );
    if (ending === undefined || (ending[0] === 's' && stem.endsWith('ss'))) break;
    stem = stem.slice(0, stem.length - ending[0].length);
  }
  return stem.replace(/([bdgmnprt])\1$/, '$1');
}
