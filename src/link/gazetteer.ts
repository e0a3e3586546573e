import type { EntityType } from '../model/mention.ts';
import { foldName } from './name-key.ts';
import { readPersonTable } from './person-table.ts';
import type { PersonTable } from './person-table.ts';
import { readRows, splitCell } from './table-lines.ts';

/** An office held from a day to a day; empty where the register gives none. */
export interface Term {
  readonly roleClass: string;
  /** ISO code of the state; empty where the register does not tell. */
  readonly country: string;
  readonly from: string;
  readonly to: string;
}

/** A person of the gazetteer or of an entity file. */
export interface PersonRecord {
  readonly qid?: string;
  readonly iri?: string;
  readonly label: string;
  readonly names: readonly string[];
  /** 0–1: a head of state 1, a member of a regional parliament near 0. */
  readonly prominence: number;
  readonly terms: readonly Term[];
  /** Names of the organisations that the person belongs to. */
  readonly organisations: readonly string[];
}

/** A state, organisation, outlet or place. */
export interface ThingRecord {
  /** Unique in the gazetteer: an ISO code, or the folded name. */
  readonly key: string;
  readonly qid?: string;
  readonly iri?: string;
  readonly label: string;
  readonly names: readonly string[];
  readonly type: EntityType;
  /** ISO code of the state it belongs to; empty where none. */
  readonly country: string;
  readonly population: number;
}

/** How a surface form refers to a thing. */
export interface ThingName {
  readonly thing: ThingRecord;
  readonly form: 'name' | 'adjective' | 'people' | 'seat';
}

/** The offline registers, indexed by name. */
export interface Gazetteer {
  readonly persons: PersonTable;
  readonly states: ReadonlyMap<string, ThingRecord>;
  /** States, organisations and outlets by surface form as written. */
  readonly things: ReadonlyMap<string, ThingName>;
  /** The first word of the names of things and of the words of office, with the number of words of the longest. */
  readonly firstWords: ReadonlyMap<string, number>;
  readonly seatsOfOrganisations: ReadonlyMap<string, ThingRecord>;
  readonly places: ReadonlyMap<string, readonly ThingRecord[]>;
  /** Words of office (lower case) to class of role, and whether their holder speaks for a state. */
  readonly offices: ReadonlyMap<string, { readonly roleClass: string; readonly speaksForState: boolean }>;
  /** The pronoun that goes with a given name. */
  readonly genders: ReadonlyMap<string, 'm' | 'f'>;
}

/** The contents of `data/gazetteer/*.tsv`, `data/lexicon/offices.tsv` and `data/lexicon/given-names.tsv`. */
export interface GazetteerContents {
  readonly persons: string;
  readonly states: string;
  readonly organisations: string;
  readonly places: string;
  readonly offices: string;
  readonly givenNames: string;
}

/** Reads the offline gazetteer. */
export function parseGazetteer(contents: GazetteerContents): Gazetteer {
  const states = new Map<string, ThingRecord>();
  const things = new Map<string, ThingName>();
  const seatsOfOrganisations = new Map<string, ThingRecord>();
  for (const [qid = '', code = '', label = '', others, adjectives, people, seats] of readRows(
    contents.states,
  )) {
    const names = [label, ...splitCell(others)];
    const thing: ThingRecord = {
      key: code,
      ...(qid === '' ? {} : { qid }),
      label,
      names,
      type: 'state',
      country: code,
      population: 0,
    };
    states.set(code, thing);
    for (const name of names) addThing(things, name, { thing, form: 'name' });
    for (const name of splitCell(seats)) addThing(things, name, { thing, form: 'seat' });
    for (const name of splitCell(adjectives)) addThing(things, name, { thing, form: 'adjective' });
    for (const name of splitCell(people)) addThing(things, name, { thing, form: 'people' });
  }
  for (const [qid = '', label = '', others, type = '', country = '', seats, origin] of readRows(
    contents.organisations,
  )) {
    const names = [label, ...splitCell(others)];
    const thing: ThingRecord = {
      key: foldName(label),
      ...(qid === '' ? {} : { qid }),
      label,
      names,
      type: type === 'outlet' ? 'outlet' : type === 'other' ? 'other' : 'organisation',
      country,
      population: 0,
    };
    for (const name of names) addThing(things, name, { thing, form: 'name' });
    if (origin === 'own') for (const name of splitCell(seats)) seatsOfOrganisations.set(name, thing);
  }
  const offices = new Map(
    readRows(contents.offices).map(([words = '', roleClass = '', scope]) => [
      words,
      { roleClass, speaksForState: scope === 'state' },
    ]),
  );
  return {
    persons: readPersonTable(contents.persons),
    states,
    things,
    firstWords: readFirstWords([...things.keys()], offices),
    seatsOfOrganisations,
    places: readPlaces(contents.places),
    offices,
    genders: new Map(
      readRows(contents.givenNames).flatMap(([gender, names = '']) =>
        names.split(' ').map((name) => [name, gender === 'f' ? 'f' : 'm'] as const),
      ),
    ),
  };
}

/** Words of office are found in any case, so each stands here in lower case. */
function readFirstWords(
  names: readonly string[],
  offices: ReadonlyMap<string, unknown>,
): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const name of [...names, ...offices.keys()]) {
    const words = name.toLowerCase().split(' ');
    const first = words[0] ?? '';
    lengths.set(first, Math.max(lengths.get(first) ?? 0, words.length));
  }
  return lengths;
}

function addThing(things: Map<string, ThingName>, name: string, entry: ThingName): void {
  const key = straighten(name);
  if (!things.has(key)) things.set(key, entry);
}

/** A surface form as the index of things keys it: straight apostrophes, single spaces. */
export function straighten(surface: string): string {
  return /[’‘ʼ]|\s\s|[^\S ]/.test(surface)
    ? surface.replace(/[’‘ʼ]/g, "'").replace(/\s+/g, ' ').trim()
    : surface.trim();
}

function readPlaces(table: string): Map<string, ThingRecord[]> {
  const places = new Map<string, ThingRecord[]>();
  for (const [qid = '', label = '', others, country = '', population] of readRows(table)) {
    const names = [label, ...splitCell(others)];
    const place: ThingRecord = {
      key: `place ${qid}`,
      qid,
      label,
      names,
      type: 'place',
      country,
      population: Number(population),
    };
    for (const name of new Set(names.map(straighten))) push(places, name, place);
  }
  return places;
}

function push<Value>(index: Map<string, Value[]>, key: string, value: Value): void {
  const list = index.get(key);
  if (list === undefined) index.set(key, [value]);
  else list.push(value);
}
