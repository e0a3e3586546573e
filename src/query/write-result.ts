import type { Quad } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { serialiseInPieces, WRITTEN_FORMATS } from '../rdf/serialise.ts';
import type { WrittenFormat } from '../rdf/serialise.ts';
import type { QueryResult, Row } from './query-result.ts';
import { writeMarkdown } from './formats/markdown-table.ts';
import { writeCsv } from './formats/sparql-csv.ts';
import { writeJsonLines, writeSparqlJson, writeSparqlJsonBoolean } from './formats/sparql-json.ts';
import { writeTsv } from './formats/sparql-tsv.ts';
import { writeSparqlXml, writeSparqlXmlBoolean } from './formats/sparql-xml.ts';

type RowWriter = (variables: readonly string[], rows: AsyncIterable<Row>) => AsyncGenerator<string>;

/** The formats of rows, the answer of a SELECT. */
const ROW_WRITERS = {
  csv: writeCsv,
  tsv: writeTsv,
  json: writeSparqlJson,
  xml: writeSparqlXml,
  jsonl: writeJsonLines,
  markdown: writeMarkdown,
} as const satisfies Readonly<Record<string, RowWriter>>;

type RowFormat = keyof typeof ROW_WRITERS;

const BOOLEAN_WRITERS: Readonly<Record<RowFormat, (value: boolean) => string>> = {
  csv: (value) => `${value}\n`,
  tsv: (value) => `${value}\n`,
  json: writeSparqlJsonBoolean,
  xml: writeSparqlXmlBoolean,
  jsonl: (value) => `${value}\n`,
  markdown: (value) => `${value}\n`,
};

/** A format that a result can be written in, as text for other programs. */
export type ResultFormat = RowFormat | WrittenFormat;

const ROW_FORMATS: readonly RowFormat[] = ['csv', 'tsv', 'json', 'xml', 'jsonl', 'markdown'];

/** The formats, those of rows first. */
export const RESULT_FORMATS: readonly ResultFormat[] = [...ROW_FORMATS, ...WRITTEN_FORMATS];

function isRowFormat(format: ResultFormat): format is RowFormat {
  return ROW_FORMATS.some((known) => known === format);
}

function isGraphFormat(format: ResultFormat): format is WrittenFormat {
  return WRITTEN_FORMATS.some((known) => known === format);
}

/** Refuses a format that does not fit what the query gives. */
export function checkFormat(result: QueryResult, format: ResultFormat | 'table', origin: string): void {
  if (format === 'table') return;
  if (result.kind === 'quads' && !isGraphFormat(format)) {
    throw new InputError(
      origin,
      `the query gives a graph, which has no ${format} form; use ${WRITTEN_FORMATS.join(', ')} or table`,
    );
  }
  if (result.kind !== 'quads' && !isRowFormat(format)) {
    const what = result.kind === 'rows' ? 'rows' : 'yes or no';
    throw new InputError(
      origin,
      `the query gives ${what}, which ${format} cannot hold; use table, ${ROW_FORMATS.join(', ')} (or ask with CONSTRUCT)`,
    );
  }
}

/**
 * The result as text, in pieces. Rows are written as they come; a graph is sorted first.
 * @throws InputError where the format does not fit the result.
 */
export async function* writeResult(
  result: QueryResult,
  format: ResultFormat,
  origin = 'query',
): AsyncGenerator<string> {
  checkFormat(result, format, origin);
  if (result.kind === 'quads' && isGraphFormat(format)) {
    const quads: Quad[] = [];
    for await (const quad of result.quads) quads.push(quad);
    yield* serialiseInPieces(quads, format);
  } else if (result.kind === 'rows' && isRowFormat(format)) {
    yield* ROW_WRITERS[format](result.variables, result.rows);
  } else if (result.kind === 'boolean' && isRowFormat(format)) {
    yield BOOLEAN_WRITERS[format](result.value);
  }
}
