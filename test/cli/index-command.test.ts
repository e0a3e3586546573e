import { spawnSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { EXAMPLE_GRAPH } from '../query/example-store.ts';
import { fakeTerminal } from './fake-terminal.ts';

let graph = '';
let snapshot = '';

beforeEach(() => {
  const folder = mkdtempSync(path.join(tmpdir(), 'demarche-index-'));
  graph = path.join(folder, 'graph.trig');
  snapshot = path.join(folder, 'graph.dmx');
  copyFileSync(EXAMPLE_GRAPH, graph);
});

async function run(
  ...parameters: readonly string[]
): Promise<{ readonly out: string; readonly err: string; readonly exitCode: number }> {
  const terminal = fakeTerminal(200);
  await main(parameters, terminal);
  return { out: terminal.out(), err: terminal.err(), exitCode: terminal.exitCode() };
}

const WHOLE = ['-f', 'csv', '-e', 'SELECT * { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o'];
const CLAIMS = ['-f', 'csv', '-e', 'SELECT (COUNT(*) AS ?n) { ?claim a dip:Claim }'];

describe('demarche index', () => {
  it('makes a snapshot that answers as the graph does', async () => {
    const before = await run('query', '-g', graph, ...WHOLE);
    const made = await run('index', graph);
    expect(made.out).toMatch(/graph\.dmx: [\d,]+ quads, [\d,]+ terms, 0\.\d MB, 0\.0 s\n$/u);
    expect(await run('query', '-g', graph, ...WHOLE)).toEqual(before);
  });

  it('leaves a fresh one as it is unless forced', async () => {
    await run('index', graph);
    expect((await run('index', graph)).out).toContain('graph.dmx is fresh: ');
    expect((await run('index', graph, '--force')).out).not.toContain('is fresh');
  });

  it('replaces what is no index only when forced', async () => {
    writeFileSync(snapshot, 'the diary of a diplomat');
    const { err, exitCode } = await run('index', graph);
    expect(err).toContain('graph.dmx: it is no index; move it away, or replace it with --force');
    expect(exitCode).toBe(1);
    await run('index', graph, '--force');
    expect((await run('index', graph)).out).toContain('is fresh');
  });

  it('names a graph that is missing', async () => {
    expect((await run('index', 'missing.trig')).err).toContain('missing.trig: no such graph file');
  });
});

describe('a snapshot beside a graph', () => {
  it('is not used and made anew when the graph has changed', async () => {
    await run('index', graph);
    const text = readFileSync(graph, 'utf8');
    writeFileSync(graph, `${text}\n<urn:x:1> a <https://w3id.org/demarche/ontology#Claim> .\n`);
    const { out, err } = await run('query', '-g', graph, ...CLAIMS);
    expect(out).toBe('n\r\n13\r\n');
    expect(err).toContain('graph.dmx is not used: the graph has changed since it was made; reading ');
    expect((await run('query', '-g', graph, ...CLAIMS)).err).toBe('1 row\n');
  });

  it.each([
    ['is cut short', (bytes: Buffer) => bytes.subarray(0, -20), / bytes and not /u],
    [
      'is damaged',
      (bytes: Buffer) => Buffer.concat([bytes.subarray(0, -40), Buffer.alloc(40, 7)]),
      /section \w+ is damaged/u,
    ],
  ])('is not believed when it %s', async (_, spoil, reason) => {
    await run('index', graph);
    writeFileSync(snapshot, spoil(readFileSync(snapshot)));
    const { out, err } = await run('query', '-g', graph, ...CLAIMS);
    expect(out).toBe('n\r\n12\r\n');
    expect(err).toMatch(reason);
  });

  it('is left alone by queries when it is no index', async () => {
    writeFileSync(snapshot, 'the diary of a diplomat');
    expect((await run('query', '-g', graph, ...CLAIMS)).out).toBe('n\r\n12\r\n');
    expect(readFileSync(snapshot, 'utf8')).toBe('the diary of a diplomat');
  });

  it('has a name of its own where two files differ in their format only', async () => {
    const other = graph.replace(/trig$/u, 'ttl');
    writeFileSync(other, '<x:a> a <https://w3id.org/demarche/ontology#Claim> .');
    await run('index', graph);
    expect((await run('index', other)).out).toContain('graph.ttl.dmx: 1 quad,');
    expect((await run('index', graph)).out).toContain('graph.dmx is fresh');
    expect((await run('query', '-g', other, ...CLAIMS)).out).toBe('n\r\n1\r\n');
  });

  it('is made for a large graph, but not for a small one', async () => {
    await run('query', '-g', graph, ...CLAIMS);
    expect(existsSync(snapshot)).toBe(false);
    writeFileSync(graph, `${readFileSync(graph, 'utf8')}\n# ${'x'.repeat(5_000_000)}\n`);
    expect((await run('query', '-g', graph, ...CLAIMS)).err).toContain('graph.dmx made');
    expect((await run('query', '-g', graph, ...CLAIMS)).err).toBe('1 row\n');
  });

  it('is done without where its place cannot be written', () => {
    writeFileSync(graph, `${readFileSync(graph, 'utf8')}\n# ${'x'.repeat(5_000_000)}\n`);
    // A name that no file system takes stands for a folder that may not be written, which root always may.
    const long = path.join(path.dirname(graph), `${'g'.repeat(245)}.trig`);
    copyFileSync(graph, long);
    const asked = spawnSync(process.execPath, ['bin/demarche.js', 'query', '-g', long, ...CLAIMS], {
      encoding: 'utf8',
    });
    expect([asked.stdout, asked.stderr]).toEqual(['n\r\n12\r\n', '1 row\n']);
  });

  it('is kept in the cache for a small graph, and no more used when that has changed', async () => {
    const before = await run('query', '-g', graph, ...WHOLE);
    expect(await run('query', '-g', graph, ...WHOLE)).toEqual(before);
    writeFileSync(graph, '<x:a> a <https://w3id.org/demarche/ontology#Claim> .');
    expect((await run('query', '-g', graph, ...CLAIMS)).out).toBe('n\r\n1\r\n');
    expect(existsSync(snapshot)).toBe(false);
  });

  it('serves one of several graphs, whose blank nodes stay apart', async () => {
    const other = path.join(path.dirname(graph), 'other.ttl');
    const third = path.join(path.dirname(graph), 'third.ttl');
    writeFileSync(other, '_:x <urn:p> "one", <<( <urn:a> <urn:b> "c"@en )>> .');
    writeFileSync(third, '_:x <urn:p> "two" .');
    await run('index', other);
    await run('index', third);
    const { out } = await run(
      'query',
      '-f',
      'csv',
      '-e',
      'SELECT (COUNT(DISTINCT ?s) AS ?nodes) (COUNT(*) AS ?n) { ?s <urn:p> ?o }',
      '-g',
      graph,
      other,
      third,
    );
    expect(out).toBe('nodes,n\r\n2,3\r\n');
  });
});
