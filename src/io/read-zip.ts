import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { PassThrough } from 'node:stream';
import type { Readable } from 'node:stream';
import { createInflateRaw } from 'node:zlib';
import { InputError } from '../model/input-error.ts';
import { refusing } from './file-error.ts';

const END_SIGNATURE = Buffer.from('PK\u0005\u0006', 'latin1');
const END_LENGTH = 22;
/** The end of an archive may be followed by a comment of up to so many bytes. */
const LONGEST_COMMENT = 0xffff;
const ENTRY_SIGNATURE = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

/** A file within a zip file, as the list at its end has it. */
interface ZipEntry {
  readonly name: string;
  readonly method: number;
  readonly size: number;
  readonly offset: number;
}

async function readAt(file: string, start: number, length: number): Promise<Buffer> {
  const handle = await refusing(file, () => open(file, 'r'));
  try {
    const bytes = Buffer.alloc(length);
    const { bytesRead } = await refusing(file, () => handle.read(bytes, 0, length, start));
    return bytes.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}

function refuse(file: string): never {
  throw new InputError(file, 'is no zip file, or a damaged one');
}

async function listEntries(file: string): Promise<readonly ZipEntry[]> {
  const handle = await refusing(file, () => open(file, 'r'));
  const { size } = await handle.stat().finally(() => handle.close());
  const tailStart = Math.max(0, size - END_LENGTH - LONGEST_COMMENT);
  const tail = await readAt(file, tailStart, size - tailStart);
  const end = tail.lastIndexOf(END_SIGNATURE);
  if (end === -1 || end + END_LENGTH > tail.length) refuse(file);
  const list = await readAt(file, tail.readUInt32LE(end + 16), tail.readUInt32LE(end + 12));
  const entries: ZipEntry[] = [];
  for (let at = 0; at + ENTRY_LENGTH <= list.length;) {
    if (list.readUInt32LE(at) !== ENTRY_SIGNATURE) refuse(file);
    const nameLength = list.readUInt16LE(at + 28);
    entries.push({
      name: list.toString('utf8', at + ENTRY_LENGTH, at + ENTRY_LENGTH + nameLength),
      method: list.readUInt16LE(at + 10),
      size: list.readUInt32LE(at + 20),
      offset: list.readUInt32LE(at + 42),
    });
    at += ENTRY_LENGTH + nameLength + list.readUInt16LE(at + 30) + list.readUInt16LE(at + 32);
  }
  return entries;
}

/**
 * A file within a zip file, in pieces, so that it need not fit in memory; found by how its path ends.
 * An InputError where the archive is none, is damaged, or does not hold the file.
 */
export async function* readZipEntry(file: string, ending: string): AsyncGenerator<Buffer> {
  const entry = (await listEntries(file)).find(({ name }) => name.endsWith(ending));
  if (entry === undefined) throw new InputError(file, `holds no ${ending.replace(/^\//u, '')}`);
  const head = await readAt(file, entry.offset, LOCAL_LENGTH);
  if (head.length < LOCAL_LENGTH || (entry.method !== STORED && entry.method !== DEFLATED)) refuse(file);
  if (entry.size === 0) return;
  const start = entry.offset + LOCAL_LENGTH + head.readUInt16LE(26) + head.readUInt16LE(28);
  const raw = createReadStream(file, { start, end: start + entry.size - 1 });
  const out: Readable & NodeJS.WritableStream =
    entry.method === STORED ? new PassThrough() : createInflateRaw();
  // Whoever reads sees the error too; here it must only not be unhandled.
  pipeline(raw, out).catch(() => undefined);
  try {
    for await (const chunk of out) yield Buffer.from(chunk);
  } catch (error) {
    throw new InputError(file, 'is no zip file, or a damaged one', { cause: error });
  }
}
