import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { InputError } from '../model/input-error.ts';
import { toInputError } from './file-error.ts';

/** The bytes of a file; an InputError where it cannot be read. */
export async function readBytes(path: string): Promise<Uint8Array> {
  try {
    return await readFile(path);
  } catch (error) {
    throw toInputError(path, error);
  }
}

const unpack = promisify(gunzip);

/** The bytes of a file that gzip has packed. */
async function unpackBytes(path: string, packed: Uint8Array): Promise<Uint8Array> {
  try {
    return await unpack(packed);
  } catch (error) {
    throw new InputError(path, 'is damaged or no gzip file', { cause: error });
  }
}

/**
 * The text of a file in UTF-8, without byte order mark, unpacked where its name ends with `.gz`; an InputError where
 * it cannot be read or is no UTF-8.
 */
export async function readText(path: string): Promise<string> {
  const stored = await readBytes(path);
  const bytes = path.endsWith('.gz') ? await unpackBytes(path, stored) : stored;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    throw new InputError(path, 'is not valid UTF-8; save it as UTF-8', { cause: error });
  }
}

/** All the bytes of a stream such as standard input. */
export async function readStream(stream: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks);
}
