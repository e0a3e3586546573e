import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Quad, Term } from '@rdfjs/types';
import { Parser, Store } from 'n3';
import { globSync } from 'tinyglobby';
import { namedNode } from '../../../src/rdf/terms.ts';

const SUITES = 'test/fixtures/w3c';
const MF = 'http://www.w3.org/2001/sw/DataAccess/tests/test-manifest#';
const QT = 'http://www.w3.org/2001/sw/DataAccess/tests/test-query#';
const RDF = 'http://www.w3.org/1999/02/22-rdf-syntax-ns#';

/** Where the files of a suite seem to stand: relative IRIs in queries and data are relative to this. */
const WEB = 'http://w3c.test/';

/** A test of the W3C: a query, the graphs that it is asked of, and the answer. */
export interface EvaluationTest {
  /** `sparql11/aggregates/agg01`. */
  readonly id: string;
  /** The file of the query, and of the answer. */
  readonly query: string;
  readonly result: string;
  /** Files of the default graph. */
  readonly data: readonly string[];
  /** Files of the named graphs. */
  readonly graphs: readonly string[];
  /** REDUCED: how often a row comes is the engine's choice. */
  readonly isReduced: boolean;
}

/** The tests of all manifests that have a query evaluated, in their order. */
export function readManifests(): readonly EvaluationTest[] {
  return globSync(`${SUITES}/*/*/manifest.ttl`).sort().flatMap(readManifest);
}

/** The IRI of a file of the suites, and the base of relative IRIs in it. */
export function webAddress(file: string): string {
  return WEB + path.posix.relative(SUITES, file);
}

/** The file behind an IRI of the suites. */
export function fileBehind(iri: string): string {
  return path.posix.join(SUITES, decodeURIComponent(iri.slice(WEB.length)));
}

function readManifest(file: string): readonly EvaluationTest[] {
  const quads = new Parser({ baseIRI: webAddress(file) }).parse(readFileSync(file, 'utf8'));
  const store = new Store(quads);
  const objects = (subject: Term, predicate: string): readonly Term[] =>
    store.getQuads(subject, namedNode(predicate), null, null).map(({ object }: Quad) => object);
  const files = (subject: Term, predicate: string): readonly string[] =>
    objects(subject, predicate).map(({ value }) => fileBehind(value));
  const folder = path.posix.relative(SUITES, path.posix.dirname(file));
  const entries = store
    .getObjects(null, namedNode(`${MF}entries`), null)
    .flatMap((list) => readList(list, objects));
  return entries.flatMap((entry) => {
    const [action] = objects(entry, `${MF}action`);
    const [result] = files(entry, `${MF}result`);
    if (action === undefined || result === undefined) return [];
    const [query] = files(action, `${QT}query`);
    if (query === undefined) return [];
    const id = `${folder}/${entry.value.replace(/^.*[#/]/u, '')}`;
    const isReduced = objects(entry, `${MF}resultCardinality`).some(
      ({ value }) => value === `${MF}LaxCardinality`,
    );
    const data = files(action, `${QT}data`);
    return [{ id, query, result, data, graphs: files(action, `${QT}graphData`), isReduced }];
  });
}

function readList(
  list: Term,
  objects: (subject: Term, predicate: string) => readonly Term[],
): readonly Term[] {
  const [first] = objects(list, `${RDF}first`);
  const [rest] = objects(list, `${RDF}rest`);
  return first === undefined || rest === undefined ? [] : [first, ...readList(rest, objects)];
}
