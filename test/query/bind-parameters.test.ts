import { describe, expect, it } from 'vitest';
import { bindParameters } from '../../src/query/bind-parameters.ts';
import { createNameResolver } from '../../src/query/name-resolver.ts';
import { parseQueryFile } from '../../src/query/query-file.ts';
import { storeOf } from './example-store.ts';

const store = storeOf(`
  <https://w3id.org/demarche/issue/kosovo-un-membership> a dip:Issue ; skos:prefLabel "Kosovo’s membership of the UN" .
  ex:Q30 a dip:Actor ; skos:prefLabel "United States" ; skos:altLabel "Washington", "US" ; schema:sameAs wd:Q30 .
  ex:e8 a dip:Actor ; skos:prefLabel "alliance of 57 countries" .
  ex:e7 a dip:Actor ; skos:prefLabel "George Washington" ; skos:altLabel "Washington" .
  ex:e9 a dip:Actor ; skos:prefLabel "Serbia" .
`);

function bind(type: string, value: string) {
  const query = parseQueryFile(`# param: it ${type}\nSELECT * { ?s ?p ?it }`, 'x.rq');
  const term = bindParameters(query, new Map([['it', value]]), createNameResolver(store)).get('it');
  if (term?.termType !== 'Literal') return term?.value;
  return `${term.value}^^${term.language === '' ? term.datatype.value.replace(/.*#/u, '') : term.language}`;
}

describe('the value of a parameter', () => {
  it.each([
    ['iri', 'https://example.org/x', 'https://example.org/x'],
    ['iri', '<urn:x:1>', 'urn:x:1'],
    ['iri', 'dip:rejects', 'https://w3id.org/demarche/ontology#rejects'],
    ['issue', 'kosovo-un-membership', 'https://w3id.org/demarche/issue/kosovo-un-membership'],
    ['issue', 'issue:kosovo-un-membership', 'https://w3id.org/demarche/issue/kosovo-un-membership'],
    ['issue', "kosovo's membership of the un", 'https://w3id.org/demarche/issue/kosovo-un-membership'],
    ['actor', 'United States', 'https://example.org/Q30'],
    ['actor', 'Q30', 'https://example.org/Q30'],
    ['actor', 'us', 'https://example.org/Q30'],
    ['actor', 'states', 'https://example.org/Q30'],
    ['actor', '57 countries', 'https://example.org/e8'],
    ['actor', 'https://example.org/e9', 'https://example.org/e9'],
    ['actor', 'article', 'https://w3id.org/demarche/ontology#articleVoice'],
    ['actor', 'unattributed', 'https://w3id.org/demarche/ontology#unattributed'],
    ['stance', 'rejects', 'https://w3id.org/demarche/ontology#rejects'],
    ['stance', 'conditionally-supports', 'https://w3id.org/demarche/ontology#conditionallySupports'],
    ['stance', 'dip:conditionallySupports', 'https://w3id.org/demarche/ontology#conditionallySupports'],
    ['stance', 'Conditionally supports', 'https://w3id.org/demarche/ontology#conditionallySupports'],
    ['xsd:string', 'x" } DROP ALL #', 'x" } DROP ALL #^^string'],
    ['xsd:date', '2024-02-29', '2024-02-29^^date'],
    ['xsd:integer', '-12', '-12^^integer'],
    ['xsd:decimal', '0.5', '0.5^^decimal'],
    ['xsd:boolean', 'true', 'true^^boolean'],
    ['rdf:langString', 'Waffenruhe@de-AT', 'Waffenruhe^^de-at'],
  ])('%s %j becomes %s', (type, value, expected) => {
    expect(bind(type, value)).toBe(expected);
  });

  it.each([
    ['iri', 'not an iri', 'x.rq: parameter "it": "not an iri" is not an IRI'],
    ['iri', '<https://x> . ?s ?p ?o', 'is not an IRI'],
    ['xsd:date', '2023-02-29', '"2023-02-29" is not a day as YYYY-MM-DD'],
    ['xsd:date', 'yesterday', '"yesterday" is not a day as YYYY-MM-DD'],
    ['xsd:integer', '1.5', '"1.5" is not a whole number such as 12'],
    ['xsd:decimal', '1e3', '"1e3" is not a decimal number such as 0.5'],
    ['xsd:boolean', 'yes', '"yes" is not true or false'],
    ['rdf:langString', 'colour', '"colour" is not a text and its language such as ceasefire@en'],
    [
      'actor',
      'Washington',
      /"Washington" may be 2 actors; choose one by its id:\n.*Q30 {2}United States\n.*e7 {2}George/u,
    ],
    ['actor', 'Serbien', /no actor "Serbien" in the graph; the nearest are:\n.*e9 {2}Serbia/u],
    ['actor', 'Stetes', /the nearest are:\n.*Q30 {2}United States/u],
    ['issue', 'fishing', /no issue "fishing" in the graph; it holds:\n {2}issue:kosovo-un-membership/u],
    ['stance', 'hates', /no stance "hates".*dip:rejects/su],
  ])('%s %j is refused', (type, value, message) => {
    expect(() => bind(type, value)).toThrow(message);
  });
});

describe('the parameters of a query', () => {
  const query = parseQueryFile(
    '# param: issue issue what it is about\n# param: from xsd:date optional\n# param: n xsd:integer default=3\nSELECT * { ?issue ?from ?n }',
    'x.rq',
  );
  const resolve = createNameResolver(store);

  it('leaves an optional one unbound and takes a default', () => {
    const bound = bindParameters(query, new Map([['issue', 'kosovo-un-membership']]), resolve);
    expect([...bound.keys()]).toEqual(['issue', 'n']);
  });

  it('says which one is missing', () => {
    expect(() => bindParameters(query, new Map(), resolve)).toThrow(
      'x.rq: parameter "issue" is missing (issue: what it is about); give it as --param issue=…',
    );
  });

  it('lists what is allowed where one is unknown', () => {
    expect(() => bindParameters(query, new Map([['isue', 'x']]), resolve)).toThrow(
      'x.rq: unknown parameter "isue"; the query has issue, from and n; did you mean "issue"?',
    );
  });
});
