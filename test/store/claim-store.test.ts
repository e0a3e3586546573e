import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Quad, Term } from '@rdfjs/types';
import {
  DEFAULT_GRAPH,
  namedNode,
  quad,
  stringLiteral,
  termFactory,
  tripleTerm,
} from '../../src/rdf/terms.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimSource } from '../../src/store/claim-store.ts';

const node = (name: string) => namedNode(`https://example.org/${name}`);
const variable = (name: string): Term => termFactory.variable?.(name) ?? DEFAULT_GRAPH;

function write(term: Term): string {
  if (term.termType === 'Quad')
    return `<<( ${[term.subject, term.predicate, term.object].map(write).join(' ')} )>>`;
  return term.termType === 'Variable' ? `?${term.value}` : term.value;
}

function readAll(source: ClaimSource, pattern: Parameters<ClaimSource['match']>): readonly string[] {
  const stream = source.match(...pattern);
  const found: Quad[] = [];
  for (let next = stream.read(); next !== null; next = stream.read()) found.push(next);
  return found
    .map(({ subject, predicate, object, graph }) => [subject, predicate, object, graph].map(write).join(' '))
    .toSorted();
}

const said = quad(
  node('claim'),
  node('reifies'),
  tripleTerm(node('us'), node('rejects'), node('nato')),
  node('g1'),
);
const repeated = [node('g1'), node('g2')].map((graph) =>
  quad(node('us'), node('type'), node('actor'), graph),
);
const unnamed = quad(node('us'), node('note'), stringLiteral('no graph'));
const store = createClaimStore([said, ...repeated, unnamed]);

describe('a claim store', () => {
  it('holds a triple of two graphs once in the union', () => {
    expect(store.size).toBe(3);
    expect(readAll(store.source('union'), [node('us'), node('type'), null, DEFAULT_GRAPH])).toHaveLength(1);
    expect(store.source('union').countQuads(node('us'), node('type'), null, DEFAULT_GRAPH)).toBe(1);
  });

  it('gives that triple once for each graph where the graph is asked for', () => {
    expect(readAll(store.source('union'), [node('us'), node('type'), null, null])).toHaveLength(2);
  });

  it('sees only what stands in no graph when strict', () => {
    expect(readAll(store.source('strict'), [null, null, null, DEFAULT_GRAPH])).toEqual([
      'https://example.org/us https://example.org/note no graph ',
    ]);
  });

  it('never gives triples of no graph for a variable graph', () => {
    expect(readAll(store.source('union'), [null, node('note'), null, variable('g')])).toEqual([]);
  });

  it('stops a search whose stream is destroyed', () => {
    const stream = store.source('union').match(null, null, null, DEFAULT_GRAPH);
    expect(stream.read()).not.toBeNull();
    if ('destroy' in stream && typeof stream.destroy === 'function') stream.destroy();
    expect(stream.read()).toBeNull();
  });
});

describe('triple-term patterns', () => {
  const names = fc.constantFrom('a', 'b', 'c');
  const term = fc.oneof(
    { weight: 2, arbitrary: names.map(node) },
    fc.tuple(names, names, names).map(([s, p, o]) => tripleTerm(node(s), node(p), node(o))),
    fc
      .tuple(names, names, names, names)
      .map(([s, p, o, inner]) => tripleTerm(node(s), node(p), tripleTerm(node(o), node(inner), node(s)))),
  );
  const quads = fc.array(
    fc
      .tuple(names, names, term, fc.constantFrom('g1', 'g2', ''))
      .map(([s, p, o, g]) => quad(node(s), node(p), o, g === '' ? DEFAULT_GRAPH : node(g))),
    { maxLength: 20 },
  );
  // Variables are all different: the same one twice is the engine's concern.
  const place = (name: string): fc.Arbitrary<Term> => fc.oneof(names.map(node), fc.constant(variable(name)));
  const tripleTermPattern = fc
    .tuple(
      place('x'),
      place('y'),
      fc.oneof(place('z'), fc.tuple(place('u'), place('v'), place('w')).map(asTriple)),
    )
    .map(asTriple);

  it('are answered as a scan with comparison answers them', () => {
    fc.assert(
      fc.property(quads, place('s'), fc.oneof(tripleTermPattern, place('o')), (all, subject, object) => {
        const source = createClaimStore(all).source('union');
        const expected = new Set(
          all
            .filter((one) => agrees(one.subject, subject) && agrees(one.object, object))
            .map((one) => [one.subject, one.predicate, one.object, DEFAULT_GRAPH].map(write).join(' ')),
        );
        expect(readAll(source, [subject, null, object, DEFAULT_GRAPH])).toEqual([...expected].toSorted());
        expect(source.countQuads(subject, null, object, DEFAULT_GRAPH)).toBe(expected.size);
      }),
    );
  });
});

/** Matching written a second time, naively, on the written form of terms. */
function agrees(term: Term, pattern: Term): boolean {
  const escaped = write(pattern).replaceAll(/[$()*+.[\]^{|}]/gu, String.raw`\$&`);
  return (
    new RegExp(`^${escaped.replaceAll(/\?[a-z]/gu, '.*')}$`, 'u').test(write(term)) &&
    sameShape(term, pattern)
  );
}

function sameShape(term: Term, pattern: Term): boolean {
  if (pattern.termType === 'Variable') return true;
  if (pattern.termType !== 'Quad') return term.equals(pattern);
  return (
    term.termType === 'Quad' &&
    sameShape(term.subject, pattern.subject) &&
    sameShape(term.predicate, pattern.predicate) &&
    sameShape(term.object, pattern.object)
  );
}

function toSubject(term: Term): Quad['subject'] {
  if (term.termType !== 'NamedNode' && term.termType !== 'Variable') throw new TypeError(term.termType);
  return term;
}

function toPredicate(term: Term): Quad['predicate'] {
  if (term.termType !== 'NamedNode' && term.termType !== 'Variable') throw new TypeError(term.termType);
  return term;
}

function toObject(term: Term): Quad['object'] {
  if (term.termType === 'DefaultGraph') throw new TypeError(term.termType);
  return term.termType === 'Quad' ? asTriple([term.subject, term.predicate, term.object]) : term;
}

function asTriple([subject, predicate, object]: readonly [Term, Term, Term]): Quad {
  return termFactory.quad(toSubject(subject), toPredicate(predicate), toObject(object));
}
