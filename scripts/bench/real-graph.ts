import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { execPath } from 'node:process';
import type { BenchQuery } from './run-turns.ts';

const PROLOGUE = `PREFIX dip: <https://w3id.org/demarche/ontology#>
PREFIX oa: <http://www.w3.org/ns/oa#>
PREFIX schema: <https://schema.org/>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
`;

/** Questions of researchers to a graph that `demarche build` made. */
export const REAL_QUERIES: readonly BenchQuery[] = [
  ['holders', 'SELECT DISTINCT ?name { ?claim dip:holder/skos:prefLabel ?name }'],
  [
    'rejects',
    'SELECT ?name ?issue ?words { ?claim dip:stance dip:rejects ; dip:holder ?holder ; dip:issue ?issue ; dip:quotation ?words . ?holder skos:prefLabel ?name }',
  ],
  [
    'evidence',
    'SELECT ?claim ?start ?exact { ?claim a dip:Claim ; dip:evidence ?part . ?part oa:hasSelector ?position, ?quote . ?position oa:start ?start . ?quote oa:exact ?exact }',
  ],
  [
    'matrix',
    'SELECT ?name ?issue ?stance (COUNT(?claim) AS ?n) { ?claim dip:holder/skos:prefLabel ?name ; dip:issue ?issue ; dip:stance ?stance } GROUP BY ?name ?issue ?stance ORDER BY DESC(?n) ?name LIMIT 20',
  ],
  [
    'outlets',
    'SELECT ?outlet ?polarity (COUNT(*) AS ?n) { ?claim schema:isPartOf*/dip:polarity ?polarity ; <http://www.w3.org/ns/prov#wasDerivedFrom> ?article . ?article schema:publisher ?outlet } GROUP BY ?outlet ?polarity',
  ],
  [
    'rivals',
    'SELECT ?issue (COUNT(DISTINCT ?one) AS ?n) { ?claim dip:issue ?issue ; dip:polarity 1 ; dip:holder ?one . ?other dip:issue ?issue ; dip:polarity -1 ; dip:holder ?two FILTER(?one != ?two) } GROUP BY ?issue',
  ],
  [
    'unsure',
    'SELECT ?claim ?sure { ?claim dip:extractionConfidence ?sure FILTER(?sure < 0.5) OPTIONAL { ?claim dip:condition ?condition } FILTER(!BOUND(?condition)) } ORDER BY ?sure LIMIT 50',
  ],
].map(([name = '', body = '']) => ({ name, text: PROLOGUE + body }));

/**
 * Builds the claim graph of a folder of articles and writes it as N-Triples without its triple terms, which not every
 * engine here reads. Gives the file's path.
 */
export function buildRealGraph(texts: string, folder: string): string {
  const graph = path.join(folder, 'real.trig');
  demarche(['build', texts, '--output', graph]);
  return withoutTripleTerms(graph, folder);
}

/** The union of a graph's graphs as N-Triples, without triple terms. */
export function withoutTripleTerms(graph: string, folder: string): string {
  const file = path.join(folder, 'real.nt');
  const query = 'CONSTRUCT { ?s ?p ?o } { ?s ?p ?o FILTER(!isTriple(?o)) }';
  writeFileSync(file, demarche(['query', '--graph', graph, '--format', 'ntriples', '--execute', query]));
  return file;
}

function demarche(parameters: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(execPath, [path.join('bin', 'demarche.js'), ...parameters], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}
