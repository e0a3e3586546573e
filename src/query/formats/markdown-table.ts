import type { Term } from '@rdfjs/types';
import { TermWriter } from '../../rdf/term-writer.ts';
import type { Row } from '../engine.ts';
import { QUERY_PREFIXES, shortenIri } from '../prefixes.ts';

/** A term as one line of text in which nothing marks a cell's end. */
function writeCell(term: Term | undefined, writer: TermWriter): string {
  if (term === undefined) return '';
  if (term.termType === 'NamedNode') return shortenIri(term.value);
  const text = term.termType === 'Literal' ? term.value : writer.term(term);
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('|', String.raw`\|`)
    .replaceAll(/\s+/gu, ' ');
}

/** The rows as a table of GitHub Flavored Markdown, IRIs by their prefixes: for reports and notes. */
export async function* writeMarkdown(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  const writer = new TermWriter(QUERY_PREFIXES);
  yield `| ${variables.join(' | ')} |\n|${' --- |'.repeat(variables.length)}\n`;
  for await (const row of rows)
    yield `| ${variables.map((variable) => writeCell(row.get(variable), writer)).join(' | ')} |\n`;
}
