import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DATASET_TABLES } from '../../src/export/dataset-tables.ts';
import { METADATA_TEMPLATE, parseMetadata } from '../../src/export/package/dataset-metadata.ts';
import { InputError } from '../../src/model/input-error.ts';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const readJson = (file: string) => JSON.parse(read(file));

beforeAll(async () => {
  await writeExampleDataset(folder);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the descriptions', () => {
  it.each(['datapackage', 'croissant', 'datacite', 'ro-crate-metadata'])(
    '%s.json fits its schema',
    (name) => {
      const ajv = new Ajv2020({ strict: false, allErrors: true });
      addFormats.default(ajv);
      const schema = JSON.parse(readFileSync(`test/fixtures/export/${name}.schema.json`, 'utf8'));
      const isValid = ajv.validate(schema, readJson(`${name}.json`));
      expect(ajv.errors ?? []).toEqual([]);
      expect(isValid).toBe(true);
    },
  );

  it('name every column of every CSV file in its order', () => {
    const { tables } = readJson('csv-metadata.json');
    for (const { url, tableSchema } of tables) {
      const names = tableSchema.columns.map((column: { name: string }) => column.name);
      expect(read(url).split('\r\n', 1)).toEqual([names.join(',')]);
    }
    const { resources } = readJson('datapackage.json');
    for (const { path: file, type, schema } of resources) {
      if (type !== 'table') continue;
      const names = schema.fields.map((field: { name: string }) => field.name);
      expect(read(file).split('\r\n', 1)).toEqual([names.join(',')]);
    }
  });

  it('describe every column in the codebook', () => {
    const codebook = read('codebook.md');
    for (const { columns } of DATASET_TABLES) {
      for (const { name, description } of columns) {
        expect(codebook).toContain(`| \`${name}\` |`);
        expect(codebook).toContain(description.replaceAll('|', String.raw`\|`));
      }
    }
  });

  it('refer from table to table by keys that exist', () => {
    const keys = new Map(
      DATASET_TABLES.map(({ name, key }) => [name, new Set(readRows(name).map((row) => row[key]))]),
    );
    for (const { name, columns } of DATASET_TABLES) {
      for (const { name: column, references } of columns) {
        if (references === undefined) continue;
        const dangling = readRows(name)
          .map((row) => row[column])
          .filter((value) => value !== null && keys.get(references)?.has(value) !== true);
        expect([name, column, dangling]).toEqual([name, column, []]);
      }
    }
  });

  it('cite the dataset', () => {
    expect(parse(read('CITATION.cff'))).toMatchObject({
      'cff-version': '1.2.0',
      type: 'dataset',
      doi: '10.5555/12345678',
      authors: [{ 'family-names': 'Carberry', orcid: 'https://orcid.org/0000-0002-1825-0097' }],
    });
    expect(read('README.md')).toContain(
      'Carberry, Josiah (2024). Positions on the dam (version 1.0.0) [data set]. Brown University. https://doi.org/10.5555/12345678',
    );
  });
});

function readRows(table: string): readonly Record<string, unknown>[] {
  return read(`jsonl/${table}.jsonl`)
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));
}

describe('dataset.yaml', () => {
  it('is read from its own template', () => {
    expect(parseMetadata(METADATA_TEMPLATE, 'dataset.yaml')).toMatchObject({
      title: 'Claims in diplomatic news',
      licence: 'CC-BY-4.0',
      authors: [{ given: 'Ada', family: 'Example' }],
    });
  });

  it.each([
    ['licence: MIT\ntitle: x', /unknown licence "MIT"; allowed are CC-BY-4.0/u],
    ['titel: x', /unknown field "titel"; allowed are title/u],
    ['version: 1.0.0', /"title" is missing/u],
    ['title: x\npublished: 2024-02-30', /there is no day 2024-02-30/u],
    ['title: x\ndoi: https://doi.org/10.1/x', /"doi" must be a DOI such as/u],
    ['title: x\nauthors: Ada', /"authors" must be a list/u],
    [
      'title: x\nauthors: [{given: Ada, family: E, orcid: 0000-0002-1825-0098}]',
      /author 1: the ORCID .* check digit/u,
    ],
    ['title: [', /dataset.yaml:1: /u],
    ['', /holds no fields/u],
  ])('says what is wrong in %j', (text, message) => {
    expect(() => parseMetadata(text, 'dataset.yaml')).toThrow(message);
    expect(() => parseMetadata(text, 'dataset.yaml')).toThrow(InputError);
  });
});
