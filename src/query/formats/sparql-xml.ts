import type { Term } from '@rdfjs/types';
import { xsd } from '../../rdf/vocabulary.ts';
import type { Row } from '../engine.ts';

const HEAD =
  '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#" xmlns:its="http://www.w3.org/2005/11/its" its:version="2.0">\n';

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\t': '&#9;',
  '\n': '&#10;',
  '\r': '&#13;',
};

/** Text for XML; a character that XML 1.0 cannot hold becomes U+FFFD. */
function escape(text: string): string {
  return text
    .replaceAll(/["&<>\t\n\r]/gu, (character) => ESCAPES[character] ?? character)
    .replaceAll(/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu, '\uFFFD');
}

function writeTerm(term: Term): string {
  switch (term.termType) {
    case 'NamedNode':
      return `<uri>${escape(term.value)}</uri>`;
    case 'BlankNode':
      return `<bnode>${escape(term.value)}</bnode>`;
    case 'Literal': {
      if (term.language !== '') {
        const direction = term.direction ? ` its:dir="${term.direction}"` : '';
        return `<literal xml:lang="${escape(term.language)}"${direction}>${escape(term.value)}</literal>`;
      }
      const datatype = term.datatype.equals(xsd.string) ? '' : ` datatype="${escape(term.datatype.value)}"`;
      return `<literal${datatype}>${escape(term.value)}</literal>`;
    }
    case 'Quad':
      return `<triple><subject>${writeTerm(term.subject)}</subject><predicate>${writeTerm(term.predicate)}</predicate><object>${writeTerm(term.object)}</object></triple>`;
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`no solution holds a ${term.termType}`);
    default:
      return term satisfies never;
  }
}

/** SPARQL Query Results XML (W3C), with the triple terms of SPARQL 1.2. */
export async function* writeSparqlXml(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  const head = variables.map((variable) => `    <variable name="${escape(variable)}"/>\n`).join('');
  yield `${HEAD}  <head>\n${head}  </head>\n  <results>\n`;
  for await (const row of rows) {
    const bindings = variables.flatMap((variable) => {
      const term = row.get(variable);
      return term === undefined
        ? []
        : [`      <binding name="${escape(variable)}">${writeTerm(term)}</binding>\n`];
    });
    yield `    <result>\n${bindings.join('')}    </result>\n`;
  }
  yield '  </results>\n</sparql>\n';
}

/** The answer of an ASK in SPARQL Query Results XML. */
export function writeSparqlXmlBoolean(value: boolean): string {
  return `${HEAD}  <head/>\n  <boolean>${value}</boolean>\n</sparql>\n`;
}
