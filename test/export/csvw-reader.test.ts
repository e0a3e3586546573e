import { createReadStream, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { DatasetCore, Quad } from '@rdfjs/types';
import jsonld from 'jsonld';
import { Store } from 'n3';
import CsvwParser from 'rdf-parser-csvw';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DATASET_TABLES } from '../../src/export/dataset-tables.ts';
import type { DatasetFacts } from '../../src/export/package/dataset-facts.ts';
import type { ColumnType } from '../../src/export/table.ts';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { toDocument } from './rdf-terms.ts';
import { temporaryFolder, writeExampleDataset } from './write-example.ts';

const root = temporaryFolder();
const folder = path.join(root, 'dataset');
const CSVW = 'http://www.w3.org/ns/csvw#';
const XSD = 'http://www.w3.org/2001/XMLSchema#';
/** The context of the W3C, as the reader’s package holds it. */
const CONTEXT = readFileSync('node_modules/rdf-parser-csvw/test/support/csvw.json', 'utf8');
let facts: DatasetFacts;

beforeAll(async () => {
  facts = await writeExampleDataset(folder);
});
afterAll(() => {
  rmSync(root, { recursive: true });
});

const DATATYPES: Readonly<Record<ColumnType, string>> = {
  iri: 'anyURI',
  qid: 'string',
  string: 'string',
  concept: 'string',
  integer: 'integer',
  decimal: 'decimal',
  date: 'date',
  boolean: 'boolean',
  list: 'string',
  'iri-list': 'anyURI',
};

/** What the metadata say of one table, as the reader takes it: the metadata of one file. */
async function metadataOf(table: string): Promise<DatasetCore> {
  const { tables, ...group } = JSON.parse(readFileSync(path.join(folder, 'csv-metadata.json'), 'utf8'));
  const own = tables.find(({ url }: { url: string }) => url === `csv/${table}.csv`);
  const document: unknown = { ...group, ...own };
  const lines = await jsonld.toRDF(toDocument(document), {
    base: 'https://example.org/',
    format: 'application/n-quads',
    documentLoader: (url: string) => {
      if (url !== 'http://www.w3.org/ns/csvw') throw new Error(`not to be loaded: ${url}`);
      return Promise.resolve({ documentUrl: url, document: JSON.parse(CONTEXT) });
    },
  });
  return new Store([...parseTurtleFamily(String(lines), { format: 'nquads', where: 'csv-metadata.json' })]);
}

/** The cells that the reader finds in a table, row by row: column → text and datatype. */
async function readTable(table: string): Promise<readonly Readonly<Record<string, string>>[]> {
  const baseIRI = `https://example.org/csv/${table}.csv`;
  const parser = new CsvwParser({ metadata: await metadataOf(table), baseIRI });
  const quads: Quad[] = [];
  const input = createReadStream(path.join(folder, `csv/${table}.csv`), 'utf8');
  for await (const each of parser.import(input)) quads.push(each);
  return quads
    .filter(({ predicate }) => predicate.value === `${CSVW}describes`)
    .map(({ object: row }) =>
      Object.fromEntries(
        quads
          .filter(({ subject }) => subject.equals(row))
          .map(({ predicate, object }) => [
            predicate.value.slice(baseIRI.length + 1),
            object.termType === 'Literal'
              ? `${object.value}^^${object.datatype.value.replace(XSD, '')}`
              : object.value,
          ]),
      ),
    );
}

/** The same cells as JSON Lines have them. */
function expectedRows(name: string): readonly Readonly<Record<string, string>>[] {
  const columns = DATASET_TABLES.find((table) => table.name === name)?.columns ?? [];
  return readFileSync(path.join(folder, `jsonl/${name}.jsonl`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
    .map((row) =>
      Object.fromEntries(
        columns.flatMap(({ name: column, type }) => {
          const value: string | number | boolean | readonly string[] | null = row[column];
          const text = value === null ? '' : typeof value === 'object' ? value.join(' | ') : String(value);
          return text === '' ? [] : [[column, `${text}^^${DATATYPES[type]}`]];
        }),
      ),
    );
}

describe('csv-metadata.json, read by the CSVW parser of another maker', () => {
  it.each(DATASET_TABLES.map(({ name }) => name))(
    'gives every row of %s with the datatype of each cell',
    async (name) => {
      const rows = await readTable(name);
      expect(rows).toHaveLength(facts.rows.get(name) ?? -1);
      expect(rows).toEqual(expectedRows(name));
    },
  );
});
