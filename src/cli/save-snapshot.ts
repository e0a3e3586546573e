import { writeAtomically } from '../io/write-atomically.ts';
import { encodeSnapshot } from '../store/snapshot.ts';
import { snapshotPath } from './graph-index.ts';
import type { HashedIndex } from './graph-index.ts';

/** Writes the snapshot of a graph file beside it; an InputError where that cannot be written. */
export async function saveSnapshot(file: string, { index, sourceHash }: HashedIndex): Promise<void> {
  await writeAtomically(snapshotPath(file), encodeSnapshot(index, sourceHash));
}
