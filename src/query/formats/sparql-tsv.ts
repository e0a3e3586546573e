import { TermWriter } from '../../rdf/term-writer.ts';
import type { Row } from '../engine.ts';

/** SPARQL 1.1 Query Results TSV (W3C, 2013): terms as Turtle writes them in full, with the triple terms of RDF 1.2. */
export async function* writeTsv(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  const writer = new TermWriter({});
  yield `${variables.map((variable) => `?${variable}`).join('\t')}\n`;
  for await (const row of rows) {
    const cells = variables.map((variable) => {
      const term = row.get(variable);
      return term === undefined ? '' : writer.term(term);
    });
    yield `${cells.join('\t')}\n`;
  }
}
