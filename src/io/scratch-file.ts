import { open, rm, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { refusing } from './file-error.ts';
import { forgetTemporary, temporaryPath } from './temporary-path.ts';

/** Where a text stands in a scratch file, in bytes. */
export interface ScratchPlace {
  readonly start: number;
  readonly length: number;
}

/** Holds texts on the disk that would be too much for memory. */
export interface Scratch {
  readonly keep: (text: string) => Promise<ScratchPlace>;
  readonly fetch: (place: ScratchPlace) => Promise<string>;
}

const BUFFER_SIZE = 1 << 20;

async function openNameless(near: string): Promise<{ handle: FileHandle; forget: () => Promise<void> }> {
  const place = temporaryPath(path.resolve(near));
  try {
    const handle = await refusing(near, () => open(place, 'wx+'));
    // A file without a name is gone with the process, however that ends. Where it must keep its name, it goes at last.
    await unlink(place).catch(() => undefined);
    return {
      handle,
      forget: async () => {
        await rm(place, { force: true });
        forgetTemporary(place);
      },
    };
  } catch (error) {
    forgetTemporary(place);
    throw error;
  }
}

/** A scratch file beside a path, made when it is first needed. `close` removes it. An InputError where the disk is full. */
export function createScratch(near: string): Scratch & { readonly close: () => Promise<void> } {
  let file: ReturnType<typeof openNameless> | undefined;
  let waiting: Buffer[] = [];
  let written = 0;
  let end = 0;
  const flush = async (): Promise<void> => {
    file ??= openNameless(near);
    const { handle } = await file;
    for (let block = Buffer.concat(waiting); block.length > 0;) {
      const { bytesWritten } = await refusing(near, () => handle.write(block, 0, block.length, written));
      written += bytesWritten;
      block = block.subarray(bytesWritten);
    }
    waiting = [];
  };
  return {
    keep: async (text) => {
      const bytes = Buffer.from(text, 'utf8');
      const place = { start: end, length: bytes.length };
      waiting.push(bytes);
      end += bytes.length;
      if (end - written >= BUFFER_SIZE) await flush();
      return place;
    },
    fetch: async ({ start, length }) => {
      if (start + length > written) await flush();
      file ??= openNameless(near);
      const { handle } = await file;
      const bytes = Buffer.allocUnsafe(length);
      await refusing(near, () => handle.read(bytes, 0, length, start));
      return bytes.toString('utf8');
    },
    close: async () => {
      if (file === undefined) return;
      const opened = await file.catch(() => undefined);
      await opened?.handle.close();
      await opened?.forget();
    },
  };
}

/** Does something with a scratch file beside a path, and removes it then. */
export async function withScratch<Result>(
  near: string,
  use: (scratch: Scratch) => Promise<Result>,
): Promise<Result> {
  const scratch = createScratch(near);
  try {
    return await use(scratch);
  } finally {
    await scratch.close();
  }
}
