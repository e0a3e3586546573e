import { readFileSync } from 'node:fs';
import type { Quad, Quad_Object, Term } from '@rdfjs/types';
import { parse } from 'csv-parse/sync';
import { DOMParser } from 'linkedom';
import { Parser } from 'n3';
import { parseRdf } from '../../../src/rdf/parse-rdf.ts';
import { formatOfFile } from '../../../src/rdf/rdf-format.ts';
import {
  languageLiteral,
  namedNode,
  stringLiteral,
  termFactory,
  typedLiteral,
} from '../../../src/rdf/terms.ts';
import type { Answer } from './answer.ts';
import { webAddress } from './manifest.ts';

const RS = 'http://www.w3.org/2001/sw/DataAccess/tests/result-set#';

/** The answer that a file of the suite holds: rows or a truth in one of the formats of results, or a graph. */
export async function readExpected(file: string): Promise<Answer> {
  const text = readFileSync(file, 'utf8');
  const ending = /[^.]*$/u.exec(file)?.[0] ?? '';
  if (RESULT_READERS[ending] !== undefined) return parseResult(text, ending);
  const format = formatOfFile(file);
  if (format === undefined) throw new Error(`no format of results: ${file}`);
  return readGraph(await parseRdf(text, { format, where: file, baseIri: webAddress(file) }));
}

const RESULT_READERS: Readonly<Record<string, (text: string) => Answer>> = {
  srx: readXml,
  srj: (text) => readJson(JSON.parse(text)),
  tsv: readTsv,
};

/** The answer in a text of the format that the ending names. */
export function parseResult(text: string, ending: string): Answer {
  const read = RESULT_READERS[ending];
  if (read === undefined) throw new Error(`no format of results: ${ending}`);
  return read(text);
}

/** The cells of a CSV file of results, header first: text without types, so that only text can be compared. */
export function readCsv(text: string): readonly (readonly string[])[] {
  const lines: readonly (readonly string[])[] = parse(text);
  return lines;
}

/** What is read of an element of XML. */
interface XmlElement {
  readonly localName: string;
  readonly textContent: string | null;
  readonly children: readonly XmlElement[];
  readonly getAttribute: (name: string) => string | null;
}

function readXml(text: string): Answer {
  const document = new DOMParser().parseFromString(text, 'text/xml');
  const truth = document.querySelector('boolean');
  if (truth !== null) return { kind: 'boolean', value: (truth.textContent ?? '').trim() === 'true' };
  const rows = [...document.querySelectorAll('result')].map(
    (result) =>
      new Map(
        [...result.children].map((binding) => [
          binding.getAttribute('name') ?? '',
          readXmlTerm(binding.children[0]),
        ]),
      ),
  );
  return { kind: 'rows', rows, isOrdered: true };
}

function readXmlTerm(element: XmlElement | undefined): Quad_Object {
  const text = element?.textContent ?? '';
  switch (element?.localName ?? '') {
    case 'uri':
      return namedNode(text.trim());
    case 'bnode':
      return termFactory.blankNode(text.trim());
    case 'literal':
      return makeLiteral(text, element?.getAttribute('xml:lang'), element?.getAttribute('datatype'));
    case 'triple': {
      const part = (name: string): Quad_Object =>
        readXmlTerm(element?.children.find(({ localName }) => localName === name)?.children[0]);
      return makeTriple(part('subject'), part('predicate'), part('object'));
    }
    default:
      throw new Error(`no term of XML results: ${element?.localName}`);
  }
}

function makeLiteral(text: string, language: unknown, datatype: unknown): Quad_Object {
  if (typeof language === 'string' && language !== '') return languageLiteral(text, language);
  return typeof datatype === 'string' && datatype !== ''
    ? typedLiteral(text, namedNode(datatype))
    : stringLiteral(text);
}

function makeTriple(subject: Quad_Object, predicate: Quad_Object, object: Quad_Object): Quad_Object {
  if (subject.termType !== 'NamedNode' && subject.termType !== 'BlankNode')
    throw new Error('no subject of RDF 1.2');
  if (predicate.termType !== 'NamedNode') throw new Error('no predicate');
  return termFactory.quad(subject, predicate, object);
}

type JsonResults = Readonly<Record<string, unknown>>;

function field(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? Object.entries(value).find(([key]) => key === name)?.[1]
    : undefined;
}

function readJson(results: JsonResults): Answer {
  const truth = field(results, 'boolean');
  if (typeof truth === 'boolean') return { kind: 'boolean', value: truth };
  const bindings = field(field(results, 'results'), 'bindings');
  const rows = (Array.isArray(bindings) ? bindings : []).map(
    (binding: object) => new Map(Object.entries(binding).map(([name, term]) => [name, readJsonTerm(term)])),
  );
  return { kind: 'rows', rows, isOrdered: true };
}

function readJsonTerm(term: unknown): Quad_Object {
  const value = field(term, 'value');
  switch (field(term, 'type')) {
    case 'uri':
      return namedNode(String(value));
    case 'bnode':
      return termFactory.blankNode(String(value));
    case 'literal':
    case 'typed-literal':
      return makeLiteral(String(value), field(term, 'xml:lang'), field(term, 'datatype'));
    case 'triple':
      return makeTriple(
        readJsonTerm(field(value, 'subject')),
        readJsonTerm(field(value, 'predicate')),
        readJsonTerm(field(value, 'object')),
      );
    default:
      throw new Error(`no term of JSON results: ${JSON.stringify(term)}`);
  }
}

function readTsv(text: string): Answer {
  const [head = '', ...lines] = text.replace(/\n$/u, '').split('\n');
  const names = head.split('\t').map((name) => name.replace(/^\?/u, ''));
  const rows = lines.map((line) => {
    const cells = line.split('\t').map((cell, index) => [names[index] ?? '', cell] as const);
    return new Map(
      cells.flatMap(([name, cell]) => (cell === '' ? [] : [[name, readTurtleTerm(cell)] as const])),
    );
  });
  return { kind: 'rows', rows, isOrdered: true };
}

function readTurtleTerm(text: string): Quad_Object {
  const [quad] = new Parser().parse(`<x:s> <x:p> ${text} .`);
  if (quad === undefined) throw new Error(`no term: ${text}`);
  return quad.object;
}

/** A graph is an answer itself, or describes one in the vocabulary of result sets. */
function readGraph(quads: readonly Quad[]): Answer {
  const value = (subject: Term, name: string): Term | undefined =>
    quads.find((quad) => quad.subject.equals(subject) && quad.predicate.value === RS + name)?.object;
  const values = (subject: Term, name: string): readonly Term[] =>
    quads.flatMap((quad) =>
      quad.subject.equals(subject) && quad.predicate.value === RS + name ? [quad.object] : [],
    );
  const set = quads.find(({ object }) => object.value === `${RS}ResultSet`)?.subject;
  if (set === undefined) return { kind: 'quads', quads };
  const truth = value(set, 'boolean');
  if (truth !== undefined) return { kind: 'boolean', value: truth.value === 'true' };
  const solutions = values(set, 'solution')
    .map((solution) => ({
      index: value(solution, 'index')?.value,
      row: new Map(
        values(solution, 'binding').map((binding) => [
          value(binding, 'variable')?.value ?? '',
          value(binding, 'value') ?? termFactory.defaultGraph(),
        ]),
      ),
    }))
    .sort((one, other) => Number(one.index ?? 0) - Number(other.index ?? 0));
  return {
    kind: 'rows',
    rows: solutions.map(({ row }) => row),
    isOrdered: solutions.every(({ index }) => index !== undefined),
  };
}
