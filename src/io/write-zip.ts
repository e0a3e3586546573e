import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Zip, ZipDeflate } from 'fflate';

/** The time of every entry: zip knows no zone and begins in 1980, so that any fixed time will do. */
const ENTRY_TIME = new Date(1980, 0, 1);

/**
 * A zip file of files below a folder, in pieces, in the order given, under one folder name. The same files give the
 * same bytes, whenever and wherever it is made.
 */
export async function* zipFiles(
  root: string,
  files: readonly string[],
  prefix: string,
): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const archive = new Zip((error, chunk) => {
    if (error !== null) throw error;
    ready.push(chunk);
  });
  for (const file of files) {
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
