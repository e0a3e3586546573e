import { familyKeys } from './person-table.ts';
import { classifyPosition, prominenceOf } from './position-class.ts';
import type { SourcePerson } from './source-records.ts';

/** The state to which a register's untold positions belong: “President” in the US cabinet list. */
const COUNTRY_OF_SOURCE: Readonly<Record<string, string>> = {
  'us-cabinet': 'US',
  'congress-legislators': 'US',
  'china-ministers': 'CN',
  'france-cabinet': 'FR',
  'uk-cabinet': 'GB',
  'russia-cabinet': 'RU',
  'ukraine-cabinet': 'UA',
  'sweden-cabinet': 'SE',
  'turkey-ministers': 'TR',
  'belarus-ministers': 'BY',
  'poland-cabinet': 'PL',
  'israel-ministers': 'IL',
};

/** Offices that one person holds at a time: a successor ends an open term. */
const SINGLE_HOLDER = new Set([
  'president',
  'head-of-government',
  'foreign-minister',
  'defence-minister',
  'vice-president',
  'national-security-adviser',
]);

/** The registers were read in 2022 and 2023; who left office before this year is history, not news. */
const FIRST_YEAR = '1985';

interface Term {
  readonly roleClass: string;
  readonly country: string;
  readonly from: string;
  to: string;
}

interface Row {
  readonly person: SourcePerson;
  readonly names: readonly string[];
  readonly terms: Term[];
}

/** Rows `key, qid, label, aliases, prominence, roles` (roles `class@country@from@to;…`) of the persons with Latin-script names, a row for each family name. */
export function buildPersonRows(
  persons: readonly SourcePerson[],
  countryInTitle: (title: string) => string,
): string[][] {
  const rows: Row[] = [];
  for (const person of persons) {
    const names = latinNames(person);
    const terms = mergeTerms(readTerms(person, countryInTitle));
    const isHistory = terms.length > 0 && terms.every((term) => term.to !== '' && term.to < FIRST_YEAR);
    if (names.length > 0 && !isHistory) rows.push({ person, names, terms });
  }
  closeTerms(rows);
  return rows
    .flatMap(({ person, names, terms }) => {
      const prominence = Math.max(0.05, ...terms.map((term) => prominenceOf(term.roleClass)));
      const offices = terms.map((term) => `${term.roleClass}@${term.country}@${term.from}@${term.to}`);
      const allNames = [...names, ...turnedNames(names, terms)];
      const cells = [
        person.qid,
        names[0] ?? '',
        allNames.slice(1).join('|'),
        String(prominence),
        offices.join(';'),
      ];
      return familyKeys(allNames, prominence >= WIDELY_KNOWN).map((key) => [key, ...cells]);
    })
    .sort((left, right) => compare(left[0] ?? '', right[0] ?? '') || compare(left[1] ?? '', right[1] ?? ''));
}

/** Where the family name stands first: “Moon Jae-in”, “Xi Jinping”. */
const FAMILY_FIRST = new Set(['CN', 'KP', 'KR', 'TW']);

/** The names in the other order, so that the person is found by the family name alone: “President Moon”. */
function turnedNames(names: readonly string[], terms: readonly Term[]): string[] {
  const homes = terms.map(({ country }) => country).filter((country) => country !== '');
  if (homes.length === 0 || !homes.every((country) => FAMILY_FIRST.has(country))) return [];
  const turned = names.map(turnName).filter((name) => name !== '' && !names.includes(name));
  return [...new Set(turned)];
}

function turnName(name: string): string {
  const [family = '', ...given] = name.split(' ');
  return given.length > 0 && given.length <= 2 && family.length <= 5 ? [...given, family].join(' ') : '';
}

/** A person this prominent is known by full name wherever it stands. */
const WIDELY_KNOWN = 0.4;
/** A person this prominent is known by the surname alone. */
const KNOWN_EVERYWHERE = 0.8;
/** A first word that this many persons bear is a given name. */
const COMMON_NAME = 3;

/** Rows `class, name` of the names that show a person: full names and surnames of the prominent, and given names. */
export function buildNameRows(persons: readonly (readonly string[])[]): string[][] {
  const fullNames = new Set<string>();
  const surnames = new Set<string>();
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const [, qid = '', label = '', aliases = '', prominence] of persons) {
    if (seen.has(qid)) continue;
    seen.add(qid);
    for (const name of [label, ...aliases.split('|')]) {
      const words = name.split(' ');
      const [first = ''] = words;
      // “Jae-in Moon” was made so that “Moon” finds him; the article writes “Moon Jae-in”.
      if (words.length < 2 || turnName(label) === name) continue;
      counts.set(first, (counts.get(first) ?? 0) + 1);
      if (Number(prominence) >= WIDELY_KNOWN) fullNames.add(name);
      const last = words.at(-1) ?? '';
      if (Number(prominence) >= KNOWN_EVERYWHERE && last.length > 2) surnames.add(last);
    }
  }
  const given = [...counts]
    .filter(([name, count]) => count >= COMMON_NAME && name.length > 2)
    .map(([name]) => name);
  return [
    ...given.sort(compare).map((name) => ['given', name]),
    ...[...surnames].sort(compare).map((name) => ['surname', name]),
    ...[...fullNames].sort(compare).map((name) => ['full', name]),
  ];
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function latinNames(person: SourcePerson): string[] {
  const all = [person.name, person.enwiki ?? '', ...person.alt]
    .map((name) => name.replace(/\s*\([^)]*\)/, '').trim())
    .filter((name) => name !== '' && /^[\p{Script=Latin}\p{M} .'’ʼ‘`,-]+$/u.test(name));
  return [...new Set(all)];
}

function readTerms(person: SourcePerson, countryInTitle: (title: string) => string): Term[] {
  const homes = person.src.map((source) => COUNTRY_OF_SOURCE[source] ?? '').filter((code) => code !== '');
  return person.pos
    .filter(([title]) => !/Parliamentary Assembly|Pan-African|Arab Parliament/.test(title))
    .map(([title, from, to]) => {
      const abroad = /^(ambassador|permanent representative)/i.test(title);
      const told = abroad ? '' : countryInTitle(title);
      const roleClass = classifyPosition(title);
      // “President of Bashkortostan” in a list of Russian office holders presides over no state.
      const isElsewhere = roleClass === 'president' && told === '' && /\bof\b/.test(title);
      return { roleClass: isElsewhere ? 'other' : roleClass, country: told || (homes[0] ?? ''), from, to };
    });
}

function mergeTerms(terms: readonly Term[]): Term[] {
  const merged: Term[] = [];
  const sorted = [...terms].sort(
    (left, right) =>
      compare(left.roleClass + left.country, right.roleClass + right.country) ||
      compare(left.from, right.from),
  );
  for (const term of sorted) {
    const last = merged.at(-1);
    const continues =
      last !== undefined &&
      last.roleClass === term.roleClass &&
      last.country === term.country &&
      (last.to === '' || term.from.slice(0, 4) <= last.to.slice(0, 4));
    if (!continues) merged.push({ ...term });
    else if (last.to !== '' && (term.to === '' || term.to > last.to)) last.to = term.to;
    else if (last.to === '' && term.to !== '' && term.from !== '') last.to = term.to;
  }
  return merged;
}

function closeTerms(rows: readonly Row[]): void {
  const starts = new Map<string, { from: string; holder: string }[]>();
  for (const { person, terms } of rows) {
    for (const term of terms) {
      if (!SINGLE_HOLDER.has(term.roleClass) || term.country === '' || term.from.length < 4) continue;
      const key = `${term.roleClass}@${term.country}`;
      starts.set(key, [...(starts.get(key) ?? []), { from: term.from, holder: person.qid }]);
    }
  }
  for (const { person, terms } of rows) {
    for (const term of terms) {
      if (term.to !== '' || term.from === '') continue;
      const next = (starts.get(`${term.roleClass}@${term.country}`) ?? [])
        .filter((start) => start.holder !== person.qid && start.from.slice(0, 4) > term.from.slice(0, 4))
        .sort((left, right) => compare(left.from, right.from))[0];
      if (next !== undefined) term.to = next.from;
    }
  }
}
