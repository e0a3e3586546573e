import type { EntityType } from '../../model/mention.ts';
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
  return text
    .split('\n')
    .filter((line) => line.trim() !== '' && !line.startsWith('#'))
    .map((line) => line.split('\t').map((cell) => cell.trim()));
}

function cells(cell: string | undefined): string[] {
  return cell === undefined || cell === '' ? [] : cell.split('|');
}

function* knownNames(files: NameLexiconFiles): Generator<readonly [string, KnownName]> {
  const placeRows = rows(files.places);
  const cities = new Set(placeRows.flatMap(([, name = '', others]) => [name, ...cells(others)]));
  for (const [, code = '', name = '', others, adjectives, people, seats] of rows(files.states)) {
    for (const one of [name, ...cells(others)]) yield [one, { type: 'state', form: 'name' }];
    const capital = code === '' ? '' : name;
    for (const one of cells(seats)) {
      const isCity = cities.has(one) || cities.has(one.split(',')[0] ?? '') || one === capital;
      yield [one, { type: 'state', form: isCity ? 'seat' : 'building' }];
    }
    for (const one of cells(adjectives)) yield [one, { type: 'state', form: 'adjective' }];
    for (const one of cells(people)) yield [one, { type: 'state', form: 'people' }];
  }
  for (const [, name = '', others, type = '', , seats, origin] of rows(files.organisations)) {
    const isOutlet = type === 'outlet';
    const entityType = isOutlet ? 'outlet' : type === 'other' ? 'other' : 'organisation';
    for (const one of [name, ...cells(others)]) yield [one, { type: entityType, form: 'name' }];
    if (origin === 'own') for (const one of cells(seats)) yield [one, { type: 'organisation', form: 'seat' }];
  }
  for (const [, name = '', others, , population] of placeRows) {
    if (Number(population) < SMALLEST_CITY) continue;
    yield [name, { type: 'place', form: 'name' }];
    for (const one of cells(others)) if (one.length > 4) yield [one, { type: 'place', form: 'name' }];
  }
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
