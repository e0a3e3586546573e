import { describe, expect, it } from 'vitest';
import { buildGazetteer } from '../../src/link/build-gazetteer.ts';
import { parseGazetteer } from '../../src/link/gazetteer.ts';
import type { Term } from '../../src/link/gazetteer.ts';
import { classifyPosition } from '../../src/link/position-class.ts';
import { isHeldOn } from '../../src/link/score-person.ts';

function lines(...records: readonly object[]): string {
  return records.map((record) => JSON.stringify(record)).join('\n');
}

const SOURCES = {
  persons: lines(
    {
      qid: 'Q3',
      name: 'Ada Obi',
      alt: [],
      src: ['world'],
      pos: [['Minister of Foreign Affairs of Norland', '2011-02-01', '']],
    },
    {
      qid: 'Q1',
      name: 'Ян Новак',
      alt: ['Jan Novak'],
      src: ['us-cabinet'],
      pos: [
        ['President', '2001-01-20', ''],
        ['President', '2003', '2005-01-20'],
      ],
    },
    {
      qid: 'Q2',
      name: 'Old Timer',
      alt: [],
      src: ['us-cabinet'],
      pos: [['President', '1861', '1865-04-15']],
    },
  ),
  states: lines(
    { qid: 'Q10', name: 'Norland', iso2: 'NO' },
    { qid: 'Q11', name: 'United States', iso2: 'US' },
  ),
  territories: lines({ qid: 'Q12', name: 'North Norland', code: 'no-01', strong: [] }),
  places: lines({ qid: 'Q13', name: 'Norburg', alt: ['Норбург'], country: 'Norland', pop: 500_000 }),
  organisations: lines({
    qid: 'Q14',
    name: 'League of Northern Towns',
    alt: [],
    types: ['nonprofit'],
    country: 'NO',
  }),
  stateNames:
    '# comment\nNO\tNorland\t\tNorlandic\tNorlanders\tNorburg\nUS\tUnited States\tUS\tAmerican\tAmericans\tWashington\n',
  organisationNames: 'League of Northern Towns\tLNT\torganisation\t\t\nUnknown Body\tUB\torganisation\t\t\n',
};

describe('buildGazetteer', () => {
  const files = buildGazetteer(SOURCES);

  it('writes the same bytes for the same sources', () => {
    expect(buildGazetteer(SOURCES)).toEqual(files);
  });

  it('keeps persons with a Latin-script name, their offices merged, and leaves history out', () => {
    const rows = files.persons.split('\n').filter((row) => row !== '' && !row.startsWith('#'));
    expect(rows.map((row) => row.split('\t').slice(1))).toEqual([
      ['Q3', 'Ada Obi', '', '0.8', 'foreign-minister@NO@2011-02-01@'],
      ['Q1', 'Jan Novak', '', '1', 'president@US@2001-01-20@2005-01-20'],
    ]);
  });

  it('gives organisations the QID that a source confirms, and no other', () => {
    expect(files.organisations).toContain('Q14\tLeague of Northern Towns\tLNT');
    expect(files.organisations).toContain('\n\tUnknown Body\tUB');
  });

  it('reads back what it wrote', () => {
    const gazetteer = parseGazetteer({ ...files, offices: '', givenNames: '' });
    expect(gazetteer.states.get('NO')).toMatchObject({ qid: 'Q10', label: 'Norland' });
    expect(gazetteer.thingNamed('Norlandic')).toMatchObject({ form: 'adjective', thing: { key: 'NO' } });
    expect(['ab', 'nfk'].flatMap(gazetteer.persons.personsNear).map((person) => person.qid)).toEqual([
      'Q3',
      'Q1',
    ]);
    expect(gazetteer.placesNamed('Norburg')).toMatchObject([{ qid: 'Q13', country: 'NO' }]);
  });
});

describe('classifyPosition', () => {
  it.each([
    ['President', 'president'],
    ['President of the French Republic', 'president'],
    ['President of the International Court of Justice', 'other'],
    ['Vice President', 'vice-president'],
    ['Prime Minister of India', 'head-of-government'],
    ['Deputy Prime Minister', 'deputy-head-of-government'],
    ['Secretary of State', 'foreign-minister'],
    ['Secretary of State for Justice', 'justice-minister'],
    ['Minister of Europe and Foreign Affairs', 'foreign-minister'],
    ['Egyptian Minister of Foreign Affairs', 'foreign-minister'],
    ['Minister of the Armed Forces', 'defence-minister'],
    ['Permanent Representative to the United Nations', 'un-ambassador'],
    ['ambassador to Germany', 'ambassador'],
    ['member of the State Senate of Alaska', 'regional-legislator'],
    ['Knesset member', 'legislator'],
  ])('puts “%s” into %s', (title, roleClass) => {
    expect(classifyPosition(title)).toBe(roleClass);
  });
});

function term(from: string, to: string): Term {
  return { roleClass: 'president', country: 'US', from, to };
}

describe('isHeldOn', () => {
  it.each([
    [term('2017-01-20', '2021-01-20'), '2019-05-05', true],
    [term('2017-01-20', '2021-01-20'), '2021-01-21', false],
    [term('2017-01-20', '2021-01-20'), '2017-01-19', false],
    [term('2018', ''), '2018-01-03', true],
    [term('2018', ''), '2022-01-03', true],
    [term('2018', ''), '2025-01-03', false],
    [term('2018', '9999-12-31'), '2025-01-03', true],
  ])('%o on %s: %s', (held, date, expected) => {
    expect(isHeldOn(held, date)).toBe(expected);
  });
});
