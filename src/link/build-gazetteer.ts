import { buildNameRows, buildPersonRows } from './build-persons.ts';
import { foldName } from './name-key.ts';
import { readPersons, readThings } from './source-records.ts';
import type { SourceThing } from './source-records.ts';
import { REGION } from './thing-table.ts';
import { readRows, splitCell } from './table-lines.ts';

/** The contents of the open registers (JSONL) and of the project's own lists (TSV) that the gazetteer is made of. */
export interface GazetteerSources {
  readonly persons: string;
  readonly states: string;
  readonly territories: string;
  readonly places: string;
  readonly organisations: string;
  /** `data/lexicon/states.tsv`. */
  readonly stateNames: string;
  /** `data/lexicon/organisations.tsv`. */
  readonly organisationNames: string;
}

/** The contents of the files of `data/gazetteer`, by name. */
export interface GazetteerFiles {
  readonly persons: string;
  readonly 'person-names': string;
  readonly states: string;
  readonly organisations: string;
  readonly places: string;
}

/** Compiles the offline gazetteer. The same sources give the same bytes. */
export function buildGazetteer(sources: GazetteerSources): GazetteerFiles {
  const stateRows = readRows(sources.stateNames);
  const territories = readThings(sources.territories);
  const states = buildStates(stateRows, readThings(sources.states), territories);
  const persons = buildPersonRows(readPersons(sources.persons), countryFinder(stateRows));
  return {
    persons: table(
      'key of the family name, qid, label, aliases, prominence, roles (class@country@from@to)',
      persons,
    ),
    'person-names': table('class (given, surname, full), name', buildNameRows(persons)),
    states: table('qid, ISO code, name, other names, adjectives, people, seats', states),
    organisations: table(
      'qid, name, other names, type, country, seats, names that others bear too, origin (own, register)',
      buildOrganisations(
        readRows(sources.organisationNames),
        readThings(sources.organisations),
        territories.filter((territory) => ['European Union', 'United Nations'].includes(territory.name)),
      ),
    ),
    places: table('qid, name, other names, country, population (or: region)', [
      ...buildPlaces(stateRows, readThings(sources.places), territories),
    ]),
  };
}

function table(columns: string, rows: readonly (readonly string[])[]): string {
  const header = `# Made by scripts/build-gazetteer.ts; sources and licences: data/README.md. Columns: ${columns}.\n`;
  return header + rows.map((row) => row.join('\t')).join('\n') + '\n';
}

function buildStates(
  rows: readonly string[][],
  states: readonly SourceThing[],
  territories: readonly SourceThing[],
): string[][] {
  const qids = new Map<string, string>();
  for (const thing of [...territories, ...states])
    if (thing.code.length === 2) qids.set(thing.code, thing.qid);
  return rows.map(([code = '', name = '', ...rest]) => [
    qids.get(code) ?? '',
    code,
    name,
    rest[0] ?? '',
    rest[1] ?? '',
    rest[2] ?? '',
    rest[3] ?? '',
  ]);
}

/** Names that many bodies share (“Ministry of Foreign Affairs”) tell nobody apart. */
const GENERIC_NAME =
  /^(ministry|department|office|national|federal|state|institute|centre|center|agency|ministère|ministerio)\b/i;

function buildOrganisations(
  own: readonly string[][],
  register: readonly SourceThing[],
  unions: readonly SourceThing[],
): string[][] {
  const byName = new Map<string, SourceThing>();
  for (const thing of [...unions, ...register])
    for (const name of [thing.name, ...thing.alt].filter(
      (name) => name.length > 5 || /^[A-Z]{5,}$/.test(name),
    ))
      if (!byName.has(foldName(name))) byName.set(foldName(name), thing);
  const taken = new Set<string>();
  const rows = own.map(
    ([
      name = '',
      others = '',
      type = '',
      country = '',
      listed = '',
      seats = '',
      confirmed = '',
      shared = '',
    ]) => {
      const found = byName.get(foldName(listed || name));
      const qid = confirmed || (type !== 'other' && found !== undefined ? found.qid : '');
      taken.add(qid);
      return [qid, name, others, type, country, seats, shared, 'own'];
    },
  );
  const rest = register
    .filter((thing) => !taken.has(thing.qid) && isTellingName(thing.name) && !/\(.*\)/.test(thing.name))
    .sort((left, right) => (left.qid < right.qid ? -1 : 1))
    .map((thing) => {
      const others = thing.alt.filter((name) => isTellingName(name) && !name.includes('|'));
      return [thing.qid, thing.name, others.join('|'), 'organisation', thing.country, '', '', 'register'];
    });
  return [...rows, ...rest];
}

function isTellingName(name: string): boolean {
  return (
    /^[\p{Script=Latin} .'’&,-]+$/u.test(name) && name.split(' ').length >= 3 && !GENERIC_NAME.test(name)
  );
}

function* buildPlaces(
  stateRows: readonly string[][],
  cities: readonly SourceThing[],
  territories: readonly SourceThing[],
): Generator<string[]> {
  const codes = new Map<string, string>();
  for (const [code = '', name = '', others] of stateRows)
    for (const one of [name, ...splitCell(others)]) codes.set(foldName(one), code);
  const stateCodes = new Set(stateRows.map(([code]) => code));
  const seats = new Set(stateRows.flatMap((row) => splitCell(row[5])));
  for (const city of cities)
    yield [
      city.qid,
      city.name,
      [...latinOthers(city), ...seatOf(city, seats)].join('|'),
      codes.get(foldName(city.country)) ?? '',
      String(city.population),
    ];
  for (const territory of territories) {
    const isState = stateCodes.has(territory.code);
    if (
      isState ||
      !territory.code.includes('-') ||
      territory.code.startsWith('X') ||
      /occupied/i.test(territory.name)
    )
      continue;
    const name = territory.name.replace(/\s*\([^)]*\)/, '');
    yield [territory.qid, name, latinOthers(territory).join('|'), territory.code.slice(0, 2), REGION];
  }
}

/** “Washington, D.C.” is “Washington” as well. */
function seatOf(city: SourceThing, seats: ReadonlySet<string>): string[] {
  const [short = '', ...rest] = city.name.split(',');
  return rest.length > 0 && seats.has(short) ? [short] : [];
}

function latinOthers(thing: SourceThing): string[] {
  const names = thing.alt.filter((name) => name !== thing.name && /^[\p{Script=Latin} .'’-]+$/u.test(name));
  return [...new Set(names)].filter((name) => !name.includes('|'));
}

/** Finds the state that a title of office names: “Egyptian Minister of Foreign Affairs”, “President of Syria”. */
function countryFinder(stateRows: readonly string[][]): (title: string) => string {
  const codes = new Map<string, string>();
  for (const [code = '', name = '', others, adjectives] of stateRows)
    for (const one of [name, ...splitCell(others), ...splitCell(adjectives)]) codes.set(one, code);
  const names = [...codes.keys()].sort(
    (left, right) => right.length - left.length || (left < right ? -1 : 1),
  );
  const pattern = new RegExp(`(?<![\\p{L}])(${names.map(escape).join('|')})(?![\\p{L}])`, 'u');
  return (title) => codes.get(pattern.exec(title)?.[1] ?? '') ?? '';
}

function escape(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`);
}
