import type { EntityType } from '../model/mention.ts';
import { readPersonTable } from './person-table.ts';
import type { PersonTable } from './person-table.ts';
import { readRows, splitCell } from './table-lines.ts';
import { readOrganisationTable, readPlaceTable, straighten } from './thing-table.ts';

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
  /** States: adjectives and words for the people. */
  readonly demonyms?: readonly string[];
  /** A federal state, a province. */
  readonly isRegion?: boolean;
  /** A ministry, parliament or army: what it says, its state says. */
  readonly isStateBody?: boolean;
}

/** How a surface form refers to a thing; `shared` is a name that bodies of other states bear too: “Congress”. */
export interface ThingName {
  readonly thing: ThingRecord;
  readonly form: 'name' | 'adjective' | 'people' | 'seat' | 'shared';
}

/** The offline registers, indexed by name. */
export interface Gazetteer {
  readonly persons: PersonTable;
  readonly states: ReadonlyMap<string, ThingRecord>;
  /** The state, organisation or outlet that a surface form as written refers to. */
  readonly thingNamed: (name: string) => ThingName | undefined;
  /** The first word of the names of things and of the words of office, with the number of words of the longest. */
  readonly firstWords: ReadonlyMap<string, number>;
  readonly seatsOfOrganisations: ReadonlyMap<string, ThingRecord>;
  readonly placesNamed: (name: string) => readonly ThingRecord[];
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
  const stateNames = new Map<string, ThingName>();
  for (const row of readRows(contents.states)) addState(row, states, stateNames);
  const organisations = readOrganisationTable(contents.organisations);
  const offices = new Map(
    readRows(contents.offices).map(([words = '', roleClass = '', scope]) => [
      words,
      { roleClass, speaksForState: scope === 'state' },
    ]),
  );
  return {
    persons: readPersonTable(contents.persons),
    states,
    thingNamed: (name) => stateNames.get(name) ?? organisations.organisationNamed(name),
    firstWords: readFirstWords([stateNames.keys(), organisations.names, offices.keys()]),
    seatsOfOrganisations: organisations.seats,
    placesNamed: readPlaceTable(contents.places),
    offices,
    genders: new Map(
      readRows(contents.givenNames).flatMap(([gender, names = '']) =>
        names.split(' ').map((name) => [name, gender === 'f' ? 'f' : 'm'] as const),
      ),
    ),
  };
}

function addState(
  [qid = '', code = '', label = '', others, adjectives, people, seats]: readonly string[],
  states: Map<string, ThingRecord>,
  stateNames: Map<string, ThingName>,
): void {
  const names = [label, ...splitCell(others)];
  const thing: ThingRecord = {
    key: code,
    ...(qid === '' ? {} : { qid }),
    label,
    names,
    type: 'state',
    country: code,
    population: 0,
    demonyms: [...splitCell(adjectives), ...splitCell(people)],
  };
  states.set(code, thing);
  const add = (surfaces: readonly string[], form: ThingName['form']): void => {
    for (const surface of surfaces) {
      const key = straighten(surface);
      if (!stateNames.has(key)) stateNames.set(key, { thing, form });
    }
  };
  add(names, 'name');
  add(splitCell(seats), 'seat');
  add(splitCell(adjectives), 'adjective');
  add(splitCell(people), 'people');
}

/** Words of office are found in any case, so each first word stands here in lower case. */
function readFirstWords(lists: readonly Iterable<string>[]): ReadonlyMap<string, number> {
  const lengths = new Map<string, number>();
  for (const list of lists) {
    for (const name of list) {
      const end = name.indexOf(' ');
      const first = (end < 0 ? name : name.slice(0, end)).toLowerCase();
      let words = 1;
      for (let at = end; at >= 0; at = name.indexOf(' ', at + 1)) words += 1;
      if ((lengths.get(first) ?? 0) < words) lengths.set(first, words);
    }
  }
  return lengths;
}
