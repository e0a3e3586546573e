import { existsSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { createClaimStore } from '../store/claim-store.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { readQuads } from './read-quads.ts';

/**
 * Reads graph files into one store.
 * @param report is told where the graphs are read but hold no claim.
 * @throws InputError for a file that is missing, empty or no RDF.
 */
export async function openGraphs(
  files: readonly string[],
  report: (line: string) => void,
): Promise<ClaimStore> {
  const graphs = await Promise.all(files.map(readGraph));
  const store = createClaimStore(graphs.flat());
  if (store.count({ predicate: rdf.type, object: dip.Claim }) === 0) {
    const they = files.length === 1 ? 'holds' : 'hold';
    report(`demarche: ${files.join(', ')} ${they} no claims (no dip:Claim among ${store.size} triples)`);
  }
  return store;
}

async function readGraph(file: string): Promise<readonly Quad[]> {
  if (!existsSync(file)) {
    throw new InputError(
      file,
      'no such graph file; name one with --graph, or make one: demarche build ARTICLES… -o graph.trig',
    );
  }
  const quads = await readQuads(file);
  if (quads.length === 0) {
    throw new InputError(
      file,
      'the file is empty; "demarche build ARTICLES… -o graph.trig" makes a claim graph',
    );
  }
  return quads;
}
