const INFLECTIONS: readonly (readonly [string, number])[] = [
  ['ies', 3],
  ['ied', 3],
  ['ing', 3],
  ['ed', 3],
  ['s', 3],
];

/** Endings of derivation, longest first, with the least that they must leave. */
const DERIVATIONS: readonly (readonly [string, number])[] = [
  ['ization', 4],
  ['isation', 4],
  ['ational', 4],
  ['ation', 4],
  ['ance', 4],
  ['ence', 4],
  ['ator', 4],
  ['ment', 4],
  ['ness', 4],
  ['ship', 4],
  ['ate', 4],
  ['ion', 5],
  ['ity', 4],
  ['ive', 4],
  ['ful', 4],
  ['at', 4],
  ['ly', 4],
  ['al', 4],
];

/** Words that their endings would put with words that mean something else: “department” with “depart”. */
const KEPT: ReadonlySet<string> = new Set([
  'apartment',
  'authority',
  'conventional',
  'department',
  'executive',
  'importance',
  'initial',
  'initiative',
  'objection',
  'objective',
  'portion',
  'signal',
  'statement',
]);

function strip(word: string, endings: readonly (readonly [string, number])[]): string {
  const ending = endings.find(
    ([suffix, least]) => word.endsWith(suffix) && word.length - suffix.length >= least,
  );
  if (ending === undefined || word.endsWith('ss')) return word;
  const [suffix] = ending;
  const stem = word.slice(0, word.length - suffix.length);
  return suffix === 'ies' || suffix === 'ied' ? `${stem}i` : stem;
}

function computeStem(word: string): string {
  const bare = word.toLowerCase().replace(/[’']s?$/, '');
  const base = strip(bare, INFLECTIONS);
  const kept = [bare, base, base.replace(/i$/, 'y')].find((form) => KEPT.has(form));
  if (kept !== undefined) return kept;
  const stem = strip(strip(base, DERIVATIONS), DERIVATIONS);
  const end = stem.length > 3 ? stem.replace(/e$/, '').replace(/y$/, 'i') : stem;
  return end.length > 3 ? end.replace(/([bdgmnprt])\1$/, '$1') : end;
}

/** Stems already computed: words repeat, and stripping took most of the time of a run. */
const KNOWN = new Map<string, string>();
const MOST_KNOWN = 50_000;

/**
 * The part that a word shares with its family: “negotiations”, “negotiating” and “negotiator” give `negoti`.
 * A light suffix stripper after Porter (1980): one inflection, two derivations. It compares words and is never shown.
 */
export function stemWord(word: string): string {
  const known = KNOWN.get(word);
  if (known !== undefined) return known;
  if (KNOWN.size >= MOST_KNOWN) KNOWN.clear();
  const stem = computeStem(word);
  KNOWN.set(word, stem);
  return stem;
}
