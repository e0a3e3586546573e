import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { zipFiles } from '../../src/io/write-zip.ts';

const root = mkdtempSync(path.join(tmpdir(), 'demarche-zip-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function zip(...files: readonly string[]): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of zipFiles(root, files, 'set')) chunks.push(chunk);
  return Buffer.concat(chunks);
}

describe('a zip file', () => {
  it('holds its files under one folder, with a time that is always the same', async () => {
    writeFileSync(path.join(root, 'a.txt'), 'one');
    writeFileSync(path.join(root, 'b.txt'), '');
    const bytes = await zip('a.txt', 'b.txt');
    const entries = unzipSync(bytes);
    expect(Object.keys(entries)).toEqual(['set/a.txt', 'set/b.txt']);
    expect(Buffer.from(entries['set/a.txt'] ?? []).toString('utf8')).toBe('one');
    expect((await zip('a.txt', 'b.txt')).equals(bytes)).toBe(true);
  });

  it('refuses a file that it could not hold', async () => {
    // The file has no bytes on the disk, only a length.
    writeFileSync(path.join(root, 'large.nq'), '');
    truncateSync(path.join(root, 'large.nq'), 2 ** 32);
    await expect(zip('large.nq')).rejects.toThrow(/large\.nq: is larger than 4 GB, .* name a folder/u);
  });
});
