import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { serialise, WRITTEN_FORMATS } from '../../src/rdf/serialise.ts';
import { namedNode, quad, stringLiteral, tripleTerm } from '../../src/rdf/terms.ts';
import { dip } from '../../src/rdf/vocabulary.ts';
import { quads } from './arbitrary-quads.ts';

describe('serialising', () => {
  it.each(['trig', 'nquads'] as const)('loses nothing in %s', (format) => {
    fc.assert(
      fc.property(quads, (given) => {
        const read = parseTurtleFamily(serialise(given, format), { format, where: format });
        expect(serialise(read, 'nquads')).toBe(serialise(given, 'nquads'));
      }),
    );
  });

  it.each(['turtle', 'ntriples'] as const)('loses nothing but the graphs in %s', (format) => {
    fc.assert(
      fc.property(quads, (given) => {
        const read = parseTurtleFamily(serialise(given, format), { format, where: format });
        expect(serialise(read, 'ntriples')).toBe(serialise(given, 'ntriples'));
      }),
    );
  });

  it.each(WRITTEN_FORMATS)('gives the same bytes in %s whatever the order and the repetition', (format) => {
    fc.assert(
      fc.property(quads, fc.nat(), (given, seed) => {
        const turned = [...given.slice(seed % (given.length + 1)), ...given].toReversed();
        expect(serialise(turned, format)).toBe(serialise(given, format));
      }),
    );
  });

  it('sorts, puts the class first, one predicate a line, and declares only the prefixes in use', () => {
    const claim = namedNode('https://w3id.org/demarche/id/claim/k-1');
    const graph = namedNode('https://w3id.org/demarche/id/graph/k');
    const given = [
      quad(claim, dip.quotation, stringLiteral('“No.”\nShe left.'), graph),
      quad(claim, namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#type'), dip.Claim, graph),
      quad(claim, dip.evidence, namedNode('https://w3id.org/demarche/id/span/k/0-9'), graph),
      quad(
        claim,
        namedNode('http://www.w3.org/1999/02/22-rdf-syntax-ns#reifies'),
        tripleTerm(dip.articleVoice, dip.rejects, namedNode('https://w3id.org/demarche/issue/x')),
        graph,
      ),
    ];
    expect(serialise(given, 'trig')).toBe(`PREFIX claim: <https://w3id.org/demarche/id/claim/>
PREFIX dip: <https://w3id.org/demarche/ontology#>
PREFIX graph: <https://w3id.org/demarche/id/graph/>
PREFIX issue: <https://w3id.org/demarche/issue/>
PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#>
PREFIX span: <https://w3id.org/demarche/id/span/>

GRAPH graph:k {
  claim:k-1
      a dip:Claim ;
      dip:evidence span:k\\/0-9 ;
      dip:quotation "“No.”\\nShe left." ;
      rdf:reifies <<( dip:articleVoice dip:rejects issue:x )>> .
}
`);
  });
});
