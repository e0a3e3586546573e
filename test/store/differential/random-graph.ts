import type { Quad, Quad_Graph, Quad_Object, Quad_Subject } from '@rdfjs/types';
import * as fc from 'fast-check';
import {
  DEFAULT_GRAPH,
  languageLiteral,
  namedNode,
  quad,
  stringLiteral,
  termFactory,
  tripleTerm,
  typedLiteral,
} from '../../../src/rdf/terms.ts';

const EX = 'http://ex.org/';
const XSD = 'http://www.w3.org/2001/XMLSchema#';

/** Few terms, so that random patterns match random triples. */
export const NODES = ['a', 'b', 'c'].map((name) => namedNode(EX + name));
export const PREDICATES = ['p', 'q', 'r'].map((name) => namedNode(EX + name));
export const GRAPHS = ['g1', 'g2'].map((name) => namedNode(EX + name));

const typed = (text: string, datatype: string): Quad_Object => typedLiteral(text, namedNode(XSD + datatype));

/** Literals of every kind that the engines compare in the same way. */
export const LITERALS: readonly Quad_Object[] = [
  typed('1', 'integer'),
  typed('2', 'integer'),
  typed('-3', 'integer'),
  typed('1.0', 'decimal'),
  typed('2.5', 'decimal'),
  typed('2', 'double'),
  typed('2.5e0', 'double'),
  stringLiteral('x'),
  stringLiteral('xy'),
  stringLiteral(''),
  languageLiteral('x', 'en'),
  languageLiteral('xy', 'de'),
  typed('true', 'boolean'),
  typed('false', 'boolean'),
  typed('2024-02-29', 'date'),
  typed('2025-01-01', 'date'),
  typed('2024-02-29T10:00:00Z', 'dateTime'),
  typed('2024-02-29T12:00:00+02:00', 'dateTime'),
  typedLiteral('2024~', namedNode('http://id.loc.gov/datatypes/edtf/EDTF')),
];

const node = fc.constantFrom(...NODES);
const predicate = fc.constantFrom(...PREDICATES);
const blank = fc.constantFrom(termFactory.blankNode('n1'), termFactory.blankNode('n2'));
const subject: fc.Arbitrary<Quad_Subject> = fc.oneof(
  { weight: 6, arbitrary: node },
  { weight: 1, arbitrary: blank },
);
const plainObject: fc.Arbitrary<Quad_Object> = fc.oneof(
  { weight: 4, arbitrary: node },
  { weight: 4, arbitrary: fc.constantFrom(...LITERALS) },
  { weight: 1, arbitrary: blank },
);
const object: fc.Arbitrary<Quad_Object> = fc.oneof(
  { weight: 8, arbitrary: plainObject },
  {
    weight: 2,
    arbitrary: fc
      .tuple(node, predicate, fc.constantFrom<Quad_Object>(...NODES, ...LITERALS.slice(0, 8)))
      .map((parts) => tripleTerm(...parts)),
  },
);
const graph: fc.Arbitrary<Quad_Graph> = fc.constantFrom(DEFAULT_GRAPH, ...GRAPHS);

/** Quads with literals of all kinds, blank nodes, triple terms, three graphs and repetitions. */
export const randomGraph: fc.Arbitrary<readonly Quad[]> = fc.array(
  fc.tuple(subject, predicate, object, graph).map((parts) => quad(...parts)),
  { minLength: 25, maxLength: 60, size: 'max' },
);
