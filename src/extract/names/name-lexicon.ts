import type { EntityType } from '../../model/mention.ts';
import type { NameRecogniser } from './name-recogniser.ts';
import { makePhraseTable } from './phrase-table.ts';
import type { PhraseTable } from './phrase-table.ts';

/**
 * How a name that the lists know refers: by itself, as an adjective, as a people, as a city
 * where a government sits, or as a building that stands for one.
 */
export interface KnownName {
  readonly type: EntityType;
  readonly form: 'name' | 'adjective' | 'people' | 'seat' | 'building';
}

/** What a word of office shows: its class, and whether its holder speaks for a state or for himself. */
export interface OfficeWord {
  readonly roleClass: string;
  readonly speaksFor: 'state' | 'person';
}

/** The classes of `name-words.tsv`. */
export type NameWordClass =
  | 'honorific'
  | 'qualifier'
  | 'organisation'
  | 'place'
  | 'thing'
  | 'calendar'
  | 'particle'
  | 'quantifier'
  | 'common'
  | 'movement'
  | 'surname';

/** All that the recogniser knows of names and of words for actors. */
export interface NameLexicon {
  readonly known: PhraseTable<KnownName>;
  readonly offices: PhraseTable<OfficeWord>;
  /** Words of bodies: a state's own government, or a body of the state named beside it. */
  readonly institutions: PhraseTable<'government' | 'body'>;
  readonly groupNouns: ReadonlyMap<string, string>;
  /** Literal translations of names: “the island”. */
  readonly aliases: PhraseTable<EntityType>;
  /** Given names. */
  readonly givenNames: ReadonlySet<string>;
  /** Full names of persons. */
  readonly persons: ReadonlySet<string>;
  /** Surnames known everywhere: heads of state and government, foreign ministers. */
  readonly surnames: ReadonlySet<string>;
  readonly words: Readonly<Record<NameWordClass, ReadonlySet<string>>>;
  /** Tells what a name is that no list knows; without it the rules decide alone. */
  readonly recogniser?: NameRecogniser;
}

/** The contents of the files of `data/lexicon` and `data/gazetteer` that the lexicon is made of. */
export interface NameLexiconFiles {
  readonly states: string;
  readonly organisations: string;
  readonly places: string;
  readonly personNames: string;
  readonly offices: string;
  readonly groupNouns: string;
  readonly institutionNouns: string;
  readonly givenNames: string;
  readonly nameWords: string;
  readonly aliases: string;
}

/** Cities this large, and regions, are names without further evidence; smaller ones share too many words. */
const SMALLEST_CITY = 100_000;

/** Reads the name lists. */
export function parseNameLexicon(files: NameLexiconFiles): NameLexicon {
  const people = readPersons(files.personNames, files.givenNames);
  return {
    known: makePhraseTable(knownNames(files), 'exact'),
    offices: makePhraseTable(
      rows(files.offices).map(
        ([words = '', roleClass = '', scope]) =>
          [words, { roleClass, speaksFor: scope === 'state' ? 'state' : 'person' }] as const,
      ),
      'folded',
    ),
    institutions: makePhraseTable(
      rows(files.institutionNouns).map(
        ([words = '', kind]) => [words, kind === 'government' ? 'government' : 'body'] as const,
      ),
      'folded',
    ),
    groupNouns: new Map(rows(files.groupNouns).map(([noun = '', kind = '']) => [noun, kind])),
    aliases: makePhraseTable(
      rows(files.aliases).map(
        ([words = '', , type]) => [words, type === 'outlet' ? 'outlet' : 'organisation'] as const,
      ),
      'folded',
    ),
    ...people,
    words: readWords(files.nameWords),
  };
}

function rows(text: string): string[][] {
  const found: string[][] = [];
  for (let start = 0; start < text.length;) {
    const newline = text.indexOf('\n', start);
    const end = newline < 0 ? text.length : newline;
    if (end > start && !text.startsWith('#', start)) found.push(text.slice(start, end).trimEnd().split('\t'));
    start = end + 1;
  }
  return found;
}

function cells(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

/** What the lists tell of a name, one value for all names of a kind. */
const KNOWN = {
  state: { type: 'state', form: 'name' },
  capital: { type: 'state', form: 'seat' },
  building: { type: 'state', form: 'building' },
  adjective: { type: 'state', form: 'adjective' },
  people: { type: 'state', form: 'people' },
  organisation: { type: 'organisation', form: 'name' },
  outlet: { type: 'outlet', form: 'name' },
  other: { type: 'other', form: 'name' },
  seat: { type: 'organisation', form: 'seat' },
  place: { type: 'place', form: 'name' },
} as const satisfies Record<string, KnownName>;

function knownNames(files: NameLexiconFiles): (readonly [string, KnownName])[] {
  const known: (readonly [string, KnownName])[] = [];
  const add = (value: KnownName, names: readonly string[]): void => {
    for (const name of names) known.push([name, value]);
  };
  const stateRows = rows(files.states);
  const placeRows = rows(files.places);
  const cities = findCities(placeRows, new Set(stateRows.flatMap((row) => seatNames(row[6]))));
  for (const [, code = '', name = '', others, adjectives, people, seats] of stateRows) {
    add(KNOWN.state, [name, ...cells(others)]);
    const capital = code === '' ? '' : name;
    for (const seat of cells(seats)) {
      const isCity = seatNames(seat).some((one) => cities.has(one)) || seat === capital;
      add(isCity ? KNOWN.capital : KNOWN.building, [seat]);
    }
    add(KNOWN.adjective, cells(adjectives));
    add(KNOWN.people, cells(people));
  }
  for (const [, name = '', others, type = '', , seats, , origin] of rows(files.organisations)) {
    const value = type === 'outlet' ? KNOWN.outlet : type === 'other' ? KNOWN.other : KNOWN.organisation;
    add(value, [name, ...cells(others)]);
    if (origin === 'own') add(KNOWN.seat, cells(seats));
  }
  for (const [, name = '', others, , population] of placeRows) {
    if (Number(population) < SMALLEST_CITY) continue;
    add(KNOWN.place, [name, ...cells(others).filter((one) => one.length > 4)]);
  }
  return known;
}

/** Seats of government and what stands before their comma: “Washington, D.C.”. */
function seatNames(seats: string | undefined): string[] {
  return cells(seats).flatMap((seat) => [seat, seat.split(',')[0] ?? '']);
}

/** Which of the wanted names are cities. */
function findCities(
  placeRows: readonly (readonly string[])[],
  wanted: ReadonlySet<string>,
): ReadonlySet<string> {
  const cities = new Set<string>();
  for (const [, name = '', others] of placeRows) {
    if (wanted.has(name)) cities.add(name);
    for (const one of cells(others)) if (wanted.has(one)) cities.add(one);
  }
  return cities;
}

function readPersons(
  nameTable: string,
  givenNameTable: string,
): Pick<NameLexicon, 'givenNames' | 'persons' | 'surnames'> {
  const persons = new Set<string>();
  const surnames = new Set<string>();
  const givenNames = new Set(rows(givenNameTable).flatMap(([, names = '']) => names.split(' ')));
  const sets: Readonly<Record<string, Set<string>>> = { given: givenNames, surname: surnames, full: persons };
  for (const [kind = '', name = ''] of rows(nameTable)) sets[kind]?.add(name);
  return { givenNames, persons, surnames };
}

function readWords(table: string): Record<NameWordClass, ReadonlySet<string>> {
  const classes = new Map(
    rows(table).map(([name = '', words = '']) => [name, new Set(words.split(' '))] as const),
  );
  const wordsOf = (name: NameWordClass): ReadonlySet<string> => classes.get(name) ?? new Set();
  return {
    honorific: wordsOf('honorific'),
    qualifier: wordsOf('qualifier'),
    organisation: wordsOf('organisation'),
    place: wordsOf('place'),
    thing: wordsOf('thing'),
    calendar: wordsOf('calendar'),
    particle: wordsOf('particle'),
    quantifier: wordsOf('quantifier'),
    common: wordsOf('common'),
    movement: wordsOf('movement'),
    surname: wordsOf('surname'),
  };
}
