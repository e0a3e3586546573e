import { DATASET_TABLES } from '../dataset-tables.ts';
import { CSV_LIST_SEPARATOR } from '../formats/table-csv.ts';
import type { DatasetFacts } from '../package/dataset-facts.ts';
import { LICENCES } from '../package/dataset-metadata.ts';
import type { Column, ColumnType, Table } from '../table.ts';

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

function describeColumn({ name, type, description, required }: Column): object {
  const isList = type === 'list' || type === 'iri-list';
  return {
    name,
    titles: name,
    'dc:description': description,
    datatype: DATATYPES[type],
    // An empty list is an empty field as well.
    ...(required === true && !isList && { required: true }),
    ...(isList && { separator: CSV_LIST_SEPARATOR }),
  };
}

function describeTable(table: Table, { uniqueKeys }: DatasetFacts): object {
  const { name, title, description, columns, key } = table;
  return {
    url: `csv/${name}.csv`,
    'dc:title': title,
    'dc:description': description,
    tableSchema: {
      columns: columns.map(describeColumn),
      ...(uniqueKeys.has(name) && { primaryKey: key }),
    },
  };
}

/** W3C Tabular Data on the Web (CSVW): the CSV files with names and types of their columns. */
export function describeForCsvw(facts: DatasetFacts): object {
  const { title, licence } = facts.metadata;
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }],
    'dc:title': title,
    'dc:license': { '@id': LICENCES[licence] },
    dialect: {
      encoding: 'utf-8',
      lineTerminators: ['\r\n'],
      quoteChar: '"',
      doubleQuote: true,
      header: true,
    },
    tables: DATASET_TABLES.map((table) => describeTable(table, facts)),
  };
}
