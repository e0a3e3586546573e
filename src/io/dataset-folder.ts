import { createHash } from 'node:crypto';
import { createReadStream, existsSync, renameSync, rmSync } from 'node:fs';
import { chmod, mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { InputError } from '../model/input-error.ts';
import { cleanAtEnd, listenForEnd } from './clean-at-end.ts';
import { refusing, refusingNow } from './file-error.ts';
import { createScratch } from './scratch-file.ts';
import type { Scratch } from './scratch-file.ts';
import { forgetTemporary, removeLeftovers, temporaryPath } from './temporary-path.ts';

/** A file of a folder that is being written. */
export interface WrittenFile {
  /** Its path in the folder, with `/`. */
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** A file that takes pieces until it is closed. */
export interface OpenFile {
  readonly append: (chunk: string | Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** A folder in the making: nothing of it is seen at its place before all is written. */
export interface FolderDraft {
  readonly open: (file: string) => Promise<OpenFile>;
  readonly write: (file: string, content: string | Uint8Array) => Promise<void>;
  /** A path on the disk for a file that a library writes itself; `adopt` counts it when it is done. */
  readonly place: (file: string) => Promise<string>;
  readonly adopt: (file: string) => Promise<void>;
  /** Holds what is no part of the folder until that is written. */
  readonly scratch: Scratch;
  /** The files so far, by path. */
  readonly files: () => readonly WrittenFile[];
}

const BUFFER_SIZE = 1 << 18;

/** Makes a folder at a path of its own and gives access to its files. */
function draftAt(
  root: string,
  where: string,
): { readonly draft: FolderDraft; readonly closeAll: () => Promise<void> } {
  const handles = new Set<FileHandle>();
  const written = new Map<string, WrittenFile>();
  const scratch = createScratch(where);
  const place = async (file: string): Promise<string> => {
    const target = path.join(root, file);
    await refusing(where, () => mkdir(path.dirname(target), { recursive: true }));
    return target;
  };
  const openFile = async (file: string): Promise<OpenFile> => {
    const target = await place(file);
    const handle = await refusing(where, () => open(target, 'wx'));
    handles.add(handle);
    const hash = createHash('sha256');
    const buffer = Buffer.allocUnsafe(BUFFER_SIZE);
    let pending = 0;
    let size = 0;
    const write = async (block: Uint8Array): Promise<void> => {
      hash.update(block);
      size += block.length;
      for (let rest = block; rest.length > 0;) {
        const { bytesWritten } = await refusing(where, () => handle.write(rest));
        rest = rest.subarray(bytesWritten);
      }
    };
    const flush = async (): Promise<void> => {
      const block = buffer.subarray(0, pending);
      pending = 0;
      await write(block);
    };
    return {
      append: async (chunk) => {
        // A code unit has at most three bytes.
        const most = typeof chunk === 'string' ? chunk.length * 3 : chunk.length;
        if (pending + most > BUFFER_SIZE) await flush();
        if (most > BUFFER_SIZE) await write(typeof chunk === 'string' ? Buffer.from(chunk, 'utf8') : chunk);
        else if (typeof chunk === 'string') pending += buffer.write(chunk, pending, 'utf8');
        else {
          buffer.set(chunk, pending);
          pending += chunk.length;
        }
      },
      close: async () => {
        await flush();
        await handle.close();
        handles.delete(handle);
        written.set(file, { path: file, size, sha256: hash.digest('hex') });
      },
    };
  };
  const draft: FolderDraft = {
    open: openFile,
    write: async (file, content) => {
      const opened = await openFile(file);
      await opened.append(content);
      await opened.close();
    },
    place,
    scratch,
    adopt: async (file) => {
      const target = path.join(root, file);
      const hash = createHash('sha256');
      let size = 0;
      for await (const chunk of createReadStream(target)) {
        const bytes: Buffer = Buffer.from(chunk);
        hash.update(bytes);
        size += bytes.length;
      }
      // Libraries write for their user only; a dataset is to be read by all, as the files that we open are.
      await chmod(target, 0o666 & ~process.umask());
      written.set(file, { path: file, size, sha256: hash.digest('hex') });
    },
    files: () => [...written.values()].toSorted((left, right) => (left.path < right.path ? -1 : 1)),
  };
  const closeAll = async (): Promise<void> => {
    await Promise.all([...handles].map((handle) => handle.close()));
    await scratch.close();
  };
  return { draft, closeAll };
}

/** A folder that may be replaced is empty or was written by us, which its list of checksums shows. */
async function checkTarget(where: string): Promise<boolean> {
  const status = await stat(where).catch(() => undefined);
  if (status === undefined) return false;
  if (!status.isDirectory()) throw new InputError(where, 'is a file; name a folder or a .zip file');
  const names = await readdir(where);
  if (names.length > 0 && !names.includes('SHA256SUMS')) {
    throw new InputError(where, 'holds other files (no SHA256SUMS among them); name a new or empty folder');
  }
  return true;
}

/** Removes a path when the process is told to end, at once, so that nothing more is written to it. */
function removeAtEnd(root: string): () => void {
  const callOff = cleanAtEnd(() => {
    rmSync(root, { recursive: true, force: true });
  });
  const stopListening = listenForEnd();
  return () => {
    stopListening();
    callOff();
  };
}

/** Writes a folder under a temporary name beside its place; what fails, or was killed before, leaves nothing of it. */
export async function draftFolder<Result>(
  where: string,
  write: (draft: FolderDraft, root: string) => Promise<Result>,
): Promise<Result> {
  const target = path.resolve(where);
  const root = temporaryPath(target);
  const forget = removeAtEnd(root);
  const { draft, closeAll } = draftAt(root, where);
  try {
    await refusing(where, async () => {
      await removeLeftovers(target);
      await mkdir(root);
    });
    return await refusing(where, () => write(draft, root));
  } finally {
    forget();
    await closeAll();
    await rm(root, { recursive: true, force: true });
    forgetTemporary(root);
  }
}

/** How the name of a folder ends that is about to be replaced. */
const REPLACED = '.replaced.tmp';

/** Puts a folder back that was to be replaced when the process was killed, in the moment between two renamings. */
async function putBack(target: string): Promise<void> {
  if (existsSync(target)) return;
  const names = await readdir(path.dirname(target)).catch(() => []);
  const replaced = names.find(
    (name) => name.startsWith(`.${path.basename(target)}.`) && name.endsWith(REPLACED),
  );
  if (replaced !== undefined) await rename(path.join(path.dirname(target), replaced), target);
}

/**
 * Writes a folder so that its place holds either the old one or the whole new one. A folder that is not ours is never
 * replaced. An InputError where it cannot be written or the disk is full.
 */
export async function writeFolderAtomically<Result>(
  where: string,
  write: (draft: FolderDraft) => Promise<Result>,
): Promise<Result> {
  const target = path.resolve(where);
  await refusing(where, () => putBack(target));
  const exists = await checkTarget(where);
  return draftFolder(where, async (draft, root) => {
    const result = await write(draft);
    const old = root.replace(/\.tmp$/u, REPLACED);
    // At once, so that no signal comes between.
    refusingNow(where, () => {
      if (exists) renameSync(target, old);
      renameSync(root, target);
    });
    await rm(old, { recursive: true, force: true });
    return result;
  });
}
