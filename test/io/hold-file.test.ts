import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, writeFile } from 'node:fs/promises';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { holdFile } from '../../src/io/hold-file.ts';
import { InputError } from '../../src/model/input-error.ts';

let file = '';

beforeEach(async () => {
  file = path.join(await mkdtemp(path.join(tmpdir(), 'hold-')), 'graph.trig');
});

describe('a held file', () => {
  it('is held by one run at a time, and by the next when it is let go', async () => {
    const release = await holdFile(file);
    await expect(holdFile(file)).rejects.toThrow(InputError);
    await release();
    await (
      await holdFile(file)
    )();
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  it('is free when the run that held it was killed', async () => {
    const { pid } = spawnSync(process.execPath, ['--version']);
    await writeFile(`${file}.lock`, `${hostname()}\n${pid}\n`);
    await (
      await holdFile(file)
    )();
    expect(await readdir(path.dirname(file))).toEqual([]);
  });

  it('stays held by a run of another machine, of which nothing is known', async () => {
    await writeFile(`${file}.lock`, 'another-machine\n1\n');
    await expect(holdFile(file)).rejects.toThrow(/remove .*\.lock if there is none/);
  });

  it('is an InputError where its folder is missing', async () => {
    await expect(holdFile(path.join(file, 'missing'))).rejects.toThrow(InputError);
  });
});
