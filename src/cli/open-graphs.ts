import { existsSync, statSync } from 'node:fs';
import { InputError } from '../model/input-error.ts';
import { dip, rdf } from '../rdf/vocabulary.ts';
import type { ColumnarIndex } from '../store/columnar/columnar-index.ts';
import { createIndexedClaimStore } from '../store/indexed-claim-store.ts';
import type { IndexedClaimStore } from '../store/indexed-claim-store.ts';
import { uniteIndexes } from '../store/unite-indexes.ts';
import { count } from './describe-inference.ts';
import type { HashedIndex } from './graph-index.ts';
import { hashGraph, readGraphIndex, readSnapshot, snapshotPath } from './graph-index.ts';
import { findKeptIndex, keepIndex } from './kept-index.ts';

/**
 * A graph file of more bytes than this takes longer to read than anyone likes to wait: its index is kept beside it.
 * That of a smaller one is kept in the user's cache.
 */
const LARGE = 5_000_000;

/**
 * Opens graph files as one store: each by its snapshot where that is fresh, else by reading it. What a large file's
 * reading gave is kept in a snapshot beside it where the folder can be written.
 * @param report is told of snapshots that are not used or made, and where the graphs are read but hold no claim.
 * @throws InputError for a file that is missing, empty or no RDF.
 */
export async function openGraphs(
  files: readonly string[],
  report: (line: string) => void,
): Promise<IndexedClaimStore> {
  const indexes: ColumnarIndex[] = [];
  for (const file of files) indexes.push(await openGraph(file, report));
  const store = createIndexedClaimStore(uniteIndexes(indexes));
  const [claim] = store.find({ predicate: rdf.type, object: dip.Claim });
  if (claim === undefined) {
    const they = files.length === 1 ? 'holds' : 'hold';
    report(
      `demarche: ${files.join(', ')} ${they} no claims (no dip:Claim among ${count(store.size, 'triple')})`,
    );
  }
  return store;
}

async function openGraph(file: string, report: (line: string) => void): Promise<ColumnarIndex> {
  refuseMissing(file);
  const snapshot = await readSnapshot(file);
  if (snapshot !== undefined && 'index' in snapshot) return snapshot.index;
  if (snapshot !== undefined) {
    report(`demarche: ${snapshotPath(file)} is not used: ${snapshot.refused}; reading ${file}`);
  }
  const isReplaced = snapshot !== undefined && !snapshot.isForeign;
  const isLarge = statSync(file).size > LARGE;
  const kept = isReplaced || isLarge ? undefined : findKeptIndex(await hashGraph(file));
  if (kept !== undefined) return kept;
  const read = await readGraphIndex(file);
  if (isReplaced || (isLarge && snapshot === undefined)) await keep(file, read, report);
  else if (!isLarge) keepIndex(read);
  return read.index;
}

async function keep(file: string, index: HashedIndex, report: (line: string) => void): Promise<void> {
  const { saveSnapshot } = await import('./save-snapshot.ts');
  try {
    await saveSnapshot(file, index);
    report(`demarche: ${snapshotPath(file)} made; with it the next query starts sooner`);
  } catch (error) {
    // A folder that cannot be written costs time, not the answer.
    if (!(error instanceof InputError)) throw error;
  }
}

/** Refuses a graph file that does not exist. */
export function refuseMissing(file: string): void {
  if (!existsSync(file)) {
    throw new InputError(
      file,
      'no such graph file; name one with --graph, or make one: demarche build ARTICLES… -o graph.trig',
    );
  }
}
