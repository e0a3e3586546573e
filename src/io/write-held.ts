import { stat } from 'node:fs/promises';
import { holdFile } from './hold-file.ts';
import { writeAtomically } from './write-atomically.ts';

/** Replaces a graph file in one step, or throws an InputError where another run, such as a build, is writing it. */
export async function writeHeld(file: string, pieces: Parameters<typeof writeAtomically>[1]): Promise<void> {
  const status = await stat(file).catch(() => undefined);
  // A device such as /dev/stdout is nobody's graph.
  const release = status?.isFile() === false ? undefined : await holdFile(file);
  try {
    await writeAtomically(file, pieces);
  } finally {
    await release?.();
  }
}
