import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distinctQuads } from '../../src/rdf/distinct-quads.ts';
import { instancePrefixes } from '../../src/rdf/iris.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { createOwnBlockReader } from '../../src/rdf/read-own-block.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { namedNode, quad } from '../../src/rdf/terms.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';
import { quads } from './arbitrary-quads.ts';

const prefixes = instancePrefixes();
const readOwnBlock = createOwnBlockReader(prefixes);
const GRAPH = namedNode('https://w3id.org/demarche/id/graph/0123456789abcdef');

function blockOf(trig: string): string {
  return trig.slice(trig.indexOf('GRAPH '));
}

function read(block: string): readonly string[] | undefined {
  const found = readOwnBlock(Buffer.from(block, 'utf8'));
  return found === undefined ? undefined : serialise(found, 'nquads').split('\n');
}

function blockAbout(value: string): string {
  return `GRAPH graph:0123456789abcdef {\n  claim:a\n      dip:about ${value} .\n}\n`;
}

describe('the reader of our own blocks', () => {
  it('gives what a parser gives, whatever the terms', () => {
    fc.assert(
      fc.property(quads, (generated) => {
        fc.pre(generated.length > 0);
        const moved = distinctQuads(
          generated.map(({ subject, predicate, object }) =>
            predicate.termType === 'NamedNode'
              ? quad(subject, predicate, object, GRAPH)
              : quad(GRAPH, GRAPH, GRAPH),
          ),
        );
        const trig = serialise(moved, 'trig');
        const parsed = parseTurtleFamily(trig, { format: 'trig', where: 'test' });
        const found = readOwnBlock(Buffer.from(blockOf(trig), 'utf8'));
        // What it does not take is read by the parser; what it takes must be the same.
        if (found === undefined) return;
        expect(serialise(found, 'nquads')).toBe(serialise(parsed, 'nquads'));
        expect(serialise(found, 'trig')).toBe(trig);
      }),
    );
  });

  it('takes every article of an example', () => {
    const example = encodeExample();
    const names = [...new Set(example.map(({ graph }) => graph.value))];
    for (const name of names) {
      const own = example.filter(({ graph }) => graph.value === name);
      expect(read(blockOf(serialise(own, 'trig')))).toEqual(serialise(own, 'nquads').split('\n'));
    }
  });

  it.each([
    ['a name in full that has a prefix', '<https://w3id.org/demarche/ontology#Claim>', 'dip:Claim'],
    ['an escape of its own', String.raw`"\u0041"`, '"A"'],
    ['a typed string', '"A"^^xsd:string', '"A"'],
    ['another layout', '  dip:Claim', 'dip:Claim'],
    ['values out of order', 'dip:b, dip:a', 'dip:a'],
    ['a value twice', 'dip:a, dip:a', 'dip:a'],
  ])('leaves %s to the parser', (_, written, own) => {
    expect(read(blockAbout(own))).toHaveLength(2);
    expect(read(blockAbout(written))).toBeUndefined();
  });

  it('leaves what stands after the block, or is cut off, to the parser', () => {
    const block = 'GRAPH graph:0123456789abcdef {\n  claim:a\n      dip:about dip:b .\n}\n';
    expect(read(block)).toHaveLength(2);
    expect(read(`${block}dip:a dip:b dip:c .\n`)).toBeUndefined();
    expect(read('GRAPH graph:0123456789abcdef {\n  claim:a\n      dip:about "b')).toBeUndefined();
  });
});
