import { describe, expect, it } from 'vitest';
import { findUnknownTerms } from '../../src/query/unknown-terms.ts';

const messagesOf = (text: string): readonly string[] => findUnknownTerms(text).map(({ message }) => message);

describe('a misspelt term of the ontology', () => {
  it.each([
    ['SELECT ?c { ?c dip:holdr ?h }', 'dip:holdr is not a term of the ontology; did you mean dip:holder?'],
    ['SELECT ?c { ?c a dip:Clam }', 'dip:Clam is not a term of the ontology; did you mean dip:Claim?'],
    ['SELECT ?c { ?c <https://w3id.org/demarche/ontology#stanse> ?s }', 'did you mean dip:stance?'],
    ['ASK { ?x skos:prefLabl ?y }', 'skos:prefLabl is not a term of SKOS; did you mean skos:prefLabel?'],
    ['ASK { ?x dip:qqqqqqqqqqqq ?y }', 'dip:qqqqqqqqqqqq is not a term of the ontology'],
  ])('is told with the nearest one: %s', (query, message) => {
    expect(messagesOf(query)).toEqual([expect.stringContaining(message)]);
  });

  it.each([
    'SELECT ?c { ?c dip:holder ?h ; dip:stance dip:rejects ; skos:prefLabel ?l }',
    'SELECT ?c { ?c ?p "dip:holdr" ; ?q """dip:holdr""" } # dip:holdr',
    'PREFIX dip: <https://a.example/> SELECT ?c { ?c dip:holdr ?h }',
    'SELECT ?dip { ?dip ex:dip:holdr ?h }',
    'PREFIX dip: <https://w3id.org/demarche/ontology#> ASK { ?s ?p ?o }',
  ])('is not seen where there is none: %s', (query) => {
    expect(messagesOf(query)).toEqual([]);
  });

  it('is told once, with its first line', () => {
    expect(findUnknownTerms('ASK {\n ?x dip:holdr ?y .\n ?z dip:holdr ?y }')).toEqual([
      { line: 2, message: expect.stringContaining('dip:holdr') },
    ]);
  });
});
