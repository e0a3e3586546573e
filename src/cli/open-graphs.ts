import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { InputError } from '../model/input-error.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { formatOfFile, RDF_FILE_ENDINGS } from '../rdf/rdf-format.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import { createClaimStore } from '../store/claim-store.ts';
import type { ClaimStore } from '../store/claim-store.ts';

/**
 * Reads graph files into one store.
 * @param report is told where the graphs are read but hold no claim.
 * @throws InputError for a file that is missing, empty or no RDF.
 */
export async function openGraphs(
  files: readonly string[],
  report: (line: string) => void,
): Promise<ClaimStore> {
  const graphs = await Promise.all(files.map(readQuads));
  const store = createClaimStore(graphs.flat());
  if (store.count({ predicate: rdf.type, object: dip.Claim }) === 0) {
    const they = files.length === 1 ? 'holds' : 'hold';
    report(`demarche: ${files.join(', ')} ${they} no claims (no dip:Claim among ${store.size} quads)`);
  }
  return store;
}

async function readQuads(file: string): Promise<readonly Quad[]> {
  const text = readText(file);
  if (text.trim() === '') {
    throw new InputError(
      file,
      'the file is empty; "demarche build ARTICLES… -o graph.trig" makes a claim graph',
    );
  }
  const format = formatOfFile(file);
  if (format === undefined) {
    throw new InputError(
      file,
      `the ending tells no RDF format; use ${RDF_FILE_ENDINGS.map((ending) => `.${ending}`).join(' ')}`,
    );
  }
  return parseRdf(text, { format, where: file });
}

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT') {
      throw new InputError(
        file,
        'no such graph file; name one with --graph, or make one: demarche build ARTICLES… -o graph.trig',
        { cause: error },
      );
    }
    if (code === 'EISDIR') throw new InputError(file, 'a folder, not a graph file', { cause: error });
    throw error;
  }
}
