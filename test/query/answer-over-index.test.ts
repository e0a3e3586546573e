import type { Term } from '@rdfjs/types';
import { Parser } from 'n3';
import { describe, expect, it } from 'vitest';
import { runQuery } from '../../src/query/engine.ts';
import type { QueryOptions, QueryResult } from '../../src/query/engine.ts';
import { namedNode } from '../../src/rdf/terms.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import { indexQuads } from '../../src/store/columnar/columnar-index.ts';
import { createIndexedClaimStore } from '../../src/store/indexed-claim-store.ts';

const QUADS = new Parser({ format: 'application/trig' }).parse(`
  PREFIX dip: <https://w3id.org/demarche/ontology#>
  PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
  PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
  PREFIX : <http://ex.org/>
  :g1 {
    :c1 a dip:Claim ; dip:holder :ann ; dip:stance dip:rejects ; dip:polarity -1 ;
      rdf:reifies <<( :ann dip:rejects :nato )>> .
    :ann skos:prefLabel "Ann"@en .
  }
  :g2 {
    :c2 a dip:Claim ; dip:holder :bob ; dip:stance dip:supports ; dip:polarity 1 ;
      rdf:reifies <<( :bob dip:supports :nato )>> .
    :bob skos:prefLabel "Bob"@en .
    :ann skos:prefLabel "Ann"@en .
  }`);

function showTerm(term: Term): string {
  return term.termType === 'Quad'
    ? [term.subject, term.predicate, term.object].map(showTerm).join(' ')
    : term.value;
}

async function show(result: QueryResult): Promise<readonly string[]> {
  const lines: string[] = [];
  if (result.kind === 'boolean') lines.push(String(result.value));
  if (result.kind === 'rows') {
    for await (const row of result.rows) {
      lines.push(
        result.variables.map((name) => `${name}=${showTerm(row.get(name) ?? namedNode(''))}`).join(' '),
      );
    }
  }
  if (result.kind !== 'quads') return lines.sort();
  for await (const quad of result.quads) lines.push(showTerm(quad));
  // A graph holds a triple once, however often the engine makes it.
  return [...new Set(lines)].sort();
}

function stop(): void {
  throw new Error('stopped');
}

describe('a query over an index', () => {
  it.each([
    ['a join', 'SELECT ?holder ?label { ?claim dip:holder ?holder . ?holder skos:prefLabel ?label }', {}],
    ['triple terms', 'SELECT ?claim ?holder { ?claim rdf:reifies <<( ?holder dip:rejects ?issue )>> }', {}],
    ['an aggregate', 'SELECT ?stance (COUNT(*) AS ?n) { ?claim dip:stance ?stance } GROUP BY ?stance', {}],
    ['every variable', 'SELECT * { ?claim dip:polarity ?polarity FILTER(?polarity < 0) }', {}],
    [
      'joined texts and their hashes',
      'SELECT ?x ?y { ?claim dip:holder ?holder . ?holder skos:prefLabel ?label BIND(SHA256(STR(?label)) AS ?x) BIND(CONCAT(STR(?label), "-", "é") AS ?y) }',
      {},
    ],
    ['a question', 'ASK { ?claim dip:stance dip:doubts }', {}],
    [
      'a construction',
      'CONSTRUCT { ?holder dip:stance ?stance } { ?claim dip:holder ?holder ; dip:stance ?stance }',
      {},
    ],
    [
      'a construction of triple terms and literals with a parameter',
      'CONSTRUCT { ?claim dip:holder ?holder ; dip:said "x"@en, 1, <<( ?holder dip:rejects ?claim )>> } { ?claim dip:holder ?holder }',
      { bindings: new Map([['holder', namedNode('http://ex.org/bob')]]) },
    ],
    [
      'a construction with a parameter that no pattern names',
      'CONSTRUCT { ?claim dip:holder ?holder } { ?claim a dip:Claim }',
      { bindings: new Map([['holder', namedNode('http://ex.org/bob')]]) },
    ],
    [
      'a construction that repeats itself and lacks values',
      'CONSTRUCT { ?graph a dip:Graph . ?nothing a ?graph } { GRAPH ?graph { ?s ?p ?o } }',
      {},
    ],
    [
      'a construction of some solutions',
      'CONSTRUCT { ?c a dip:Claim } { ?c a dip:Claim } LIMIT 1 OFFSET 5',
      {},
    ],
    ['a description', 'DESCRIBE <http://ex.org/ann>', {}],
    [
      'a function that the index leaves to the engine',
      'SELECT ?x { ?claim dip:holder ?holder . ?holder skos:prefLabel ?label BIND(SHA1(STR(?label)) AS ?x) }',
      {},
    ],
    [
      'such a function in an OPTIONAL with a FILTER',
      'SELECT ?claim ?x { ?claim a dip:Claim OPTIONAL { ?claim dip:polarity ?x FILTER(ABS(?x) = 1) } }',
      {},
    ],
    ['graphs', 'SELECT ?graph ?claim { GRAPH ?graph { ?claim a dip:Claim } }', {}],
    ['a strict default graph', 'SELECT ?claim { ?claim a dip:Claim }', { defaultGraph: 'strict' }],
    [
      'a parameter',
      'SELECT ?claim ?holder { ?claim dip:holder ?holder }',
      { bindings: new Map([['holder', namedNode('http://ex.org/bob')]]) },
    ],
    [
      'a parameter that only a filter reads',
      'SELECT ?claim { ?claim dip:holder ?other FILTER(?other != ?holder) }',
      { bindings: new Map([['holder', namedNode('http://ex.org/bob')]]) },
    ],
  ] satisfies readonly (readonly [string, string, QueryOptions])[])(
    'gives what the N3 store gives for %s',
    async (_, text, options) => {
      const expected = await show(await runQuery(text, createClaimStore(QUADS), options));
      expect(await show(await runQuery(text, createIndexedClaimStore(indexQuads(QUADS)), options))).toEqual(
        expected,
      );
    },
  );

  it('makes nothing that is no triple, which the engine does', async () => {
    const store = createIndexedClaimStore(indexQuads(QUADS));
    const text =
      'CONSTRUCT { ?o a ?s . ?s ?o ?o } { ?s skos:prefLabel|dip:stance ?o FILTER(?s != <http://ex.org/c2>) }';
    expect(await show(await runQuery(text, store))).toEqual([
      'http://ex.org/c1 https://w3id.org/demarche/ontology#rejects https://w3id.org/demarche/ontology#rejects',
      'https://w3id.org/demarche/ontology#rejects http://www.w3.org/1999/02/22-rdf-syntax-ns#type http://ex.org/c1',
    ]);
  });

  it('makes other blank nodes of every solution', async () => {
    const store = createIndexedClaimStore(indexQuads(QUADS));
    const made = await show(
      await runQuery('CONSTRUCT { _:n dip:of ?c . ?c dip:has _:n } { ?c a dip:Claim }', store),
    );
    expect(made.map((line) => line.replaceAll(/[^ ]*[#/]/gu, ''))).toEqual([
      expect.stringMatching(/^c1 has (made-\d+-\S+)$/u),
      expect.stringMatching(/^c2 has (made-\d+-\S+)$/u),
      expect.stringMatching(/^made-\d+-\S+ of c\d$/u),
      expect.stringMatching(/^made-\d+-\S+ of c\d$/u),
    ]);
    expect(new Set(made.flatMap((line) => line.match(/made-\S+/gu) ?? [])).size).toBe(2);
  });

  it.each([
    ['SELECT ?x WHERE { ?x dip:holder', /./u],
    ['INSERT DATA { <http://ex.org/a> dip:holder <http://ex.org/b> }', /a query asks/u],
    ['SELECT * { SERVICE <http://ex.org/> { ?s ?p ?o } }', /SERVICE/u],
  ])('refuses %s as the engine does', async (text, reason) => {
    await expect(runQuery(text, createIndexedClaimStore(indexQuads(QUADS)))).rejects.toThrow(reason);
  });

  it('stops when its pulse throws', async () => {
    const store = createIndexedClaimStore(indexQuads(QUADS));
    const result = await runQuery('SELECT ?s { ?s ?p ?o }', store, { pulse: stop });
    await expect(show(result)).rejects.toThrow('stopped');
  });

  it('finds and counts the triples that the N3 store finds', () => {
    const [store, index] = [createClaimStore(QUADS), createIndexedClaimStore(indexQuads(QUADS))];
    const ann = namedNode('http://ex.org/ann');
    for (const pattern of [
      {},
      { subject: ann },
      { object: ann },
      { predicate: namedNode('http://ex.org/nothing') },
    ]) {
      const expected = [...store.find(pattern)].map(showTerm).sort();
      expect([...index.find(pattern)].map(showTerm).sort()).toEqual(expected);
      expect(index.count(pattern)).toBe(expected.length);
    }
    expect(index.size).toBe(store.size);
  });
});
