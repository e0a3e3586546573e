import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { Ajv } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { DATASET_TABLES } from '../../src/export/dataset-tables.ts';
import type { DatasetFacts } from '../../src/export/package/dataset-facts.ts';
import { writeCitation } from '../../src/export/package/citation-cff.ts';
import { describeForDataCite } from '../../src/export/package/datacite.ts';
import { describeForFrictionless } from '../../src/export/describe/data-package.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { EXAMPLE_METADATA, temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
const read = (file: string): string => readFileSync(path.join(folder, file), 'utf8');
const readJson = (file: string) => JSON.parse(read(file));
let facts: DatasetFacts;

/** What a schema finds wrong with a description. */
function mistakesIn(name: string, description: unknown): readonly string[] {
  const schema = JSON.parse(readFileSync(`test/fixtures/export/${name}.schema.json`, 'utf8'));
  const isNew = String(schema.$schema).includes('2020-12');
  const ajv = new (isNew ? Ajv2020 : Ajv)({ strict: false, allErrors: true });
  addFormats.default(ajv);
  ajv.validate(schema, description);
  return (ajv.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

beforeAll(async () => {
  facts = await writeExampleDataset(folder);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('the descriptions', () => {
  it.each(['datapackage', 'croissant', 'datacite', 'ro-crate-metadata'])(
    '%s.json fits its schema',
    (name) => {
      expect(mistakesIn(name, readJson(`${name}.json`))).toEqual([]);
    },
  );

  it('CITATION.cff fits the schema of its authors', () => {
    expect(mistakesIn('citation', parse(read('CITATION.cff')))).toEqual([]);
  });

  it('fit their schemas where little is known of the dataset', () => {
    const { doi: _, ...metadata } = { ...EXAMPLE_METADATA, authors: [], keywords: [], publisher: '' };
    const bare = { ...facts, metadata };
    expect(mistakesIn('datapackage', describeForFrictionless(bare))).toEqual([]);
    expect(mistakesIn('datacite', describeForDataCite(bare))).toEqual([]);
    expect(mistakesIn('citation', parse(writeCitation(metadata)))).toEqual([]);
  });

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

  it('name authors and publisher in VoID and DCAT', () => {
    const quads = parseTurtleFamily(read('rdf/void.ttl'), { format: 'turtle', where: 'void.ttl' });
    const dataset = 'https://doi.org/10.5555/12345678';
    const said = quads.map(({ subject, predicate, object }) =>
      [subject.value, predicate.value.replace(/^.*[#/]/u, ''), object.value].join(' '),
    );
    expect(said).toEqual(
      expect.arrayContaining([
        `${dataset} creator https://orcid.org/0000-0002-1825-0097`,
        'https://orcid.org/0000-0002-1825-0097 name Josiah Carberry',
        `${dataset} publisher ${dataset}#publisher`,
        `${dataset}#publisher name Brown University`,
      ]),
    );
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
