import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import { Zip, ZipDeflate } from 'fflate';
import { InputError } from '../model/input-error.ts';

/** The time of every entry: zip knows no zone and begins in 1980, so that any fixed time will do. */
const ENTRY_TIME = new Date(1980, 0, 1);

/** Larger files and archives need Zip64, which not every program reads and our library does not write. */
const LIMIT = 0xffff_ffff;

function refuseLarge(bytes: number, what: string): void {
  if (bytes <= LIMIT) return;
  throw new InputError(what, 'is larger than 4 GB, which a zip file cannot hold; name a folder as output');
}

/**
 * A zip file of files below a folder, in pieces, in the order given, under one folder name. The same files give the
 * same bytes, whenever and wherever it is made. An InputError where it would be larger than 4 GB.
 */
export async function* zipFiles(
  root: string,
  files: readonly string[],
  prefix: string,
  onFile: (file: string) => void = () => undefined,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  let written = 0;
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
    written += chunk.length;
    refuseLarge(written, `${prefix}.zip`);
  });
  for (const file of files) {
    onFile(file);
    refuseLarge((await stat(path.join(root, file))).size, file);
    const entry = new ZipDeflate(`${prefix}/${file}`, { level: 6 });
    entry.mtime = ENTRY_TIME;
    // Made by Unix, a readable file: otherwise it would depend on the system.
    entry.os = 3;
    entry.attrs = 0o100644 * 0x10000;
    archive.add(entry);
    for await (const chunk of createReadStream(path.join(root, file))) {
      const bytes: Buffer = Buffer.from(chunk);
      entry.push(bytes);
      yield* ready.splice(0);
    }
    entry.push(new Uint8Array(0), true);
    yield* ready.splice(0);
  }
  archive.end();
  yield* ready.splice(0);
}
