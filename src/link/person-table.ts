import type { PersonRecord, Term } from './gazetteer.ts';
import { skeletonOf } from './name-key.ts';
import { partsOf } from './name-similarity.ts';
import { remember } from './remember.ts';
import { splitCell } from './table-lines.ts';

/**
 * The persons of the gazetteer by the skeleton of the family name. Rows are read when they are first asked for:
 * 29,000 would cost most of the start.
 */
export interface PersonTable {
  /** The persons whose key is the wanted skeleton or near it, in the order of the table. */
  readonly personsNear: (skeleton: string) => readonly PersonRecord[];
}

/** The rows of one first letter, by key. */
type Section = ReadonlyMap<string, readonly string[]>;

/** Indexes `persons.tsv`. */
export function readPersonTable(table: string): PersonTable {
  const starts = new Map<number, number[]>();
  for (let start = 0; start < table.length;) {
    const letter = table.charCodeAt(start);
    const known = starts.get(letter);
    if (known === undefined) starts.set(letter, [start]);
    else known.push(start);
    const end = table.indexOf('\n', start);
    start = end < 0 ? table.length : end + 1;
  }
  const sectionOf = remember((letter) => readSection(table, starts.get(letter.charCodeAt(0)) ?? []));
  const personsOf = remember((key) => (sectionOf(key.slice(0, 1)).get(key) ?? []).map(readPerson));
  const personsNear = remember((skeleton) =>
    skeleton === ''
      ? []
      : [...sectionOf(skeleton.slice(0, 1)).keys()].filter((key) => isNear(skeleton, key)).flatMap(personsOf),
  );
  return { personsNear };
}

function readSection(table: string, starts: readonly number[]): Section {
  const section = new Map<string, string[]>();
  for (const start of starts) {
    const end = table.indexOf('\n', start);
    const line = table.slice(start, end < 0 ? table.length : end);
    const tab = line.indexOf('\t');
    if (tab < 0 || line.startsWith('#')) continue;
    const key = line.slice(0, tab);
    const rows = section.get(key);
    if (rows === undefined) section.set(key, [line]);
    else rows.push(line);
  }
  return section;
}

function readPerson(line: string): PersonRecord {
  const [, qid = '', label = '', aliases, prominence, roles] = line.split('\t');
  return {
    qid,
    label,
    names: [label, ...splitCell(aliases)],
    prominence: Number(prominence),
    terms: readTerms(roles ?? ''),
    organisations: [],
  };
}

/** Offices written `class@country@from@to;…`. */
function readTerms(cell: string): Term[] {
  return cell === ''
    ? []
    : cell.split(';').map((term) => {
        const [roleClass = '', country = '', from = '', to = ''] = term.split('@');
        return { roleClass, country, from, to };
      });
}

/**
 * The skeletons of the family name under which a person is found: of the last word, whole and behind a hyphen, and for
 * the widely known of the words between (“Abiy Ahmed Ali”, “Andrés Manuel López Obrador”).
 */
export function familyKeys(names: readonly string[], isWidelyKnown = false): string[] {
  const keys = names.flatMap((name) => {
    const words = name.split(/\s+/);
    const { last } = partsOf(name);
    const inner = isWidelyKnown ? words.slice(1, -1).filter((word) => word.length > 3) : [];
    return [last, last.split('-').at(-1) ?? '', ...inner].map(skeletonOf);
  });
  return [...new Set(keys.filter((key) => key !== ''))];
}

function isNear(key: string, other: string): boolean {
  if (key === other) return true;
  if (Math.abs(key.length - other.length) > 2) return false;
  if (key.length >= 2 && other.length >= 2 && (key.startsWith(other) || other.startsWith(key))) return true;
  return key.length >= 3 && other.length >= 3 && isOneEdit(key, other);
}

/** Whether one letter more, less or other makes the two the same: an edit distance of at most 1, without its table. */
function isOneEdit(left: string, right: string): boolean {
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const rest = left.slice(start);
  const other = right.slice(start);
  if (rest.length === other.length) return rest.slice(1) === other.slice(1);
  return rest.length > other.length ? rest.slice(1) === other : rest === other.slice(1);
}
