import { Buffer } from 'node:buffer';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { indexQuads } from '../../src/store/columnar/columnar-index.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/store/snapshot.ts';
import { randomGraph } from './differential/random-graph.ts';
import { languageLiteral, namedNode, quad } from '../../src/rdf/terms.ts';

const QUADS = [
  quad(
    namedNode('http://ex.org/a'),
    namedNode('http://ex.org/p'),
    languageLiteral('Київ 🕊', 'uk'),
    namedNode('http://ex.org/g'),
  ),
];

function save(quads = QUADS, hash = 'hash'): Uint8Array<ArrayBuffer> {
  return new Uint8Array(Buffer.concat([...encodeSnapshot(indexQuads(quads), hash)]));
}

function reasonOf(bytes: Uint8Array<ArrayBuffer>, hash?: string): string {
  const reading = decodeSnapshot(bytes, hash);
  return 'refused' in reading ? reading.refused : '';
}

describe('a snapshot', () => {
  it('gives back the index that it was made from', () => {
    fc.assert(
      fc.property(randomGraph, (quads) => {
        const index = indexQuads(quads);
        const reading = decodeSnapshot(save([...quads]));
        if ('refused' in reading) throw new Error(reading.refused);
        expect(reading.index.triples).toEqual(index.triples);
        expect(reading.index.graphs).toEqual(index.graphs);
        expect(reading.index.values).toEqual(index.values);
        for (let id = 1; id < index.dictionary.length; id += 1) {
          expect(reading.index.dictionary.text(id)).toBe(index.dictionary.text(id));
        }
      }),
      { numRuns: 20 },
    );
  });

  it('is the same bytes for the same quads', () => {
    expect(save()).toEqual(save());
  });

  it.each([
    [
      'a foreign file',
      Buffer.from('PREFIX : <http://ex.org/> some graph that is no index'),
      'it is no index',
    ],
    ['an empty file', Buffer.alloc(0), 'it is no index'],
    ['a file cut short', save().slice(0, -9), 'bytes and not'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(reasonOf(new Uint8Array(bytes))).toContain(reason);
  });

  it('refuses a file of another version', () => {
    const bytes = save();
    bytes[8] = 250;
    expect(reasonOf(bytes)).toContain('version 250');
  });

  it('refuses what was made from another graph', () => {
    expect(reasonOf(save(QUADS, 'old'), 'new')).toBe('the graph has changed since it was made');
  });

  it('notices a single changed bit wherever it is but in the padding, which holds nothing', () => {
    const bytes = save();
    const unnoticed = Array.from(bytes.keys()).filter((place) => {
      const damaged = bytes.slice();
      damaged[place] = (damaged[place] ?? 0) ^ 4;
      return reasonOf(damaged) === '';
    });
    expect(unnoticed.filter((place) => bytes[place] !== 0)).toEqual([]);
    expect(unnoticed.length).toBeLessThan(bytes.length / 20);
  });
});
