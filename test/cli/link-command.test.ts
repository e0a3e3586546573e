import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { holdFile } from '../../src/io/hold-file.ts';
import { fakeTerminal } from './fake-terminal.ts';

/** Invented news; the Peruvian minister is nobody whom the gazetteer knows. */
const NEWS = {
  lima: 'Peruvian Foreign Minister Rosaura Quintanilla rejected the offer on Monday.\nBolivia would not get a port, Quintanilla said.\nShe met Chilean diplomats in Lima.\n',
  sucre:
    'Bolivia asked Peru for a port. “We will answer,” said Rosaura Quintanilla, the foreign minister of Peru.\n',
} as const;

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-link-'));
const graph = path.join(folder, 'graph.trig');
const articles = Object.keys(NEWS).map((name) => path.join(folder, `${name}.txt`));
let built = '';

async function run(...parameters: readonly string[]): Promise<ReturnType<typeof fakeTerminal>> {
  const terminal = fakeTerminal(200);
  await main([...parameters], terminal);
  return terminal;
}

function build(): Promise<ReturnType<typeof fakeTerminal>> {
  return run('build', ...articles, '-o', graph, '-j', '1');
}

/** The exported table with the cell `decision` of the rows of a label. */
async function decide(label: string, decision: string, note = ''): Promise<string> {
  const table = (await run('link', graph, '--export', 'csv')).out();
  const file = path.join(folder, 'decisions.csv');
  writeFileSync(
    file,
    table
      .split('\r\n')
      .map((row) => (row.includes(`,${label},`) ? row.replace(/,,$/u, `,${decision},${note}`) : row))
      .join('\r\n'),
  );
  return file;
}

beforeAll(async () => {
  for (const [name, text] of Object.entries(NEWS)) writeFileSync(path.join(folder, `${name}.txt`), text);
  await build();
  built = readFileSync(graph, 'utf8');
});

beforeEach(() => {
  writeFileSync(graph, built);
});

describe('demarche link', () => {
  it('prints who an actor is, why, and the lines of its mentions', async () => {
    const { out, err } = { out: (await run('link', graph)).out(), err: (await run('link', graph)).err() };
    expect(out).toMatch(/^Bolivia {2}state {2}Q750 {2}linked {2}0\.98 {2}\(/mu);
    expect(out).toMatch(/Rosaura Quintanilla {2}person {2}not linked/u);
    expect(out).toMatch(/ {2}lima: “Rosaura Quintanilla” 1; “Quintanilla” 2/u);
    expect(err).toMatch(/\d+ actors: \d+ linked, \d+ not linked/u);
  });

  it('reads articles as well as graphs', async () => {
    const text = (await run('link', articles[0] ?? '')).out();
    expect(text).toMatch(/Rosaura Quintanilla {2}person {2}not linked/u);
  });

  it('lists with --review only what is uncertain', async () => {
    const text = (await run('link', graph, '--review')).out();
    expect(text).not.toContain('Bolivia  state');
  });

  it('writes a mapping set, a table for OpenRefine and a table to correct', async () => {
    const sssom = (await run('link', graph, '--export', 'sssom')).out();
    expect(sssom).toMatch(/^#curie_map:\n/u);
    expect(sssom).toMatch(/^subject_id\tsubject_label\t.*mapping_justification/mu);
    expect(sssom).toMatch(
      /^actor:Q750\tBolivia\tstate\tskos:exactMatch\twd:Q750\tsemapv:CompositeMatching\t0\.980/mu,
    );
    const refine = (await run('link', graph, '--export', 'openrefine')).out();
    expect(refine).toMatch(/,Bolivia,Q6256,Q750,linked,/u);
    expect((await run('link', graph, '--export', 'csv')).out()).toMatch(
      /^actor,label,type,judgement,qid,.*decision,note\r\n/u,
    );
  });

  it('keeps a person’s decision through builds and carries it into the claims', async () => {
    const table = await decide('Rosaura Quintanilla', 'Q999001', 'met in Lima');
    const imported = await run('link', graph, '--import', table, '--by', 'Ada Obi');
    expect(imported.err()).toContain('2 decisions added, on actors of 2 articles');
    const decided = readFileSync(graph, 'utf8');
    expect(decided).toContain('dip:foundBy "Ada Obi"');
    expect(decided).toMatch(/GRAPH graph:identity \{\s+actor:[0-9a-f]{16}-e\d+\s+schema:sameAs wd:Q999001/u);
    const rebuilt = await build();
    expect(rebuilt.err()).toContain('2 articles (0 unchanged)');
    const text = readFileSync(graph, 'utf8');
    expect(text).toMatch(/dip:holder actor:Q999001/u);
    expect(text).toContain('dip:foundBy "Ada Obi"');
    expect((await run('link', graph)).out()).toMatch(
      /Rosaura Quintanilla {2}person {2}Q999001 {2}linked {2}1\.00/u,
    );
    expect((await run('validate', graph)).exitCode()).toBe(0);
    // Nothing changed since: nothing is read again, and the bytes are the same.
    expect((await build()).err()).toContain('2 articles (2 unchanged)');
    expect(readFileSync(graph, 'utf8')).toBe(text);
  });

  it('takes a link back where a person says nil', async () => {
    await run('link', graph, '--import', await decide('Bolivia', 'nil'), '--by', 'Ada Obi');
    await build();
    const text = readFileSync(graph, 'utf8');
    expect(text).not.toContain('schema:sameAs wd:Q750');
    expect(text.match(/dip:foundBy "Ada Obi"/gu)).toHaveLength(2);
    expect((await run('validate', graph)).exitCode()).toBe(0);
  });

  it('takes ok for the candidate that the row offers, and for nothing where it offers none', async () => {
    const [, row = ''] =
      /^(\S+\/actor\/[^,]+),Rosaura Quintanilla/mu.exec(
        (await run('link', graph, '--export', 'csv')).out(),
      ) ?? [];
    const file = path.join(folder, 'ok.csv');
    writeFileSync(file, `actor,candidate,decision\n${row},,ok\n`);
    expect((await run('link', graph, '--import', file, '--by', 'Ada Obi')).err()).toMatch(
      /ok\.csv:2: "ok", but/u,
    );
    writeFileSync(file, `actor,candidate,decision\n${row},Q999001,ok\n`);
    await run('link', graph, '--import', file, '--by', 'Ada Obi');
    expect(readFileSync(graph, 'utf8')).toContain('wd:Q999001');
  });

  it('refuses a type that actors do not have', async () => {
    expect((await run('link', graph, '--type', 'persn')).exitCode()).toBe(1);
  });

  it('waits for nobody: a graph that another run writes is left alone', async () => {
    const table = await decide('Rosaura Quintanilla', 'nil');
    const release = await holdFile(graph);
    const decided = await run('link', graph, '--import', table, '--by', 'Ada Obi');
    const inferred = await run('infer', graph);
    await release();
    expect([decided.err(), inferred.err()].map((text) => text.includes('another run of demarche'))).toEqual([
      true,
      true,
    ]);
    expect(readFileSync(graph, 'utf8')).toBe(built);
  });

  it('names every wrong row by its line and leaves the graph as it was', async () => {
    const file = path.join(folder, 'wrong.csv');
    writeFileSync(
      file,
      'actor,decision\nhttps://example.org/nobody,Q1\nhttps://w3id.org/demarche/id/actor/Q750,maybe\nx,nil,extra\n',
    );
    const { err, exitCode } = await run('link', graph, '--import', file, '--by', 'Ada Obi');
    expect(err()).toMatch(/wrong\.csv:2: the graph has no actor "https:\/\/example\.org\/nobody"/u);
    expect(err()).toMatch(/wrong\.csv:3: "maybe" is no decision/u);
    expect(err()).toMatch(/wrong\.csv:4: 3 cells where the head has 2/u);
    expect(exitCode()).toBe(1);
    expect(readFileSync(graph, 'utf8')).toBe(built);
  });

  it.each([
    ['without an author', ['--import', 'x.csv'], /give a name with --by/u],
    ['from a file that is not there', ['--import', '/no/such.csv', '--by', 'Ada'], /no such file/u],
  ])('refuses decisions %s', async (_, flags, message) => {
    const { err, exitCode } = await run('link', graph, ...flags);
    expect([err(), exitCode()]).toEqual([expect.stringMatching(message), 1]);
  });
});
