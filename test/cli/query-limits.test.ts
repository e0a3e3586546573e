import { spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { EXAMPLE_GRAPH } from '../query/example-store.ts';

const ENDLESS = 'SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }';
/** The engine answers this and not the index, so that only the end of its thread can stop it. */
const ENDLESS_FOR_ENGINE =
  'SELECT (SUM(RAND()) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . BIND(UUID() AS ?u) }';
const GREEDY = 'SELECT DISTINCT ?a ?b ?c ?d ?e ?f ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }';

function query(...parameters: string[]): readonly [string, string, number | null] {
  const { stdout, stderr, status } = spawnSync(
    process.execPath,
    ['bin/demarche.js', 'query', '-g', EXAMPLE_GRAPH, ...parameters],
    { encoding: 'utf8', timeout: 60_000 },
  );
  return [stdout, stderr, status];
}

describe('demarche query with limits', () => {
  it.each([ENDLESS, ENDLESS_FOR_ENGINE])('stops when the time is over: %s', (text) => {
    const [out, err, status] = query('--timeout', '0.5', '-e', text);
    expect([out, err, status]).toEqual([
      '',
      'demarche: --execute: stopped after 0.5 seconds (--timeout)\n',
      1,
    ]);
  });

  it('stops when the memory is used up and says so', () => {
    const [out, err, status] = query('--max-memory', '200', '-e', GREEDY);
    expect(err).toMatch(/^demarche: .*needs more than 200 MB.*\n$/u);
    expect([out, status]).toEqual(['', 1]);
  });

  it('stops before V8’s heap is full, whatever the limits', () => {
    const { stdout, stderr, status } = spawnSync(
      process.execPath,
      ['--max-old-space-size=100', 'bin/demarche.js', 'query', '-g', EXAMPLE_GRAPH, '-e', GREEDY],
      { encoding: 'utf8', timeout: 60_000 },
    );
    expect(stderr).toMatch(/^demarche: --execute: stopped because it needs more than \d+ MB; ask for less/u);
    expect([stdout, status]).toEqual(['', 1]);
  });

  it('gives the answer that it gives without them', () => {
    const asked = ['who-rejects', '-p', 'issue=nile-dam-filling', '-f', 'csv'];
    expect(query(...asked, '--timeout', '60', '--max-memory', '1000')).toEqual(query(...asked));
  });

  it('passes on what is wrong with the query', () => {
    expect(query('--timeout', '60', '-e', 'ASK {')).toEqual(query('-e', 'ASK {'));
  });

  it('stops after so many rows, of however many there are', () => {
    const [out, err] = query(
      '--max-rows',
      '3',
      '-f',
      'csv',
      '-e',
      'SELECT ?a ?d ?g { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }',
    );
    expect(out.trim().split('\r\n')).toHaveLength(4);
    expect(err).toBe('3 rows (stopped by --max-rows)\n');
  });
});
