import { randomUUID } from 'node:crypto';
import { mkdirSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Writes a file of the cache whole or not at all, making its folder. Where it cannot be written nothing happens:
 * that costs the next process time, not the answer.
 */
export function keepFile(file: string, pieces: readonly Uint8Array[]): void {
  const temporary = `${file}.${randomUUID()}.tmp`;
  try {
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(temporary, Buffer.concat(pieces));
    renameSync(temporary, file);
  } catch {
    // See above.
  }
}
