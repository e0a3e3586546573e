import { readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { divideGraphs } from '../../src/export/claim-graph.ts';
import type { ClaimGraph } from '../../src/export/claim-graph.ts';
import { openClaimGraph } from '../../src/cli/export/open-claim-graph.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { fakeTerminal } from '../cli/fake-terminal.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';
import { withInferred } from '../queries/with-inferred.ts';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const place = (name: string): string => path.join(root, name);
let quads: readonly Quad[] = [];

/** The example's graph, read one named graph after the other. */
async function openInParts(): Promise<ClaimGraph> {
  return openClaimGraph([place('graph.trig')], fakeTerminal(), 0);
}

beforeAll(async () => {
  quads = withInferred(encodeExample());
  writeFileSync(place('graph.trig'), serialise(quads, 'trig'));
  await writeExampleDataset(place('whole'), {}, quads);
  await writeExampleDataset(place('parts'), { graph: await openInParts(), partSize: 1 });
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(folder, file)).isFile())
    .toSorted();
}

/** Lines in an order of their own, since parts of RDF follow each other and are not sorted as a whole. */
function linesOf(file: string): readonly string[] {
  return readFileSync(file, 'utf8').split('\n').toSorted();
}

describe('a claim graph that is read in parts', () => {
  it('has an article a part and one part for all else', async () => {
    const { articles, others } = divideGraphs((await openInParts()).graphs, 1);
    expect(articles.map((graphs) => graphs.length)).toEqual([1, 1, 1]);
    expect(new Set(others.map(({ name }) => name.split('/').at(-1)))).toEqual(new Set(['inferred', 'run']));
  });

  it('gives the same tables, byte for byte, as when it is read as a whole', () => {
    const tables = filesBelow(place('whole')).filter((file) =>
      /^(?:csv|jsonl|parquet)\/|sqlite$/u.test(file),
    );
    expect(tables).toHaveLength(31);
    const differing = tables.filter(
      (file) => !readFileSync(place(`whole/${file}`)).equals(readFileSync(place(`parts/${file}`))),
    );
    expect(differing).toEqual([]);
    expect(linesOf(place('parts/jsonl/positions.jsonl')).length).toBeGreaterThan(3);
  });

  it.each(['rdf/graph.nq', 'rdf11/graph.nt', 'rdf/void.ttl'])('gives the same %s', (file) => {
    const isDescription = file.endsWith('.ttl');
    // What describes the files names their checksums.
    const keep = (line: string): boolean => !isDescription || /void:/u.test(line);
    expect(linesOf(place(`parts/${file}`)).filter(keep)).toEqual(
      linesOf(place(`whole/${file}`)).filter(keep),
    );
  });

  it('is read as a whole where its file is not made of blocks', async () => {
    writeFileSync(place('graph.nq'), serialise(quads, 'nquads'));
    const graph = await openClaimGraph([place('graph.nq')], fakeTerminal(), 0);
    expect(graph.graphs).toHaveLength(1);
    const loose = `${readFileSync(place('graph.trig'), 'utf8')}\n<https://ex.org/a> a dip:Claim .\n`;
    writeFileSync(place('loose.trig'), loose);
    const whole = await openClaimGraph([place('loose.trig')], fakeTerminal(), 0);
    expect((await whole.read(whole.graphs)).quads).toHaveLength(quads.length + 1);
  });

  it('holds what two files say of one article once', async () => {
    const graph = await openClaimGraph([place('graph.trig'), place('graph.trig')], fakeTerminal(), 0);
    const read = await Promise.all(graph.graphs.map((entry) => graph.read([entry])));
    expect(read.flatMap((part) => part.quads)).toHaveLength(quads.length);
  });
});
