import * as fc from 'fast-check';
import {
  DEFAULT_GRAPH,
  languageLiteral,
  namedNode,
  quad,
  stringLiteral,
  tripleTerm,
  typedLiteral,
} from '../../src/rdf/terms.ts';
import { xsd } from '../../src/rdf/vocabulary.ts';

const node = fc
  .tuple(
    fc.constantFrom(
      'https://w3id.org/demarche/id/claim/',
      'https://w3id.org/demarche/id/span/',
      'http://ex.org/',
      'urn:x:',
    ),
    fc.stringMatching(/^[A-Za-z0-9é_./:~%()'#-]{0,9}$/u),
  )
  .map(([start, rest]) => namedNode(start + rest.replaceAll('%', '%25')));
const literal = fc.oneof(
  fc.string({ unit: 'binary' }).map(stringLiteral),
  fc.string({ unit: 'grapheme' }).map((value) => languageLiteral(value, 'en-gb')),
  fc.integer().map((value) => typedLiteral(String(value), xsd.integer)),
  fc.constantFrom('1.', '.5', '-0.25', '1e3', 'x').map((value) => typedLiteral(value, xsd.decimal)),
  fc.constantFrom('true', 'TRUE').map((value) => typedLiteral(value, xsd.boolean)),
);
const simple = fc.oneof(node, literal);
const object = fc.oneof(
  simple,
  fc.tuple(node, node, simple).map(([subject, predicate, value]) => tripleTerm(subject, predicate, value)),
);
/** Quads of every kind of term, with and without graphs. */
export const quads = fc.array(
  fc
    .tuple(node, node, object, fc.option(node, { nil: DEFAULT_GRAPH }))
    .map(([subject, predicate, value, graph]) => quad(subject, predicate, value, graph)),
  { maxLength: 12 },
);
