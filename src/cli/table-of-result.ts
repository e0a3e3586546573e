import type { Quad, Term } from '@rdfjs/types';
import type { QueryResult, Row } from '../query/engine.ts';
import { QUERY_PREFIXES, shortenIri } from '../query/prefixes.ts';
import { TermWriter } from '../rdf/term-writer.ts';
import { renderTable } from './render-table.ts';
import type { TableOptions } from './render-table.ts';

const writer = new TermWriter(QUERY_PREFIXES);
const NUMBERS = new Set(
  ['integer', 'decimal', 'double', 'float'].map((name) => `${QUERY_PREFIXES['xsd']}${name}`),
);

/** Reads the result to its end and sets it as a table; an ASK becomes yes or no. */
export async function tableOfResult(result: QueryResult, options: TableOptions): Promise<string> {
  switch (result.kind) {
    case 'boolean':
      return result.value ? 'yes\n' : 'no\n';
    case 'rows': {
      const rows: Row[] = [];
      for await (const row of result.rows) rows.push(row);
      return setTable(result.variables, rows, options);
    }
    case 'quads': {
      const rows: Row[] = [];
      for await (const quad of result.quads) rows.push(toRow(quad));
      return setTable(['subject', 'predicate', 'object'], rows, options);
    }
    default:
      return result satisfies never;
  }
}

function toRow({ subject, predicate, object }: Quad): Row {
  return new Map<string, Term>([
    ['subject', subject],
    ['predicate', predicate],
    ['object', object],
  ]);
}

function setTable(variables: readonly string[], rows: readonly Row[], options: TableOptions): string {
  if (rows.length === 0) return 'no rows\n';
  const columns = variables.map((variable) => ({
    head: readAloud(variable),
    align: rows.every((row) => isNumberOrNothing(row.get(variable))) ? ('right' as const) : ('left' as const),
  }));
  const cells = rows.map((row) => variables.map((variable) => showTerm(row.get(variable))));
  return renderTable(columns, cells, options);
}

/** A variable as people read it: `holderName` → “holder name”. */
function readAloud(variable: string): string {
  return variable.replaceAll(/(?<=[a-z])[A-Z]/gu, (capital) => ` ${capital.toLowerCase()}`);
}

function isNumberOrNothing(term: Term | undefined): boolean {
  return term === undefined || (term.termType === 'Literal' && NUMBERS.has(term.datatype.value));
}

/** A term as readers like it: a literal's words, an IRI by its prefix. */
function showTerm(term: Term | undefined): string {
  switch (term?.termType) {
    case undefined:
      return '';
    case 'NamedNode':
      return shortenIri(term.value);
    case 'Literal':
      return term.value;
    case 'BlankNode':
    case 'Quad':
    case 'DefaultGraph':
    case 'Variable':
      return writer.term(term);
    default:
      return term satisfies undefined;
  }
}
