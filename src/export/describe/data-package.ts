import { DATASET_TABLES } from '../dataset-tables.ts';
import { CSV_LIST_SEPARATOR } from '../formats/table-csv.ts';
import { mediaType } from '../package/dataset-facts.ts';
import type { DatasetFacts } from '../package/dataset-facts.ts';
import { LICENCES } from '../package/dataset-metadata.ts';
import type { Column, ColumnType, Table } from '../table.ts';

/**
 * A list is a string that says by what it is joined: the standard has a type `list`, but the JSON Schema that it
 * published with version 2.0 refuses it (github.com/frictionlessdata/datapackage, issue 1089).
 */
const LIST = { type: 'string', delimiter: CSV_LIST_SEPARATOR } as const;

const TYPES: Readonly<Record<ColumnType, object>> = {
  iri: { type: 'string', format: 'uri' },
  qid: { type: 'string' },
  string: { type: 'string' },
  concept: { type: 'string' },
  integer: { type: 'integer' },
  decimal: { type: 'number' },
  date: { type: 'date' },
  boolean: { type: 'boolean', trueValues: ['true'], falseValues: ['false'] },
  list: LIST,
  'iri-list': LIST,
};

function describeField({ name, type, description, required, values }: Column): object {
  const isList = type === 'list' || type === 'iri-list';
  const constraints = {
    ...(required === true && !isList && { required: true }),
    ...(values !== undefined && { enum: values }),
  };
  return {
    name,
    ...TYPES[type],
    description,
    ...(Object.keys(constraints).length > 0 && { constraints }),
  };
}

function describeTable(table: Table, facts: DatasetFacts): object {
  const { name, title, description, columns, key } = table;
  const path = `csv/${name}.csv`;
  const file = facts.files.find((candidate) => candidate.path === path);
  const foreignKeys = columns.flatMap(({ name: field, references }) => {
    const target = DATASET_TABLES.find((candidate) => candidate.name === references);
    if (target === undefined || !facts.uniqueKeys.has(target.name)) return [];
    const reference = target.name === name ? {} : { resource: target.name };
    return [{ fields: [field], reference: { ...reference, fields: [target.key] } }];
  });
  return {
    name,
    type: 'table',
    title,
    description,
    path,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    ...(file !== undefined && { bytes: file.size, hash: `sha256:${file.sha256}` }),
    dialect: { delimiter: ',', lineTerminator: '\r\n', quoteChar: '"', doubleQuote: true, header: true },
    schema: {
      $schema: 'https://datapackage.org/profiles/2.0/tableschema.json',
      fields: columns.map(describeField),
      missingValues: [''],
      ...(facts.uniqueKeys.has(name) && { primaryKey: [key] }),
      ...(foreignKeys.length > 0 && { foreignKeys }),
    },
  };
}

/** A title as the name of a package: small letters, digits and hyphens. */
function nameOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .replaceAll(/^-|-$/gu, '');
  return plain === '' ? 'demarche-claims' : plain;
}

/** Frictionless Data Package v2: the CSV tables with their schemas, and the other files. */
export function describeForFrictionless(facts: DatasetFacts): object {
  const { metadata, files } = facts;
  const others = files.filter(({ path }) => !path.startsWith('csv/'));
  return {
    $schema: 'https://datapackage.org/profiles/2.0/datapackage.json',
    name: nameOf(metadata.title),
    title: metadata.title,
    description: metadata.description,
    version: metadata.version,
    ...(metadata.doi !== undefined && { id: `https://doi.org/${metadata.doi}` }),
    ...(metadata.published !== undefined && { created: `${metadata.published}T00:00:00Z` }),
    ...(metadata.keywords.length > 0 && { keywords: metadata.keywords }),
    licenses: [{ name: metadata.licence, path: LICENCES[metadata.licence] }],
    ...(metadata.authors.length > 0 && {
      contributors: metadata.authors.map(({ given, family, orcid, affiliation }) => ({
        title: `${given} ${family}`,
        givenName: given,
        familyName: family,
        roles: ['author'],
        ...(orcid !== undefined && { path: `https://orcid.org/${orcid}` }),
        ...(affiliation !== undefined && { organization: affiliation }),
      })),
    }),
    resources: [
      ...DATASET_TABLES.map((table) => describeTable(table, facts)),
      ...others.map(({ path, size, sha256 }) => ({
        name: path.toLowerCase().replaceAll(/[^a-z0-9._-]+/gu, '-'),
        path,
        mediatype: mediaType(path),
        bytes: size,
        hash: `sha256:${sha256}`,
      })),
    ],
  };
}
