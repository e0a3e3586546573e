import { Parser } from 'n3';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDirectly } from '../../src/query/answer-directly.ts';
import { createQueryParser } from '../../src/query/parsed-queries.ts';
import { namedNode } from '../../src/rdf/terms.ts';
import { indexQuads } from '../../src/store/columnar/columnar-index.ts';
import { createColumnarStore } from '../../src/store/columnar-store.ts';
import { LITERALS, randomGraph } from './differential/random-graph.ts';

const PROLOGUE = 'PREFIX : <http://ex.org/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> ';
const parse = createQueryParser();

function openStore(trig: string) {
  return createColumnarStore(indexQuads(new Parser({ format: 'application/trig' }).parse(PROLOGUE + trig)));
}

/** The values of the solutions, row by row; undefined when the store does not take the query. */
function ask(
  trig: string,
  text: string,
  mode: 'union' | 'strict' = 'union',
  bindings = new Map<string, ReturnType<typeof namedNode>>(),
) {
  const answer = answerDirectly(parse(PROLOGUE + text), openStore(trig), { mode, bindings });
  if (answer === undefined) return undefined;
  if (answer.kind === 'boolean') return answer.value;
  if (answer.kind === 'quads') return [...answer.quads].length;
  return [...answer.rows]
    .map((row) =>
      answer.variables.map((name) => row.get(name)?.value.replace('http://ex.org/', '') ?? '').join(' '),
    )
    .sort();
}

const REIFIED =
  ':g1 { :c1 rdf:reifies <<( :ann :rejects :nato )>> } :g2 { :c2 rdf:reifies <<( :bob :supports :nato )>> }';

describe('a columnar store', () => {
  it.each([
    [
      'finds triple terms in named graphs under a union default graph (Comunica 5.4.1 gives no row)',
      REIFIED,
      'SELECT ?c ?h { ?c rdf:reifies <<( ?h :rejects ?i )>> }',
      ['c1 ann'],
    ],
    [
      'finds a triple term that is given whole',
      REIFIED,
      'SELECT ?c { ?c rdf:reifies <<( :bob :supports :nato )>> }',
      ['c2'],
    ],
    [
      'names the graph of a triple term',
      REIFIED,
      'SELECT ?c ?g { GRAPH ?g { ?c rdf:reifies <<( ?h ?s :nato )>> } }',
      ['c1 g1', 'c2 g2'],
    ],
    [
      'holds a triple of two graphs once in their union',
      ':g1 { :a :p :b } :g2 { :a :p :b }',
      'SELECT ?s { ?s :p ?o }',
      ['a'],
    ],
    [
      'holds it once in each graph',
      ':g1 { :a :p :b } :g2 { :a :p :b }',
      'SELECT ?g { GRAPH ?g { ?s :p ?o } }',
      ['g1', 'g2'],
    ],
    [
      'leaves the unnamed graph out of GRAPH ?g',
      ':a :p :b . :g1 { :c :p :d }',
      'SELECT ?s { GRAPH ?g { ?s :p ?o } }',
      ['c'],
    ],
    [
      'matches a variable in two places with equal terms only',
      ':a :p :a, :b .',
      'SELECT ?x { ?x :p ?x }',
      ['a'],
    ],
    [
      'follows a path of any length',
      ':a :p :b . :b :p :c . :c :p :a .',
      'SELECT ?x { :a :p+ ?x }',
      ['a', 'b', 'c'],
    ],
    [
      'lets a path of no steps lead from a term that is not in the graph to itself',
      ':a :p :b .',
      'SELECT ?x { :nowhere :p* ?x }',
      ['nowhere'],
    ],
    [
      'lets a path of no steps between variables lead from subjects and objects only, not from predicates',
      ':a :p :b . :p :q :c .',
      'SELECT ?x { :a ?x ?y . ?x :nothing? ?z }',
      ['p'],
    ],
    [
      'leads nowhere from a predicate that is no node',
      ':a :p :b .',
      'SELECT ?x { :a ?x ?y . ?x :nothing? ?z }',
      [],
    ],
    [
      'compares numbers by value and not by spelling',
      ':a :p 1.0 . :b :p 10 .',
      'SELECT ?x { ?x :p ?n FILTER(?n = 1) }',
      ['a'],
    ],
    ['adds decimals without rounding', ':a :p 0.1, 0.2 .', 'SELECT (SUM(?n) AS ?sum) { ?x :p ?n }', ['0.3']],
    ['counts nothing as 0', '', 'SELECT (COUNT(*) AS ?n) { ?x :p ?y }', ['0']],
  ])('%s', (_, trig, query, expected) => {
    expect(ask(trig, query)).toEqual(expected);
  });

  it('sees only unnamed triples outside GRAPH when it is strict', () => {
    expect(ask(':a :p :b . :g1 { :c :p :d }', 'SELECT ?s { ?s :p ?o }', 'strict')).toEqual(['a']);
  });

  it('answers ASK', () => {
    expect(ask(REIFIED, 'ASK { ?c rdf:reifies <<( :ann :rejects ?i )>> }')).toBe(true);
  });

  it('does not take what it does not compute', () => {
    expect(ask(':a :p "x" .', 'SELECT ?y { ?x :p ?n BIND(SHA512(?n) AS ?y) }')).toBeUndefined();
  });

  it('starts from given bindings and still selects them', () => {
    const bindings = new Map([['h', namedNode('http://ex.org/ann')]]);
    expect(ask(REIFIED, 'SELECT ?c ?h { ?c rdf:reifies <<( ?h ?s ?i )>> }', 'union', bindings)).toEqual([
      'c1 ann',
    ]);
  });

  it('leaves a query that gives a bound variable a value of its own to the engine', () => {
    const bindings = new Map([['h', namedNode('http://ex.org/ann')]]);
    expect(
      ask(REIFIED, 'SELECT ?h { VALUES ?h { :bob } ?c rdf:reifies <<( ?h ?s ?i )>> }', 'union', bindings),
    ).toBeUndefined();
  });

  it('stops looking when nobody reads on', () => {
    const triples = Array.from({ length: 20_000 }, (_, n) => `:s${n} :p ${n} .`).join('\n');
    const store = openStore(triples);
    const answer = answerDirectly(parse(`${PROLOGUE}SELECT ?s { ?s :p ?n . ?s :p ?m }`), store, {
      mode: 'union',
    });
    if (answer?.kind !== 'rows') throw new Error('no rows');
    const [first] = answer.rows;
    expect(first?.has('s')).toBe(true);
  });

  it('gives every term back as it was', () => {
    fc.assert(
      fc.property(randomGraph, (quads) => {
        const { index } = createColumnarStore(indexQuads(quads));
        for (const { subject, object, graph } of quads) {
          for (const term of [subject, object, graph]) {
            expect(index.dictionary.term(index.dictionary.find(term)).equals(term)).toBe(true);
          }
        }
      }),
    );
  });

  it('keeps literals apart whose texts are equal', () => {
    const ids = new Set(LITERALS.map((literal) => indexQuads([]).dictionary.find(literal)));
    expect(ids).toEqual(new Set([0]));
  });
});
