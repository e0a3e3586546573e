import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/export.ts';
import { temporaryFolder } from '../export/write-example.ts';
import { METADATA_TEMPLATE } from '../../src/export/package/dataset-metadata.ts';
import { fakeTerminal } from './fake-terminal.ts';

const root = temporaryFolder();
const graph = 'test/fixtures/graph/example.trig';
const place = (name: string): string => path.join(root, name);

async function run(...parameters: readonly string[]) {
  const terminal = fakeTerminal();
  const command = new Command('export').exitOverride();
  configure(command, terminal);
  await command.parseAsync([...parameters], { from: 'user' });
  return terminal;
}

afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('demarche export dataset', () => {
  it('writes a zip that is the same bytes twice, and says what an archive will miss', async () => {
    // Named from where the user stands, as in `-o dataset.zip`.
    const output = path.relative(process.cwd(), place('a.zip'));
    const first = await run('dataset', '-o', output, '--graph', graph, '--title', 'Dam');
    const before = readFileSync(place('a.zip'));
    await run('dataset', '-o', place('b.zip'), '--graph', graph, '--title', 'Dam');
    expect(readFileSync(place('b.zip')).equals(before)).toBe(true);
    expect(first.err()).toMatch(/12 claims, 3 articles, \d+ actors, 3 issues/u);
    expect(first.err()).toMatch(/an archive will ask for authors, publisher, published/u);
    const entries = unzipSync(readFileSync(place('a.zip')));
    expect(Object.keys(entries)).toContain('dataset/csv/claims.csv');
    expect(Buffer.from(entries['dataset/README.md'] ?? []).toString('utf8')).toMatch(/^# Dam\n/u);
  });

  it('puts a quote before what a spreadsheet would calculate, where asked', async () => {
    const risky = readFileSync(graph, 'utf8').replaceAll('"Albania"', '"=HYPERLINK(1)"');
    writeFileSync(place('risky.trig'), risky);
    await run('dataset', '-o', place('risky'), '--graph', place('risky.trig'), '--neutralise-formulas');
    const claims = readFileSync(place('risky/csv/claims.csv'), 'utf8');
    expect(claims).toContain(",'=HYPERLINK(1),");
    expect(claims).toContain(',-1,');
    expect(readFileSync(place('risky/jsonl/claims.jsonl'), 'utf8')).toContain('"=HYPERLINK(1)"');
  });

  it('says so where the names of the template were left in a dataset.yaml', async () => {
    await run('metadata', '-o', place('dataset.yaml'));
    const parameters = [
      'dataset',
      '-o',
      place('named'),
      '--graph',
      graph,
      '--metadata',
      place('dataset.yaml'),
    ];
    const left = await run(...parameters);
    expect(left.err()).toMatch(/still those of the template/u);
    const own = METADATA_TEMPLATE.replaceAll('Example', 'Kovalenko');
    writeFileSync(place('dataset.yaml'), own);
    expect((await run(...parameters)).err()).not.toMatch(/template/u);
    expect(readFileSync(place('named/README.md'), 'utf8')).toContain('By Ada Kovalenko.');
  });

  it('names what is wrong with what it is given', async () => {
    await expect(run('dataset', '-o', place('x'), '--graph', place('none.trig'))).rejects.toThrow(
      /none\.trig: there is no such file/u,
    );
    await expect(run('dataset', '-o', place('x'), '--graph', graph, '--quote-limit', '5')).rejects.toThrow(
      /only together with --no-text/u,
    );
  });
});
