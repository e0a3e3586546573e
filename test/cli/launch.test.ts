import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { env, execPath, version } from 'node:process';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_GRAPH } from '../query/example-store.ts';

const cache = mkdtempSync(path.join(tmpdir(), 'demarche-launch-'));
const RDF_XML = path.join(cache, 'one.rdf');
writeFileSync(
  RDF_XML,
  '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="http://e.org/"><rdf:Description rdf:about="http://e.org/a"><e:p>one</e:p></rdf:Description></rdf:RDF>',
);

function query(...parameters: readonly string[]): readonly unknown[] {
  const { stdout, stderr, status } = spawnSync(
    execPath,
    ['bin/demarche.js', 'query', '-f', 'csv', ...parameters],
    { encoding: 'utf8', env: { ...env, XDG_CACHE_HOME: cache } },
  );
  return [stdout, stderr, status];
}

describe('a query from the bundle', () => {
  it.each([
    ['the index', ['-g', EXAMPLE_GRAPH, '-e', 'SELECT (COUNT(*) AS ?n) { ?c a dip:Claim }']],
    ['the engine', ['-g', EXAMPLE_GRAPH, '-e', 'SELECT (MD5("x") AS ?hash) {}']],
    ['a library that is not in it', ['-g', RDF_XML, '-e', 'SELECT ?o { ?s ?p ?o }']],
    ['a thread of its own', ['-g', EXAMPLE_GRAPH, '--timeout', '60', '-e', 'SELECT (MD5("x") AS ?hash) {}']],
    ['an error', ['-g', EXAMPLE_GRAPH, '-e', 'SELECT']],
  ])('gives with the code that the last one left what it gave at first, by %s', (_, parameters) => {
    const first = query(...parameters);
    expect(query(...parameters)).toEqual(first);
    expect(readdirSync(path.join(cache, 'demarche')).length).toBe(1);
  });

  it('leaves its code for this Node.js', () => {
    const [ours = ''] = readdirSync(path.join(cache, 'demarche'));
    expect(readdirSync(path.join(cache, 'demarche', ours, 'code', version))).toContain('main.cjs');
  });
});
