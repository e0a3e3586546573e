import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { EXAMPLE_GRAPH } from '../query/example-store.ts';
import { fakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-query-'));

function file(name: string, text: string): string {
  const written = path.join(folder, name);
  writeFileSync(written, text);
  return written;
}

async function run(
  ...parameters: readonly string[]
): Promise<{ readonly out: string; readonly err: string; readonly exitCode: number }> {
  const terminal = fakeTerminal(200);
  await main(['query', ...parameters], terminal);
  return { out: terminal.out(), err: terminal.err(), exitCode: terminal.exitCode() };
}

const EXAMPLE = ['--graph', EXAMPLE_GRAPH] as const;

describe('demarche query', () => {
  it('answers a question of the library as a table and counts the rows on stderr', async () => {
    const { out, err, exitCode } = await run(
      'who-rejects',
      ...EXAMPLE,
      '--param',
      'issue=Filling of the Nile dam',
    );
    expect(out).toMatch(/^holder name +speaker name +stance .*\n─+/u);
    expect(out).toMatch(
      /\nEgypt +Samir Halim +dip:rejects .*reservoir without an agreement” +nile-1 +161 +226 +0\.93\n/u,
    );
    expect([err, exitCode]).toEqual(['1 row\n', 0]);
  });

  it('answers a file', async () => {
    const query = file(
      'actors.rq',
      '# param: name xsd:string\nSELECT ?actor { ?actor skos:prefLabel ?name }',
    );
    const { out } = await run(query, ...EXAMPLE, '-p', 'name=Egypt', '--format', 'csv');
    expect(out).toBe('actor\r\nhttps://w3id.org/demarche/id/actor/Q79\r\n');
  });

  it('answers a query given in place, also when the graphs come first', async () => {
    const count = 'SELECT (COUNT(*) AS ?n) { ?claim a dip:Claim }';
    expect((await run(...EXAMPLE, '-f', 'csv', '-e', count)).out).toBe('n\r\n12\r\n');
    expect((await run(...EXAMPLE, 'asserted-as-fact')).out).toBe('no\n');
  });

  it('unites several graphs', async () => {
    const extra = file(
      'extra.ttl',
      'PREFIX dip: <https://w3id.org/demarche/ontology#>\n<urn:x:1> a dip:Claim .',
    );
    const { out } = await run(
      '-f',
      'csv',
      '-e',
      'SELECT (COUNT(*) AS ?n) { ?claim a dip:Claim }',
      '-g',
      EXAMPLE_GRAPH,
      extra,
    );
    expect(out).toBe('n\r\n13\r\n');
  });

  it('says yes or no', async () => {
    const rejects = [
      'does-actor-take-position',
      ...EXAMPLE,
      '-p',
      'holder=Egypt',
      '-p',
      'issue=nile-dam-filling',
    ];
    expect((await run(...rejects, '-p', 'stance=rejects')).out).toBe('yes\n');
    expect((await run(...rejects, '-p', 'stance=supports')).out).toBe('no\n');
    expect((await run(...rejects, '-f', 'csv')).out).toBe('true\n');
  });

  it('stops at a limit', async () => {
    const { out, err } = await run(...EXAMPLE, '--limit', '2', '-f', 'tsv', '-e', 'SELECT ?s { ?s ?p ?o }');
    expect(out.split('\n')).toHaveLength(4);
    expect(err).toBe('2 rows (stopped by --max-rows)\n');
  });

  it('shows the plan with prefixed names', async () => {
    const { out } = await run('who-rejects', ...EXAMPLE, '-p', 'issue=nile-dam-filling', '--explain');
    expect(out).toMatch(/^The query as it was rewritten:[\s\S]*\nThe joins as they were carried out/u);
    expect(out).toContain('?claim dip:issue issue:nile-dam-filling .');
  });

  it('says “no rows”, what restricted the answer and where near misses are', async () => {
    const { out, err, exitCode } = await run('who-concedes', ...EXAMPLE, '-p', 'issue=kosovo-un-membership');
    expect(out).toBe('no rows\n');
    expect(err).toBe(
      '0 rows\nhint: the answer was restricted by issue=kosovo-un-membership\n' +
        'who comes near, and why not: demarche query near-misses --param issue=kosovo-un-membership --param stance=concedes\n',
    );
    expect(exitCode).toBe(0);
  });

  it('sees named graphs inside GRAPH only when the default graph is strict', async () => {
    const { out, err } = await run(
      ...EXAMPLE,
      '--default-graph',
      'strict',
      '-e',
      'SELECT ?c { ?c a dip:Claim }',
    );
    expect(out).toBe('no rows\n');
    expect(err).toContain('hint: --default-graph strict sees named graphs inside GRAPH only');
  });

  it('tells of a graph without claims', async () => {
    const { err, exitCode } = await run('-g', file('none.ttl', '<urn:a> <urn:b> <urn:c> .'), '-e', 'ASK {}');
    expect(err).toMatch(/none\.ttl holds no claims \(no dip:Claim among 1 triple\)/u);
    expect(exitCode).toBe(0);
  });

  it.each([
    [
      ['who-rejekts', ...EXAMPLE],
      'demarche: query: no query "who-rejekts" in the library; did you mean who-rejects',
    ],
    [['who-rejects', ...EXAMPLE], 'queries/who-rejects.rq: parameter "issue" is missing (issue: '],
    [
      ['who-rejects', ...EXAMPLE, '-p', 'isue=x'],
      'unknown parameter "isue"; the query has issue, headlines and articleVoice; did you mean "issue"?',
    ],
    [
      ['who-rejects', ...EXAMPLE, '-p', 'issue=nile'],
      'no issue "nile" in the graph; the nearest are:\n  issue:nile-dam-filling  Filling of the Nile dam\n',
    ],
    [
      ['who-rejects', ...EXAMPLE, '-p', 'issue=nile-dam-filling', '-p', 'headlines=maybe'],
      'parameter "headlines": "maybe" is not true or false',
    ],
    [
      ['asserted-as-fact', '--graph', 'missing.trig'],
      'demarche: missing.trig: no such graph file; name one with --graph',
    ],
    [['missing.rq', ...EXAMPLE], 'demarche: missing.rq: no such file'],
    [[...EXAMPLE], 'demarche: query: no query; give a name of the library'],
    [['a', '-e', 'ASK {}', ...EXAMPLE], 'either a query\'s name ("a") or --execute, not both'],
    [['-e', 'SELECT * { ?s foo:p ?o }', ...EXAMPLE], 'demarche: --execute:1:15: unknown prefix "foo:"'],
    [['-e', 'ASK {', ...EXAMPLE], 'demarche: --execute:1:6: the query breaks off'],
    [
      ['-e', 'DELETE WHERE { ?s ?p ?o }', ...EXAMPLE],
      'demarche: --execute: a query asks and changes nothing',
    ],
    [
      ['-e', 'SELECT * { ?s ?p ?o }', '-f', 'turtle', ...EXAMPLE],
      'the query gives rows, which turtle cannot hold',
    ],
  ] as const)('%j ends with code 1 and says why', async (parameters, message) => {
    const { out, err, exitCode } = await run(...parameters);
    expect(err).toContain(message);
    expect([out, exitCode]).toEqual(['', 1]);
  });

  it('refuses graph files that are empty, folders or no RDF', async () => {
    expect((await run('-e', 'ASK {}', '-g', file('empty.trig', ' \n'))).err).toContain(
      'empty.trig: the file is empty',
    );
    mkdirSync(path.join(folder, 'folder.trig'));
    expect((await run('-e', 'ASK {}', '-g', path.join(folder, 'folder.trig'))).err).toContain('is a folder');
    expect((await run('-e', 'ASK {}', '-g', file('x.csv', 'a,b'))).err).toContain(
      'the ending tells no RDF format; use ',
    );
    expect((await run('-e', 'ASK {}', '-g', file('bad.trig', '<urn:a> <urn:b>\n'))).err).toMatch(
      /bad\.trig:\d/u,
    );
  });
});

describe('demarche queries', () => {
  it('lists name, question and parameters', async () => {
    const terminal = fakeTerminal(200);
    await main(['queries'], terminal);
    expect(terminal.out()).toMatch(/^name +question +parameters\n/u);
    expect(terminal.out()).toMatch(
      /\nwho-rejects +Which actors reject an issue.* +issue, \[headlines=false\], \[articleVoice=false\]\n/u,
    );
  });

  it('lists them for programs', async () => {
    const terminal = fakeTerminal();
    await main(['queries', '--format', 'json'], terminal);
    expect(JSON.parse(terminal.out())).toContainEqual(
      expect.objectContaining({
        name: 'who-concedes',
        parameters: [expect.objectContaining({ name: 'issue', type: 'issue', optional: false })],
      }),
    );
  });
});
