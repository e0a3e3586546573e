import { InputError } from '../model/input-error.ts';

const ATTITUDES = [
  'say',
  'announce',
  'think',
  'expect',
  'want',
  'intend',
  'support',
  'propose',
  'request',
  'concede',
  'doubt',
  'criticise',
  'reject',
  'deny',
  'refrain',
] as const;
const EVALUATIONS = [
  'reject',
  'criticise',
  'doubt',
  'support',
  'possible',
  'probable',
  'happen',
  'end',
] as const;

/** What a verb, noun or adjective of attitude does to its complement. */
export type Attitude = (typeof ATTITUDES)[number];

/** What a predicate says of its subject: `reject` for “impossible”, `doubt` for “unlikely”. */
export type Evaluation = (typeof EVALUATIONS)[number];

/** Words of one or several lemmas, found by their first word; the longest first. */
export type PhraseTable<Name extends string> = ReadonlyMap<
  string,
  readonly { readonly words: readonly string[]; readonly name: Name }[]
>;

/** A class of words that mean the same in a proposition, and the classes that mean the contrary. */
export interface WordClass {
  readonly words: readonly string[];
  readonly contraries: readonly string[];
  /** What somebody does, not a thing. */
  readonly isPredicate: boolean;
}

/** Scores and the probabilities measured for them, both ascending. */
export type Reliability = readonly { readonly score: number; readonly probability: number }[];

/** The words that stance and issue are read from. */
export interface StanceLexicon {
  readonly attitudes: PhraseTable<Attitude>;
  readonly evaluations: PhraseTable<Evaluation>;
  /** Predicates and concepts by class: `join` → join, accession, membership. */
  readonly classes: ReadonlyMap<string, WordClass>;
  /** States and organisations: `ukraine` → Ukraine, Ukrainian, Kyiv, in the case in which they are read. */
  readonly places: ReadonlyMap<string, readonly string[]>;
  /** How telling a word is, by stem: 0 for a word of every article, 1 for a rare one. A word not listed is rare. */
  readonly rarity: ReadonlyMap<string, number>;
  /** How often claims are right by the score of what speaks for them: those about an issue, and the others. */
  readonly reliability: ReadonlyMap<string, Reliability>;
}

interface Row {
  readonly kind: string;
  readonly name: string;
  readonly words: readonly string[];
  readonly contraries: readonly string[];
  readonly where: string;
}

function splitWords(cell = ''): string[] {
  return cell
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function readRows(contents: string, fileName: string): Row[] {
  const rows: Row[] = [];
  for (const [index, line] of contents.split(/\r?\n/).entries()) {
    if (line.trim() === '' || line.startsWith('#')) continue;
    const [kind = '', name = '', words, contraries] = line.split('\t');
    rows.push({
      kind,
      name,
      words: splitWords(words),
      contraries: splitWords(contraries),
      where: `${fileName}:${index + 1}`,
    });
  }
  return rows;
}

function tabulate<Name extends string>(rows: readonly Row[], allowed: readonly Name[]): PhraseTable<Name> {
  const table = new Map<string, { readonly words: readonly string[]; readonly name: Name }[]>();
  for (const row of rows) {
    const name = allowed.find((candidate) => candidate === row.name);
    if (name === undefined)
      throw new InputError(row.where, `unknown ${row.kind} "${row.name}"; use ${allowed.join(', ')}`);
    for (const phrase of row.words) {
      const words = phrase.toLowerCase().split(' ');
      const first = words[0] ?? '';
      const phrases = table.get(first) ?? [];
      table.set(
        first,
        [...phrases, { words, name }].sort((left, right) => right.words.length - left.words.length),
      );
    }
  }
  return table;
}

function readReliability(rows: readonly Row[]): ReadonlyMap<string, Reliability> {
  const tables = new Map<string, { readonly score: number; readonly probability: number }[]>();
  for (const { name, words, contraries, where } of rows) {
    const [score, probability] = [Number(words[0]), Number(contraries[0])];
    const points = tables.get(name) ?? [];
    const last = points.at(-1) ?? { score: -1, probability: 0 };
    const isRising = score > last.score && probability >= last.probability && probability <= 1;
    if (!isRising) throw new InputError(where, 'score and probability must rise from row to row, up to 1');
    tables.set(name, [...points, { score, probability }]);
  }
  return tables;
}

/**
 * The lexicon in a file of tab-separated rows `kind, name, words (comma), contraries (comma)` with `#` comments.
 * Kinds: attitude, evaluation, predicate, concept, place, rarity (its name is a number from 0 to 1),
 * reliability (`issue` or `none`, score, probability).
 * Several files are read one by one and joined with `mergeStanceLexicons`.
 */
export function parseStanceLexicon(contents: string, fileName: string): StanceLexicon {
  const rows = readRows(contents, fileName);
  const ofKind = (...kinds: readonly string[]): Row[] => rows.filter(({ kind }) => kinds.includes(kind));
  const kinds = ['attitude', 'evaluation', 'predicate', 'concept', 'place', 'rarity', 'reliability'];
  for (const { kind, where } of rows) {
    if (!kinds.includes(kind)) throw new InputError(where, `unknown kind "${kind}"; use ${kinds.join(', ')}`);
  }
  const rarity = new Map<string, number>();
  for (const { name, words, where } of ofKind('rarity')) {
    const value = Number(name);
    if (!(value >= 0 && value <= 1)) throw new InputError(where, `rarity "${name}" is no number from 0 to 1`);
    for (const word of words) rarity.set(word, value);
  }
  return {
    attitudes: tabulate(ofKind('attitude'), ATTITUDES),
    evaluations: tabulate(ofKind('evaluation'), EVALUATIONS),
    classes: new Map(
      ofKind('predicate', 'concept').map(({ kind, name, words, contraries }) => [
        name,
        { words, contraries, isPredicate: kind === 'predicate' },
      ]),
    ),
    places: new Map(ofKind('place').map(({ name, words }) => [name, words])),
    rarity,
    reliability: readReliability(ofKind('reliability')),
  };
}

/** One lexicon of several; of two entries with the same name the later one counts. */
export function mergeStanceLexicons(lexicons: readonly StanceLexicon[]): StanceLexicon {
  return {
    attitudes: new Map(lexicons.flatMap(({ attitudes }) => [...attitudes])),
    evaluations: new Map(lexicons.flatMap(({ evaluations }) => [...evaluations])),
    classes: new Map(lexicons.flatMap(({ classes }) => [...classes])),
    places: new Map(lexicons.flatMap(({ places }) => [...places])),
    rarity: new Map(lexicons.flatMap(({ rarity }) => [...rarity])),
    reliability: new Map(lexicons.flatMap(({ reliability }) => [...reliability])),
  };
}
