import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createScratch, withScratch } from '../../src/io/scratch-file.ts';
import { InputError } from '../../src/model/input-error.ts';

const root = mkdtempSync(path.join(tmpdir(), 'demarche-scratch-'));
afterAll(() => {
  rmSync(root, { recursive: true });
});

describe('a scratch file', () => {
  it('gives back what it holds, in whatever order, before and after it was written', async () => {
    const texts = ['Genève', '', 'x'.repeat(3_000_000), '“𝒟”\n', 'last'];
    await withScratch(path.join(root, 'set'), async (scratch) => {
      const places = [];
      for (const text of texts) places.push(await scratch.keep(text));
      for (const index of [3, 0, 4, 2, 1]) {
        expect(await scratch.fetch(places[index] ?? { start: 0, length: 0 })).toBe(texts[index]);
      }
      const later = await scratch.keep('later');
      expect(await scratch.fetch(later)).toBe('later');
    });
  });

  it('leaves nothing, whether or not it was used', async () => {
    const failing = withScratch(path.join(root, 'set'), async (scratch) => {
      await scratch.fetch(await scratch.keep('x'));
      throw new Error('no more');
    });
    await expect(failing).rejects.toThrow('no more');
    await createScratch(path.join(root, 'unused')).close();
    expect(readdirSync(root)).toEqual([]);
  });

  it('says where it cannot be written', async () => {
    const scratch = createScratch(path.join(root, 'missing/set'));
    const place = await scratch.keep('x');
    await expect(scratch.fetch(place)).rejects.toThrow(InputError);
    await scratch.close();
  });
});
