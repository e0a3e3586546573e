import { familyKeys } from './gazetteer.ts';
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

/** Rows `qid, label, aliases, prominence, roles, keys` (roles `class@country@from@to;…`) of the persons with Latin-script names. */
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
    .sort((left, right) => compare(left.person.qid, right.person.qid))
    .map(({ person, names, terms }) => [
      person.qid,
      names[0] ?? '',
      names.slice(1).join('|'),
      String(Math.max(0.05, ...terms.map((term) => prominenceOf(term.roleClass)))),
      terms.map((term) => `${term.roleClass}@${term.country}@${term.from}@${term.to}`).join(';'),
      familyKeys(names).join(' '),
    ]);
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
      compare(left.roleClass + left.country, right.roleClass + right.country) || compare(left.from, right.from),
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
