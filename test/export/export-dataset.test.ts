import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import { parse as parseCsv } from 'csv-parse/sync';
import { asyncBufferFromFile, parquetMetadataAsync, parquetReadObjects } from 'hyparquet';
import { Command } from 'commander';
import jsonld from 'jsonld';
import { default as sqlite } from 'node-sqlite3-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { configure as configureValidate } from '../../src/cli/commands/validate.ts';
import { DATASET_TABLES } from '../../src/export/dataset-tables.ts';
import type { DatasetFacts } from '../../src/export/package/dataset-facts.ts';
import type { Column } from '../../src/export/table.ts';
import { trustyCode } from '../../src/export/rdf/trusty-uri.ts';
import { parseRdfXml } from '../../src/rdf/parse-rdf-xml.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { quad, stringLiteral } from '../../src/rdf/terms.ts';
import { dip, schema, skos } from '../../src/rdf/vocabulary.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';
import { EXAMPLE_RESULTS } from '../fixtures/graph/example-results.ts';
import { fakeTerminal } from '../cli/fake-terminal.ts';
import { parsePredicate, toDocument, withSpace } from './rdf-terms.ts';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
let facts: DatasetFacts;
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const csvRows = (table: string): readonly Record<string, string>[] =>
  parseCsv(read(`csv/${table}.csv`), { columns: true, escape: '"' });
const jsonRows = (table: string): readonly Record<string, unknown>[] =>
  read(`jsonl/${table}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
const listFiles = (place: string): readonly string[] =>
  readdirSync(place, { recursive: true, encoding: 'utf8' })
    .filter((file) => statSync(path.join(place, file)).isFile())
    .toSorted();
const hashOf = (file: string): string => createHash('sha256').update(readFileSync(file)).digest('hex');

function lines(quads: Parameters<typeof serialise>[0]): string {
  return serialise(quads, 'ntriples');
}

function isList({ type }: Column): boolean {
  return type === 'list' || type === 'iri-list';
}

/** A field of CSV as JSON has it. */
function valueOfCsv(column: Column, field = ''): unknown {
  if (isList(column)) {
    const parts = field.split(' | ').map((part) => part.replaceAll(/(?<=^| )\\(\\*)\|(?= |$)/gu, '$1|'));
    return field === '' ? [] : parts;
  }
  if (field === '') return null;
  return column.type === 'integer' || column.type === 'decimal' ? Number(field) : field;
}

/** A value of SQLite as JSON has it. */
function valueOfSql(column: Column, value: unknown): unknown {
  return isList(column) && typeof value === 'string' ? JSON.parse(value) : value;
}

/** What the built-in validator reports. */
async function validate(graph: string): Promise<string> {
  const terminal = fakeTerminal();
  const command = new Command('validate').exitOverride();
  configureValidate(command, terminal);
  await command.parseAsync([graph], { from: 'user' });
  return terminal.err();
}

beforeAll(async () => {
  facts = await writeExampleDataset(folder);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a dataset', () => {
  it('is the same bytes when made twice', async () => {
    const again = path.join(root, 'again');
    await writeExampleDataset(again);
    expect(listFiles(again)).toEqual(listFiles(folder));
    const differing = listFiles(again).filter(
      (file) => hashOf(path.join(again, file)) !== hashOf(path.join(folder, file)),
    );
    expect(differing).toEqual([]);
  });

  it('lists the right checksum of every file', () => {
    const listed = read('SHA256SUMS')
      .trim()
      .split('\n')
      .map((line) => line.split('  '));
    expect(listed.map(([, file]) => file)).toEqual(listFiles(folder).filter((file) => file !== 'SHA256SUMS'));
    for (const [hash, file = ''] of listed) expect(hashOf(path.join(folder, file))).toBe(hash);
  });

  it('does not replace a folder that is not a dataset', async () => {
    await expect(writeExampleDataset(root)).rejects.toThrow(/holds other files/u);
  });

  it('leaves nothing behind where writing fails', async () => {
    const place = path.join(root, 'failed');
    const failing = writeExampleDataset(place, {
      ask: () => () => Promise.reject(new Error('the query fails')),
    });
    await expect(failing).rejects.toThrow('the query fails');
    expect(existsSync(place)).toBe(false);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('the tables', () => {
  it('have the rows that the graph has', () => {
    expect(Object.fromEntries(facts.rows)).toEqual({
      claims: 12,
      evidence: 13,
      actors: expect.any(Number),
      issues: 3,
      positions: 0,
      changes: 0,
      articles: 3,
      mentions: expect.any(Number),
      link_decisions: expect.any(Number),
      reviews: 0,
    });
  });

  it('quote the texts exactly', () => {
    const [claim] = jsonRows('claims').filter(({ stance }) => stance === 'conditionally-supports');
    expect(claim).toMatchObject({
      holder_label: 'Ethiopia',
      holder_wikidata: 'Q115',
      speaker_label: 'Dina Alemu',
      outlet_label: 'Cairo Courier',
      issue_label: 'Observers at the dam',
      polarity: 1,
      condition: 'if they are chosen by the African Union',
      quotation:
        'Ethiopia would accept “neutral observers at the dam” … “if they are chosen by the African Union”',
      reported_on: '2021-04-07',
      extraction_confidence: 0.88,
    });
  });

  it('give the two voices a row of their own', () => {
    const voices = jsonRows('actors').filter(({ type }) => type === 'voice');
    expect(voices.map(({ label }) => label)).toEqual(['article voice', 'unattributed']);
  });

  it.each(DATASET_TABLES.map(({ name }) => name))('%s is equal in CSV, JSON Lines and SQLite', (name) => {
    const table = DATASET_TABLES.find((candidate) => candidate.name === name);
    const database = new sqlite.Database(path.join(folder, 'dataset.sqlite'), { readOnly: true });
    const stored = database.all(`SELECT * FROM "${name}"`);
    database.close();
    const csv = csvRows(name);
    const json = jsonRows(name);
    expect(csv.length).toBe(facts.rows.get(name));
    expect(json.length).toBe(csv.length);
    expect(stored.length).toBe(csv.length);
    const columns = table?.columns ?? [];
    const expected = json.map((row) => columns.map((column) => row[column.name] ?? null));
    expect(csv.map((row) => columns.map((column) => valueOfCsv(column, row[column.name])))).toEqual(expected);
    expect(stored.map((row) => columns.map((column) => valueOfSql(column, row[column.name])))).toEqual(
      expected,
    );
  });

  it.each(DATASET_TABLES.map(({ name }) => name))(
    '%s is read back from Parquet by hyparquet',
    async (name) => {
      const file = await asyncBufferFromFile(path.join(folder, `parquet/${name}.parquet`));
      const rows = await parquetReadObjects({ file });
      const dates = DATASET_TABLES.flatMap(({ columns }) => columns).filter(({ type }) => type === 'date');
      const plain = rows.map((row) =>
        Object.fromEntries(
          Object.entries(row).map(([key, value]) => [
            key,
            value instanceof Date && dates.some((column) => column.name === key)
              ? value.toISOString().slice(0, 10)
              : // hyparquet gives decimals as floating point numbers.
                typeof value === 'number'
                ? Number(value.toFixed(4))
                : (value ?? null),
          ]),
        ),
      );
      expect(plain).toEqual(jsonRows(name));
      const { key_value_metadata: metadata = [] } = await parquetMetadataAsync(file);
      expect(metadata.map(({ key }) => key)).toContain('title');
    },
  );

  it('are read from Parquet by DuckDB with typed days and decimals', async () => {
    const connection = await (await DuckDBInstance.create(':memory:')).connect();
    const place = path.join(folder, 'parquet/claims.parquet');
    const types = await connection.runAndReadAll(`DESCRIBE SELECT * FROM '${place}'`);
    const typeOf = Object.fromEntries(types.getRows().map(([name, type]) => [name, type]));
    expect(typeOf).toMatchObject({
      claim: 'VARCHAR',
      reported_on: 'DATE',
      polarity: 'INTEGER',
      extraction_confidence: 'DECIMAL(9,4)',
      evidence_spans: 'VARCHAR[]',
    });
    for (const [name, rows] of facts.rows) {
      const count = await connection.runAndReadAll(
        `SELECT count(*) FROM '${path.join(folder, `parquet/${name}.parquet`)}'`,
      );
      expect(Number(count.getRows()[0]?.[0])).toBe(rows);
    }
    const sum = await connection.runAndReadAll(
      `SELECT sum(extraction_confidence)::VARCHAR, min(reported_on)::VARCHAR FROM '${place}'`,
    );
    const expected = jsonRows('claims').reduce(
      (total, row) => total + Number(row['extraction_confidence']),
      0,
    );
    expect(sum.getRows()).toEqual([[expected.toFixed(4), '2021-04-07']]);
    connection.closeSync();
  });
});

describe('the RDF', () => {
  it('is the graph, as TriG and as N-Quads', () => {
    const expected = serialise(encodeExample(), 'nquads');
    expect(read('rdf/graph.nq')).toBe(expected);
    const trig = parseTurtleFamily(read('rdf/graph.trig'), { format: 'trig', where: 'graph.trig' });
    expect(serialise(trig, 'nquads')).toBe(expected);
  });

  it('loses nothing but triple terms in RDF 1.1', () => {
    const expected = encodeExample()
      .filter(({ object }) => object.termType !== 'Quad')
      .map((each) => quad(each.subject, parsePredicate(each.predicate), each.object));
    expect(read('rdf11/graph.nt')).toBe(lines(expected));
    expect(read('rdf11/graph.nt')).not.toContain('<<(');
  });

  it('is the same as Turtle, RDF/XML (read by rdflib) and JSON-LD (read by jsonld)', async () => {
    const expected = read('rdf11/graph.nt');
    const turtle = parseTurtleFamily(read('rdf11/graph.ttl'), { format: 'turtle', where: 'graph.ttl' });
    expect(lines(turtle)).toBe(expected);
    expect(lines(parseRdfXml(read('rdf11/graph.rdf'), { where: 'graph.rdf' }))).toBe(expected);
    const document: unknown = JSON.parse(read('rdf11/graph.jsonld'));
    const asLines = await jsonld.toRDF(toDocument(document), { format: 'application/n-quads' });
    const fromJson = parseTurtleFamily(String(asLines), { format: 'nquads', where: 'graph.jsonld' });
    expect(lines(fromJson)).toBe(expected);
  });

  it('keeps to the shapes and rules of the ontology', async () => {
    expect(await validate(path.join(folder, 'rdf/graph.trig'))).toMatch(
      /12 claims, 13 evidence spans verified against the text, 0 violations/u,
    );
  });

  it('has one nanopublication a claim, whose Trusty URI is the hash of its content', () => {
    const all = parseTurtleFamily(read('nanopublications/claims.trig'), {
      format: 'trig',
      where: 'claims.trig',
    });
    const codes = new Map<string, typeof all>();
    for (const each of all) {
      const code = /\/np\/(RA[\w-]{43})#/u.exec(each.graph.value)?.[1] ?? '';
      codes.set(code, [...(codes.get(code) ?? []), each]);
    }
    expect(codes.size).toBe(12);
    for (const [code, quads] of codes) {
      const text = serialise(quads, 'nquads').replaceAll(code, 'CODE');
      const open = parseTurtleFamily(text, { format: 'nquads', where: code }).map((each) => withSpace(each));
      expect(trustyCode(open)).toBe(code);
    }
  });
});

describe('a dataset without texts', () => {
  const place = path.join(root, 'bare');
  beforeAll(async () => {
    await writeExampleDataset(place, { quoteLimit: 0 });
  });

  it('holds no forty characters of an article in a row, in any file', async () => {
    const bodies = EXAMPLE_RESULTS.map(({ text }) => text.text);
    // A name that long is the words of its article, and so is a reason that quotes it.
    const sentences = new Map(
      encodeExample()
        .filter(({ predicate }) => predicate.equals(schema.articleBody))
        .map(({ object, graph }) => [graph.value, /[^.]{60,}/u.exec(object.value)?.[0] ?? '']),
    );
    const wordy = encodeExample().flatMap((each) => {
      const { subject, predicate, graph } = each;
      const sentence = sentences.get(graph.value);
      if (sentence === undefined) return [each];
      if (predicate.equals(skos.altLabel))
        return [quad(subject, skos.altLabel, stringLiteral(sentence), graph)];
      if (!predicate.equals(dip.foundBy)) return [each];
      return [each, quad(subject, dip.reason, stringLiteral(`because of “${sentence}”`), graph)];
    });
    const strict = path.join(root, 'strict');
    await writeExampleDataset(strict, { quoteLimit: 0 }, wordy);
    const runs = bodies.flatMap((body) =>
      Array.from({ length: body.length - 39 }, (_, start) => body.slice(start, start + 40)),
    );
    for (const folderOfTest of [place, strict]) {
      for (const file of listFiles(folderOfTest)) {
        const text = readFileSync(path.join(folderOfTest, file), 'utf8').replaceAll(
          /\\u([0-9A-F]{4})/gu,
          (_, code) => String.fromCharCode(Number.parseInt(String(code), 16)),
        );
        expect([file, runs.filter((run) => text.includes(run))]).toEqual([file, []]);
      }
    }
    expect(readFileSync(path.join(strict, 'jsonl/actors.jsonl'), 'utf8')).toContain('…');
  });

  it('keeps to the shapes and rules of the ontology', async () => {
    expect(await validate(path.join(place, 'rdf/graph.trig'))).toMatch(/12 claims, .* 0 violations/u);
  });

  it('keeps offsets and the hash of every stretch of evidence', () => {
    const evidence = readFileSync(path.join(place, 'jsonl/evidence.jsonl'), 'utf8').trim().split('\n');
    const withWords = read('jsonl/evidence.jsonl').trim().split('\n');
    const bare = withWords.map((line) => JSON.stringify({ ...JSON.parse(line), words: null }));
    expect(evidence.map((line) => JSON.stringify({ ...JSON.parse(line), words: null }))).toEqual(bare);
  });

  it('keeps short quotations where asked', async () => {
    const short = path.join(root, 'short');
    await writeExampleDataset(short, { quoteLimit: 30 });
    const words = readFileSync(path.join(short, 'jsonl/evidence.jsonl'), 'utf8')
      .trim()
      .split('\n')
      .flatMap((line) => JSON.parse(line).words ?? []);
    expect(words).toEqual(['A vote this year is unlikely.']);
  });
});
