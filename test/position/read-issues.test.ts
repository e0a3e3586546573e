import { readFileSync } from 'node:fs';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { readIssues } from '../../src/position/read-issues.ts';

const PREFIXES = `
  PREFIX dip: <https://w3id.org/demarche/ontology#>
  PREFIX i: <https://w3id.org/demarche/issue/>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
`;

function read(turtle: string): ReturnType<typeof readIssues> {
  return readIssues(new Parser().parse(PREFIXES + turtle), 'mine.ttl');
}

describe('readIssues', () => {
  it('reads an issue of a label and a proposition', () => {
    expect(
      read('i:x a dip:Issue; skos:prefLabel "Bases"; dip:proposition "Japan hosts American bases".'),
    ).toEqual([
      {
        id: 'x',
        iri: 'https://w3id.org/demarche/issue/x',
        label: 'Bases',
        proposition: 'Japan hosts American bases',
        alternatives: [],
        kind: 'policy',
        patterns: [],
        blockers: [],
      },
    ]);
  });

  it('reads patterns, blockers, kind and relations', () => {
    const [issue] = read(`
      i:x a dip:Issue; skos:prefLabel "X"; dip:proposition "P"; dip:issueKind dip:Fact; dip:blocker "spending|GDP";
        skos:broader i:y; skos:exactMatch <http://www.wikidata.org/entity/Q7184>; dip:alternative "Q"; dip:pattern i:p.
      i:p dip:all "nato|alliance, member|(open to)"; dip:window 6; dip:direction dip:Con.`);
    expect(issue).toMatchObject({
      kind: 'fact',
      blockers: ['spending', 'gdp'],
      broader: 'y',
      exactMatch: 'Q7184',
      alternatives: ['Q'],
      patterns: [
        {
          all: [
            ['nato', 'alliance'],
            ['member', 'open to'],
          ],
          window: 6,
          direction: 'con',
        },
      ],
    });
  });

  it.each([
    ['i:x a dip:Issue; dip:proposition "P".', 'mine.ttl: issue x: has no skos:prefLabel'],
    ['i:x a dip:Issue; skos:prefLabel "X".', 'mine.ttl: issue x: has no dip:proposition'],
    [
      'i:x skos:prefLabel "X"; dip:proposition "P"; dip:issueKind dip:Opinion.',
      'mine.ttl: issue x: unknown dip:issueKind Opinion',
    ],
    [
      'i:x skos:prefLabel "X"; dip:proposition "P"; dip:pattern i:p. i:p dip:window 3.',
      'mine.ttl: issue x: a pattern needs dip:all',
    ],
    [
      'i:x skos:prefLabel "X"; dip:proposition "P"; dip:pattern i:p. i:p dip:all "a"; dip:window 0.',
      'dip:window "0"',
    ],
    [
      'i:x skos:prefLabel "X"; dip:proposition "P"; dip:pattern i:p. i:p dip:all "a"; dip:direction dip:Up.',
      'unknown dip:direction Up',
    ],
    [
      'i:x skos:prefLabel "X"; dip:proposition "P". <urn:a/x> skos:prefLabel "X"; dip:proposition "P".',
      'issue x: is there twice',
    ],
  ])('refuses %s', (turtle, message) => {
    expect(() => read(turtle)).toThrow(message);
  });

  it('reads every issue file that is shipped', () => {
    const file = 'data/issues/ukraine-war.ttl';
    const issues = readIssues(new Parser().parse(readFileSync(file, 'utf8')), file);
    const ids = new Set(issues.map(({ id }) => id));
    expect(issues.length).toBeGreaterThanOrEqual(12);
    expect(issues.filter(({ broader }) => broader !== undefined && !ids.has(broader))).toEqual([]);
  });
});
