import type { Term } from '@rdfjs/types';
import { xsd } from '../../rdf/vocabulary.ts';
import type { Row } from '../engine.ts';

/** A term in SPARQL Query Results JSON, with the triple terms and directions of SPARQL 1.2. */
export type JsonTerm =
  | { readonly type: 'uri' | 'bnode'; readonly value: string }
  | {
      readonly type: 'literal';
      readonly value: string;
      readonly 'xml:lang'?: string;
      readonly 'its:dir'?: string;
      readonly datatype?: string;
    }
  | {
      readonly type: 'triple';
      readonly value: { readonly subject: JsonTerm; readonly predicate: JsonTerm; readonly object: JsonTerm };
    };

/** A term as SPARQL JSON has it. */
export function toJsonTerm(term: Term): JsonTerm {
  switch (term.termType) {
    case 'NamedNode':
      return { type: 'uri', value: term.value };
    case 'BlankNode':
      return { type: 'bnode', value: term.value };
    case 'Literal':
      if (term.language !== '') {
        const direction = term.direction ? { 'its:dir': term.direction } : {};
        return { type: 'literal', value: term.value, 'xml:lang': term.language, ...direction };
      }
      return term.datatype.equals(xsd.string)
        ? { type: 'literal', value: term.value }
        : { type: 'literal', value: term.value, datatype: term.datatype.value };
    case 'Quad':
      return {
        type: 'triple',
        value: {
          subject: toJsonTerm(term.subject),
          predicate: toJsonTerm(term.predicate),
          object: toJsonTerm(term.object),
        },
      };
    case 'DefaultGraph':
    case 'Variable':
      throw new TypeError(`no solution holds a ${term.termType}`);
    default:
      return term satisfies never;
  }
}

function toJsonRow(variables: readonly string[], row: Row): Readonly<Record<string, JsonTerm>> {
  return Object.fromEntries(
    variables.flatMap((variable) => {
      const term = row.get(variable);
      return term === undefined ? [] : [[variable, toJsonTerm(term)]];
    }),
  );
}

/** SPARQL Query Results JSON (W3C): one solution a line, so that a long answer can be read as it comes. */
export async function* writeSparqlJson(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  yield `{"head":{"vars":${JSON.stringify(variables)}},"results":{"bindings":[`;
  let separator = '\n';
  for await (const row of rows) {
    yield separator + JSON.stringify(toJsonRow(variables, row));
    separator = ',\n';
  }
  yield '\n]}}\n';
}

/** The answer of an ASK in SPARQL Query Results JSON. */
export function writeSparqlJsonBoolean(value: boolean): string {
  return `{"head":{},"boolean":${value}}\n`;
}

/** One JSON object a line, variable → the term's bare text; numbers and booleans as JSON has them. */
export async function* writeJsonLines(
  variables: readonly string[],
  rows: AsyncIterable<Row>,
): AsyncGenerator<string> {
  for await (const row of rows) {
    const entries = variables.flatMap((variable) => {
      const term = row.get(variable);
      return term === undefined ? [] : [[variable, toJsonValue(term)]];
    });
    yield `${JSON.stringify(Object.fromEntries(entries))}\n`;
  }
}

type JsonValue = string | number | boolean | { readonly [name: string]: JsonValue };

function toJsonValue(term: Term): JsonValue {
  if (term.termType === 'Quad') {
    return {
      subject: toJsonValue(term.subject),
      predicate: toJsonValue(term.predicate),
      object: toJsonValue(term.object),
    };
  }
  if (term.termType !== 'Literal') return term.value;
  if (term.datatype.equals(xsd.boolean)) return term.value === 'true' || term.value === '1';
  const isNumber = term.datatype.equals(xsd.integer) || term.datatype.equals(xsd.decimal);
  const number = Number(term.value);
  return isNumber && Number.isFinite(number) ? number : term.value;
}
