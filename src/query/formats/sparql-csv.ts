import type { Term } from '@rdfjs/types';
import { TermWriter } from '../../rdf/term-writer.ts';
import type { Row } from '../engine.ts';

const tripleTerms = new TermWriter({});

/** A term as SPARQL 1.1 CSV has it: IRIs and literals bare, without type or language. */
function plainText(term: Term | undefined): string {
  if (term === undefined) return '';
  if (term.termType === 'BlankNode') return `_:${term.value}`;
  return term.termType === 'Quad' ? tripleTerms.term(term) : term.value;
}

function field(text: string): string {
  return /[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** SPARQL 1.1 Query Results CSV (W3C, 2013): a head line, lines that end with CR LF. */
export async function* writeCsv(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield `${variables.map(field).join(',')}\r\n`;
  for await (const row of rows) {
    yield `${variables.map((variable) => field(plainText(row.get(variable)))).join(',')}\r\n`;
  }
}
