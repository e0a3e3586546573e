import { readFileSync } from 'node:fs';
import path from 'node:path';
import { cacheFolder } from '../io/cache-folder.ts';
import { keepFile } from '../io/keep-file.ts';
import type { ColumnarIndex } from '../store/columnar/columnar-index.ts';
import { decodeSnapshot, encodeSnapshot } from '../store/snapshot.ts';
import type { HashedIndex } from './graph-index.ts';

/**
 * The index of a small graph as an earlier process kept it, by the hash of what the graph's file holds now: most of
 * the time of a query over a small graph went into reading it. Undefined where there is none.
 */
export function findKeptIndex(sourceHash: string): ColumnarIndex | undefined {
  try {
    const bytes: Uint8Array<ArrayBuffer> = readFileSync(fileFor(sourceHash));
    const reading = decodeSnapshot(bytes, sourceHash);
    return 'index' in reading ? reading.index : undefined;
  } catch {
    // Whatever is wrong with a file that was only kept to save time, the graph can be read.
    return undefined;
  }
}

/** Keeps the index of a small graph in the user's cache, where that can be written. */
export function keepIndex({ index, sourceHash }: HashedIndex): void {
  keepFile(fileFor(sourceHash), [...encodeSnapshot(index, sourceHash)]);
}

/** One of sixteen files: a graph takes the place of another whose hash begins alike. */
function fileFor(sourceHash: string): string {
  return path.join(cacheFolder(), 'graphs', `${sourceHash.slice(0, 1)}.dmx`);
}
