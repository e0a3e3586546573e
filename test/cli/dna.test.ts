import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { default as sqlite } from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure as configureExport } from '../../src/cli/commands/export.ts';
import { configure as configureImport } from '../../src/cli/commands/import.ts';
import { configure as configureValidate } from '../../src/cli/commands/validate.ts';
import { readDna } from '../../src/export/dna/read-dna.ts';
import { temporaryFolder } from '../export/write-example.ts';
import { fakeTerminal } from './fake-terminal.ts';

/** The file from which the fixture was read; not part of the project. */
const SAMPLE = '../shared/samples/sample.dna';
const root = temporaryFolder();
const place = (name: string): string => path.join(root, name);

async function run(configure: typeof configureExport, ...parameters: readonly string[]) {
  const terminal = fakeTerminal();
  const command = new Command('test').exitOverride();
  configure(command, terminal);
  await command.parseAsync([...parameters], { from: 'user' });
  return terminal;
}

function schemaOf(file: string): readonly string[] {
  const database = new sqlite.Database(file, { readOnly: true });
  const columns = database.all(
    'SELECT t.name AS of, c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master t JOIN pragma_table_info(t.name) c WHERE t.type = \'table\' ORDER BY t.name, c.cid',
  );
  database.close();
  return columns.map((column) => JSON.stringify(column));
}

beforeAll(async () => {
  await run(configureExport, 'dna', '-o', place('a.dna'), '--graph', 'test/fixtures/graph/example.trig');
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('demarche export dna', () => {
  it('codes holders of positions as DNA does', async () => {
    const { documents } = await readDna(place('a.dna'));
    const coded = documents.flatMap(({ statements, text }) =>
      statements.map(({ start, end, person, organization, concept, agreement }) =>
        [person, organization, concept, agreement, text.slice(start, end)].join(' | '),
      ),
    );
    expect(coded).toContain(
      'Marko Petrović | Serbia | Kosovo in the United Nations | false | “any seat for Kosovo in the United Nations”',
    );
    expect(coded).toContain(
      ' | Albania | Kosovo in the United Nations | true | Albania supports the membership of Kosovo',
    );
    expect(coded).toHaveLength(7);
  });

  it('is the same bytes when made twice', async () => {
    await run(configureExport, 'dna', '-o', place('b.dna'), '--graph', 'test/fixtures/graph/example.trig');
    expect(readFileSync(place('b.dna')).equals(readFileSync(place('a.dna')))).toBe(true);
  });

  it('keeps offsets but no text where asked', async () => {
    await run(
      configureExport,
      'dna',
      '-o',
      place('c.dna'),
      '--no-text',
      '--graph',
      'test/fixtures/graph/example.trig',
    );
    const bare = await readDna(place('c.dna'));
    const whole = await readDna(place('a.dna'));
    expect(bare.documents.map(({ text }) => text.trim())).toEqual(['', '', '']);
    expect(bare.documents.map(({ title }) => title)).toEqual(['kosovo-1', 'nile-1', 'nile-2']);
    expect(bare.documents.map(({ statements }) => statements)).toEqual(
      whole.documents.map(({ statements }) => statements),
    );
  });

  it('has a password that DNA accepts', () => {
    const database = new sqlite.Database(place('a.dna'), { readOnly: true });
    const stored = Buffer.from(
      JSON.stringify(database.get('SELECT Password FROM CODERS WHERE ID = 1')?.['Password']),
      'base64',
    );
    database.close();
    let digest = createHash('sha256').update(stored.subarray(0, 16)).update('demarche').digest();
    for (let round = 1; round < 100_000; round += 1) digest = createHash('sha256').update(digest).digest();
    expect(stored.subarray(16).equals(digest)).toBe(true);
  });

  it('has the tables and columns of a file made by DNA itself', () => {
    const columns = readFileSync('test/fixtures/export/dna-columns.jsonl', 'utf8').trim().split('\n');
    expect(schemaOf(place('a.dna'))).toEqual(columns);
    if (!existsSync(SAMPLE)) return;
    copyFileSync(SAMPLE, place('sample.dna'));
    expect(schemaOf(place('sample.dna'))).toEqual(columns);
  });
});

describe('demarche import', () => {
  it('reads coded statements as claims with their coder, and they come back the same', async () => {
    const { err } = await run(configureImport, place('a.dna'), '-o', place('a.trig'));
    expect(err()).toMatch(/7 coded statements of 3 documents as claims, 3 issues/u);
    expect(readFileSync(place('a.trig'), 'utf8')).toContain('dip:foundBy "dna/coder demarche"');
    const validation = await run(configureValidate, place('a.trig'));
    expect(validation.err()).toMatch(/7 claims, 7 evidence spans verified against the text, 0 violations/u);
    await run(configureExport, 'dna', '-o', place('again.dna'), '--graph', place('a.trig'));
    const before = await readDna(place('a.dna'));
    const after = await readDna(place('again.dna'));
    const content = ({ documents }: typeof before) =>
      documents
        .flatMap(({ statements }) => statements.map(({ id: _id, ...statement }) => JSON.stringify(statement)))
        .toSorted();
    expect(content(after)).toEqual(content(before));
  });

  it('says what is wrong with a file that is none', async () => {
    await expect(run(configureImport, 'README.md', '-o', place('x.trig'))).rejects.toThrow(
      /is no \.dna file/u,
    );
    copyFileSync('README.md', place('false.dna'));
    await expect(run(configureImport, place('false.dna'), '-o', place('x.trig'))).rejects.toThrow(
      /is no file of Discourse Network Analyzer 3/u,
    );
  });
});
