import { mkdir, mkdtemp, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { forgetTemporary, removeLeftovers, temporaryPath } from '../../src/io/temporary-path.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'demarche-temporary-'));
});

afterEach(async () => {
  await rm(folder, { recursive: true });
});

describe('what stands beside a file in the making', () => {
  it('is left alone by whichever path its folder is named', async () => {
    const target = path.join(folder, 'set.zip');
    const place = temporaryPath(target);
    await mkdir(place);
    const link = path.join(folder, 'link');
    await symlink(folder, link);
    for (const name of [target, path.relative(process.cwd(), target), path.join(link, 'set.zip')]) {
      await removeLeftovers(name);
      expect(await readdir(folder)).toContain(path.basename(place));
    }
    forgetTemporary(place);
  });

  it('is removed when it is in use no more', async () => {
    const target = path.join(folder, 'set.zip');
    const place = temporaryPath(target);
    await writeFile(place, '');
    forgetTemporary(place);
    await removeLeftovers(path.relative(process.cwd(), target));
    expect(await readdir(folder)).toEqual([]);
  });

  it('is left alone when it is of another machine', async () => {
    const other = `.set.zip.${hostname().replaceAll(/[^\w-]/gu, '_')}x-1.12345678.tmp`;
    await writeFile(path.join(folder, other), '');
    await removeLeftovers(path.join(folder, 'set.zip'));
    expect(await readdir(folder)).toEqual([other]);
  });
});
