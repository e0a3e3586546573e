import { DATASET_TABLES } from '../dataset-tables.ts';
import { CSV_LIST_SEPARATOR } from '../formats/table-csv.ts';
import { citeInWords } from '../package/citation-cff.ts';
import { mediaType } from '../package/dataset-facts.ts';
import type { DatasetFacts } from '../package/dataset-facts.ts';
import { LICENCES } from '../package/dataset-metadata.ts';
import type { Column, ColumnType, Table } from '../table.ts';

/** The context that the Croissant 1.0 specification asks for, word for word. */
const CONTEXT = {
  '@language': 'en',
  '@vocab': 'https://schema.org/',
  citeAs: 'cr:citeAs',
  column: 'cr:column',
  conformsTo: 'dct:conformsTo',
  cr: 'http://mlcommons.org/croissant/',
  rai: 'http://mlcommons.org/croissant/RAI/',
  data: { '@id': 'cr:data', '@type': '@json' },
  dataType: { '@id': 'cr:dataType', '@type': '@vocab' },
  dct: 'http://purl.org/dc/terms/',
  examples: { '@id': 'cr:examples', '@type': '@json' },
  extract: 'cr:extract',
  field: 'cr:field',
  fileProperty: 'cr:fileProperty',
  fileObject: 'cr:fileObject',
  fileSet: 'cr:fileSet',
  format: 'cr:format',
  includes: 'cr:includes',
  isLiveDataset: 'cr:isLiveDataset',
  jsonPath: 'cr:jsonPath',
  key: 'cr:key',
  md5: 'cr:md5',
  parentField: 'cr:parentField',
  path: 'cr:path',
  recordSet: 'cr:recordSet',
  references: 'cr:references',
  regex: 'cr:regex',
  repeated: 'cr:repeated',
  replace: 'cr:replace',
  sc: 'https://schema.org/',
  separator: 'cr:separator',
  source: 'cr:source',
  subField: 'cr:subField',
  transform: 'cr:transform',
};

const DATA_TYPES: Readonly<Record<ColumnType, string>> = {
  iri: 'sc:URL',
  qid: 'sc:Text',
  string: 'sc:Text',
  concept: 'sc:Text',
  integer: 'sc:Integer',
  decimal: 'sc:Float',
  date: 'sc:Date',
  boolean: 'sc:Boolean',
  list: 'sc:Text',
  'iri-list': 'sc:URL',
};

function describeField(table: Table, column: Column): object {
  const isList = column.type === 'list' || column.type === 'iri-list';
  const target = DATASET_TABLES.find(({ name }) => name === column.references);
  return {
    '@type': 'cr:Field',
    '@id': `${table.name}/${column.name}`,
    name: column.name,
    description: column.description,
    dataType: DATA_TYPES[column.type],
    ...(isList && { repeated: true }),
    source: {
      fileObject: { '@id': `csv/${table.name}.csv` },
      extract: { column: column.name },
      ...(isList && { transform: { separator: CSV_LIST_SEPARATOR } }),
    },
    ...(target !== undefined && { references: { field: { '@id': `${target.name}/${target.key}` } } }),
  };
}

/** MLCommons Croissant 1.0: files with hashes and the tables as record sets. */
export function describeForCroissant({ metadata, files, uniqueKeys }: DatasetFacts): object {
  const url = metadata.doi === undefined ? undefined : `https://doi.org/${metadata.doi}`;
  return {
    '@context': CONTEXT,
    '@type': 'sc:Dataset',
    name: metadata.title,
    description: metadata.description,
    conformsTo: 'http://mlcommons.org/croissant/1.0',
    version: metadata.version,
    license: LICENCES[metadata.licence],
    citeAs: citeInWords(metadata),
    keywords: metadata.keywords,
    ...(url !== undefined && { url }),
    ...(metadata.published !== undefined && { datePublished: metadata.published }),
    ...(metadata.publisher !== '' && { publisher: { '@type': 'sc:Organization', name: metadata.publisher } }),
    ...(metadata.authors.length > 0 && {
      creator: metadata.authors.map(({ given, family, orcid }) => ({
        '@type': 'sc:Person',
        name: `${given} ${family}`,
        ...(orcid !== undefined && { identifier: `https://orcid.org/${orcid}` }),
      })),
    }),
    distribution: files.map(({ path, size, sha256 }) => ({
      '@type': 'cr:FileObject',
      '@id': path,
      name: path,
      contentUrl: path,
      encodingFormat: mediaType(path),
      contentSize: `${size} B`,
      sha256,
    })),
    recordSet: DATASET_TABLES.map((table) => ({
      '@type': 'cr:RecordSet',
      '@id': table.name,
      name: table.name,
      description: table.description,
      ...(uniqueKeys.has(table.name) && { key: { '@id': `${table.name}/${table.key}` } }),
      field: table.columns.map((column) => describeField(table, column)),
    })),
  };
}
