import type { ThingName, ThingRecord } from './gazetteer.ts';
import { foldName } from './name-key.ts';
import { remember } from './remember.ts';
import { rowAt, rowStarts, splitCell } from './table-lines.ts';

/** Rows by the names in them. Only the names are read at the start: of 11,000 rows an article needs a few dozen. */
interface NameIndex {
  readonly names: Iterable<string>;
  /** Offsets of the rows that bear a name, in the order of the table. */
  readonly rowsOf: (name: string) => readonly number[];
}

/** Indexes a table whose second column is a name and whose third column lists others. */
function indexNames(table: string): NameIndex {
  const first = new Map<string, number>();
  const further = new Map<string, number[]>();
  const add = (name: string, start: number): void => {
    const known = first.get(name);
    if (known === undefined) first.set(name, start);
    else if (known !== start) {
      const others = further.get(name);
      if (others === undefined) further.set(name, [start]);
      else if (others.at(-1) !== start) others.push(start);
    }
  };
  for (const start of rowStarts(table)) {
    const label = table.indexOf('\t', start) + 1;
    const labelEnd = table.indexOf('\t', label);
    const end = table.indexOf('\t', labelEnd + 1);
    add(straighten(table.slice(label, labelEnd)), start);
    for (const name of splitCell(table.slice(labelEnd + 1, end))) add(straighten(name), start);
  }
  return {
    names: first.keys(),
    rowsOf: (name) => {
      const start = first.get(name);
      return start === undefined ? [] : [start, ...(further.get(name) ?? [])];
    },
  };
}

/** A surface form as the index of things keys it: straight apostrophes, single spaces, nothing that is not seen. */
export function straighten(surface: string): string {
  return /[’‘ʼ\u200b-\u200f\u2060\ufeff]|\s\s|[^\S ]/.test(surface)
    ? surface
        .replace(/[’‘ʼ]/g, "'")
        .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
        .replace(/\s+/g, ' ')
        .trim()
    : surface.trim();
}

/** Reads `places.tsv`: the places of a name, in the order of the table. */
export function readPlaceTable(table: string): (name: string) => readonly ThingRecord[] {
  const index = indexNames(table);
  const placeAt = new Map<number, ThingRecord>();
  return remember((name) =>
    index.rowsOf(name).map((start) => {
      const known = placeAt.get(start);
      if (known !== undefined) return known;
      const place = readPlace(rowAt(table, start));
      placeAt.set(start, place);
      return place;
    }),
  );
}

/** What stands in `places.tsv` for the population of a region: a federal state, a province. */
export const REGION = 'region';
/** What a region counts beside cities of its name. */
const REGION_POPULATION = 1_000_000;

function readPlace([qid = '', label = '', others, country = '', size]: readonly string[]): ThingRecord {
  const names = [label, ...splitCell(others)];
  const isRegion = size === REGION;
  return {
    key: `place ${qid}`,
    qid,
    label,
    names,
    type: 'place',
    country,
    population: isRegion ? REGION_POPULATION : Number(size),
    ...(isRegion ? { isRegion } : {}),
  };
}

/** The organisations of `organisations.tsv`. */
export interface OrganisationTable {
  readonly names: Iterable<string>;
  readonly organisationNamed: (name: string) => ThingName | undefined;
  /** The organisations that sit in a place, by its name: only those of the project's own list. */
  readonly seats: ReadonlyMap<string, ThingRecord>;
}

interface OrganisationEntry {
  readonly name: ThingName;
  /** Its names that bodies of other states bear too: “Congress”. */
  readonly shared: ReadonlySet<string>;
}

/** Reads `organisations.tsv`; of two organisations of one name the first counts. */
export function readOrganisationTable(table: string): OrganisationTable {
  const index = indexNames(table);
  const read = new Map<number, OrganisationEntry>();
  const organisationAt = (start: number): OrganisationEntry => {
    const known = read.get(start);
    if (known !== undefined) return known;
    const cells = rowAt(table, start);
    const entry: OrganisationEntry = {
      name: { thing: readOrganisation(cells), form: 'name' },
      shared: new Set(splitCell(cells[6])),
    };
    read.set(start, entry);
    return entry;
  };
  const seats = new Map<string, ThingRecord>();
  for (const start of rowStarts(table)) {
    const end = table.indexOf('\n', start);
    const isOwn = table.endsWith('\town', end < 0 ? table.length : end);
    const cells = isOwn ? rowAt(table, start) : [];
    for (const seat of splitCell(cells[5])) seats.set(seat, organisationAt(start).name.thing);
  }
  return {
    names: index.names,
    organisationNamed: (name) => {
      const [start] = index.rowsOf(name);
      if (start === undefined) return undefined;
      const { name: found, shared } = organisationAt(start);
      return shared.has(name) ? { ...found, form: 'shared' } : found;
    },
    seats,
  };
}

function readOrganisation([
  qid = '',
  label = '',
  others,
  type = '',
  country = '',
]: readonly string[]): ThingRecord {
  return {
    key: foldName(label),
    ...(qid === '' ? {} : { qid }),
    label,
    names: [label, ...splitCell(others)],
    type: type === 'outlet' ? 'outlet' : type === 'other' ? 'other' : 'organisation',
    country,
    population: 0,
    ...(type === 'state body' ? { isStateBody: true } : {}),
  };
}
