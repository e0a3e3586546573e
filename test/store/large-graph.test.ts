import type { Quad } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { integerLiteral, namedNode, stringLiteral, termFactory } from '../../src/rdf/terms.ts';
import { canonicalAnswer } from './differential/compare-answers.ts';
import { askStore, openOxigraph, openStore, withUnion } from './differential/engines.ts';

const ex = (name: string) => namedNode(`http://ex.org/${name}`);

/** 5,000 claims in as many graphs; one triple stands in all of them, more than a batch holds. */
function createClaims(): readonly Quad[] {
  const quads: Quad[] = [];
  for (let claim = 0; claim < 5000; claim += 1) {
    const graph = ex(`g${claim}`);
    const add = (predicate: string, object: Quad['object']): void => {
      quads.push(termFactory.quad(ex(`c${claim}`), ex(predicate), object, graph));
    };
    add('holder', ex(`a${claim % 37}`));
    add('issue', ex(`i${(claim * 7) % 53}`));
    add('score', integerLiteral(claim % 11));
    if (claim % 3 === 0) add('note', stringLiteral(`note ${claim}`));
    quads.push(termFactory.quad(ex('a0'), ex('label'), stringLiteral('everywhere'), graph));
  }
  return quads;
}

describe('a graph of many batches', () => {
  const quads = createClaims();
  const store = openStore(quads);
  const askOxigraph = openOxigraph(withUnion(quads));

  it.each([
    ['a scan', 'SELECT ?c ?a { ?c :holder ?a }'],
    ['a join', 'SELECT ?c ?d { ?c :holder :a3 ; :issue ?i . ?d :issue ?i ; :holder :a4 }'],
    ['a product', 'SELECT ?c ?d { ?c :holder :a3 . ?d :issue :i5 }'],
    ['graphs', 'SELECT ?g ?c { GRAPH ?g { ?c :score 4 } }'],
    ['a triple in more graphs than a batch holds', 'SELECT ?g { GRAPH ?g { :a0 :label ?l } }'],
    [
      'such a triple for each of some rows',
      'SELECT ?g ?c { ?c :issue :i7 ; :score 3 GRAPH ?g { :a0 :label ?l } }',
    ],
    ['OPTIONAL with few on the left', 'SELECT ?c ?n { ?c :holder :a3 OPTIONAL { ?c :note ?n } }'],
    ['OPTIONAL with many on the left', 'SELECT ?c ?n { ?c :holder ?a OPTIONAL { ?c :note ?n ; :score 2 } }'],
    ['OPTIONAL with a condition', 'SELECT ?c ?n { ?c :score ?s OPTIONAL { ?c :note ?n FILTER(?s > 5) } }'],
    ['MINUS', 'SELECT ?c { ?c :holder ?a MINUS { ?c :note ?n } }'],
    ['NOT EXISTS', 'SELECT ?c { ?c :holder ?a FILTER NOT EXISTS { ?c :note ?n } }'],
    ['UNION', 'SELECT ?c { { ?c :score 1 } UNION { ?c :issue ?i FILTER(?i = :i9) } }'],
    [
      'a sub-select',
      'SELECT ?a ?n { { SELECT ?a (COUNT(*) AS ?n) { ?c :holder ?a } GROUP BY ?a } ?d :holder ?a ; :score 7 }',
    ],
    ['DISTINCT', 'SELECT DISTINCT ?a ?i { ?c :holder ?a ; :issue ?i }'],
    [
      'GROUP BY',
      'SELECT ?a ?i (COUNT(*) AS ?n) (SUM(?s) AS ?sum) { ?c :holder ?a ; :issue ?i ; :score ?s } GROUP BY ?a ?i',
    ],
    ['COUNT DISTINCT', 'SELECT ?a (COUNT(DISTINCT ?i) AS ?n) { ?c :holder ?a ; :issue ?i } GROUP BY ?a'],
    ['a path', 'SELECT ?c { :c5 (:holder/^:holder)+ ?c }'],
  ])('gives all solutions of %s', async (_, where) => {
    const query = { text: `PREFIX : <http://ex.org/> ${where}`, orderedBy: undefined };
    const ours = await askStore(store, query.text, 'union');
    expect(canonicalAnswer(ours ?? 'not taken', query)).toBe(
      canonicalAnswer(await askOxigraph(query.text), query),
    );
  });

  it('orders by value and keeps the first', async () => {
    const text =
      'PREFIX : <http://ex.org/> SELECT ?c ?s { ?c :score ?s } ORDER BY DESC(?s) ?c LIMIT 7 OFFSET 3';
    const [ours, theirs] = [await askStore(store, text, 'union'), await askOxigraph(text)];
    expect(ours).toHaveLength(7);
    expect(Array.isArray(ours) && ours.map((row) => row.get('c')?.value)).toEqual(
      Array.isArray(theirs) && theirs.map((row) => row.get('c')?.value),
    );
  });
});
