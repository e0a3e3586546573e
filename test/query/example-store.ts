import { readFileSync } from 'node:fs';
import { parseTurtleFamily } from '../../src/rdf/parse-rdf.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';
import { indexQuads } from '../../src/store/columnar/columnar-index.ts';
import { createIndexedClaimStore } from '../../src/store/indexed-claim-store.ts';

/** The claim graph of three invented articles. */
export const EXAMPLE_GRAPH = 'test/fixtures/graph/example.trig';

/** The example's claims in a store. */
export function openExample(): ClaimStore {
  return createClaimStore(
    parseTurtleFamily(readFileSync(EXAMPLE_GRAPH, 'utf8'), { format: 'trig', where: EXAMPLE_GRAPH }),
  );
}

/** The same over an index, as `demarche query` opens it. */
export function openExampleIndex(): ClaimStore {
  const text = readFileSync(EXAMPLE_GRAPH, 'utf8');
  return createIndexedClaimStore(
    indexQuads(parseTurtleFamily(text, { format: 'trig', where: EXAMPLE_GRAPH })),
  );
}

/** A store of a few quads written in TriG with the prefixes that tests use. */
export function storeOf(trig: string): ClaimStore {
  const prefixes =
    'PREFIX dip: <https://w3id.org/demarche/ontology#> PREFIX ex: <https://example.org/> PREFIX rdf: <http://www.w3.org/1999/02/22-rdf-syntax-ns#> PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> PREFIX schema: <https://schema.org/> PREFIX skos: <http://www.w3.org/2004/02/skos/core#> PREFIX wd: <http://www.wikidata.org/entity/> PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>\n';
  return createClaimStore(parseTurtleFamily(prefixes + trig, { format: 'trig', where: 'test.trig' }));
}
