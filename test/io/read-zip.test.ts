import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { readZipEntry } from '../../src/io/read-zip.ts';
import { zipFiles } from '../../src/io/write-zip.ts';

const root = mkdtempSync(path.join(tmpdir(), 'demarche-unzip-'));
const place = (name: string): string => path.join(root, name);
afterAll(() => {
  rmSync(root, { recursive: true });
});

async function textOf(file: string, ending: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of readZipEntry(file, ending)) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

const LONG = 'a claim a line\n'.repeat(50_000);

describe('a file within a zip file', () => {
  it('is read from the archives that we write', async () => {
    writeFileSync(place('long.txt'), LONG);
    writeFileSync(place('empty.txt'), '');
    const chunks: Uint8Array[] = [];
    for await (const chunk of zipFiles(root, ['empty.txt', 'long.txt'], 'set')) chunks.push(chunk);
    writeFileSync(place('own.zip'), Buffer.concat(chunks));
    expect(await textOf(place('own.zip'), '/long.txt')).toBe(LONG);
    expect(await textOf(place('own.zip'), '/empty.txt')).toBe('');
  });

  it('is read from archives of another maker, compressed or not, with a comment', async () => {
    const bytes = zipSync({
      'set/a.txt': [Buffer.from(LONG), { level: 9 }],
      'set/b.txt': [Buffer.from('stored'), { level: 0, comment: 'PK' }],
    });
    writeFileSync(place('other.zip'), bytes);
    expect(await textOf(place('other.zip'), '/a.txt')).toBe(LONG);
    expect(await textOf(place('other.zip'), '/b.txt')).toBe('stored');
    await expect(textOf(place('other.zip'), '/c.txt')).rejects.toThrow(/other\.zip: holds no c\.txt/u);
  });

  it('is refused where the archive is cut short or damaged', async () => {
    const bytes = Buffer.from(zipSync({ 'set/a.txt': [Buffer.from(LONG), { level: 9 }] }));
    writeFileSync(place('cut.zip'), bytes.subarray(0, bytes.length - 30));
    bytes.fill(0xff, 60, 200);
    writeFileSync(place('damaged.zip'), bytes);
    for (const file of ['cut.zip', 'damaged.zip']) {
      await expect(textOf(place(file), '/a.txt')).rejects.toThrow(/is no zip file, or a damaged one/u);
    }
  });
});
