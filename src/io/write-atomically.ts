import { rmSync } from 'node:fs';
import { open, realpath, rename, stat, unlink } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../model/input-error.ts';
import { cleanAtEnd } from './clean-at-end.ts';
import { isMissing, refusing, toInputError } from './file-error.ts';
import { forgetTemporary, removeLeftovers, temporaryPath } from './temporary-path.ts';

/** What is written: text (as UTF-8) or bytes, piece by piece. */
export type Chunks = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

const BUFFER_SIZE = 1 << 18;

async function writeChunks(handle: FileHandle, chunks: Chunks, where: string): Promise<void> {
  let waiting: Buffer[] = [];
  let size = 0;
  const flush = async (): Promise<void> => {
    try {
      for (let block = Buffer.concat(waiting); block.length > 0;) {
        const { bytesWritten } = await handle.write(block);
        block = block.subarray(bytesWritten);
      }
    } catch (error) {
      throw toInputError(where, error);
    }
    waiting = [];
    size = 0;
  };
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : Buffer.from(chunk);
    waiting.push(bytes);
    size += bytes.length;
    if (size >= BUFFER_SIZE) await flush();
  }
  await flush();
}

/** Makes the new name last through a loss of power; file systems that cannot are left alone. */
async function syncFolder(folder: string): Promise<void> {
  let handle: FileHandle | undefined;
  try {
    handle = await open(folder, 'r');
    await handle.sync();
  } catch (error) {
    if (toInputError(folder, error) === error) throw error;
  } finally {
    await handle?.close();
  }
}

interface Target {
  /** The file that is replaced: where the path is a link, the file it leads to. */
  readonly file: string;
  readonly mode: number | undefined;
  /** A device or pipe such as `/dev/stdout`: it is written to and never replaced. */
  readonly isStream: boolean;
}

async function examineTarget(where: string): Promise<Target> {
  try {
    const file = await realpath(where);
    const status = await stat(file);
    if (status.isDirectory()) throw new InputError(where, 'is a folder; name a file');
    return { file, mode: status.mode & 0o777, isStream: !status.isFile() };
  } catch (error) {
    if (isMissing(error)) {
      return { file: where, mode: undefined, isStream: false };
    }
    throw toInputError(where, error);
  }
}

async function openTemporary(
  where: string,
  target: Target,
): Promise<{ readonly file: string; readonly handle: FileHandle }> {
  const file = temporaryPath(target.file);
  try {
    // A file that may not be written is not replaced either, though its folder would allow it.
    if (target.mode !== undefined) await (await open(target.file, 'r+')).close();
    await removeLeftovers(target.file);
    return { file, handle: await open(file, 'wx', target.mode ?? 0o666) };
  } catch (error) {
    forgetTemporary(file);
    throw toInputError(where, error);
  }
}

/**
 * Writes a file so that at every moment its path holds either the old content or the whole new one: a temporary
 * file beside it is written, synchronised and renamed. A failure leaves the old file as it was. An InputError
 * where the path is a folder, cannot be written or the disk is full; errors of `chunks` itself come through.
 */
export async function writeAtomically(where: string, chunks: Chunks): Promise<void> {
  const target = await examineTarget(where);
  if (target.isStream) {
    const stream = await open(target.file, 'w').catch((error: unknown) => {
      throw toInputError(where, error);
    });
    await writeChunks(stream, chunks, where).finally(() => stream.close());
    return;
  }
  const { file, handle } = await openTemporary(where, target);
  const callOff = cleanAtEnd(() => {
    rmSync(file, { force: true });
  });
  try {
    try {
      await writeChunks(handle, chunks, where);
      await refusing(where, () => handle.sync());
      if (target.mode !== undefined) await handle.chmod(target.mode);
    } finally {
      await handle.close();
    }
    await refusing(where, () => rename(file, target.file));
  } catch (error) {
    await unlink(file).catch(() => undefined);
    throw error;
  } finally {
    callOff();
    forgetTemporary(file);
  }
  await syncFolder(path.dirname(target.file));
}
