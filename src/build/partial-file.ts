import { open } from 'node:fs/promises';
import { refusing } from '../io/file-error.ts';
import type { GraphBlock } from './graph-file.ts';

/** A framed block begins with an empty line. */
const BEFORE_BLOCK = 1;

/** The file that takes finished blocks during a build. */
export interface PartialFile {
  /** Adds a framed block and tells where it stands. */
  readonly append: (graph: string, fingerprint: string, trig: Uint8Array) => Promise<GraphBlock>;
  readonly close: () => Promise<void>;
}

/**
 * Opens the partial file of a build. That of an interrupted build is gone on with: its last, unfinished block is closed
 * off by a line end.
 */
export async function openPartialFile(
  file: string,
  { header, isBegun }: { readonly header: string; readonly isBegun: boolean },
): Promise<PartialFile> {
  const handle = await refusing(file, () => open(file, isBegun ? 'a' : 'w'));
  const write = (bytes: string | Uint8Array): Promise<void> => refusing(file, () => handle.appendFile(bytes));
  await write(isBegun ? '\n' : header);
  let size = (await handle.stat()).size;
  return {
    append: async (graph, fingerprint, trig) => {
      const start = size + BEFORE_BLOCK;
      await write(trig);
      size += trig.length;
      return { graph, fingerprint, file, start, end: size };
    },
    close: () => handle.close(),
  };
}
