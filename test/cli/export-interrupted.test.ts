import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { writeFolderAtomically } from '../../src/io/dataset-folder.ts';
import { InputError } from '../../src/model/input-error.ts';
import { writeExampleDataset } from '../export/write-example.ts';

const root = mkdtempSync(path.join(tmpdir(), 'demarche-interrupted-'));
const DISK = path.join(root, 'disk');

afterAll(() => {
  rmSync(root, { recursive: true });
});

function mountDisk(bytes: number): boolean {
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', DISK], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

function unmountDisk(): void {
  execFileSync('umount', [DISK], { stdio: 'ignore' });
}

mkdirSync(DISK);
/** Only the superuser may make a disk of a size of their own, and not in every container. */
const canMount = mountDisk(4096);
if (canMount) unmountDisk();

function sizeOf(folder: string): number {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((file) => statSync(path.join(folder, file)))
    .reduce((sum, status) => sum + (status.isFile() ? Math.ceil(status.size / 4096) * 4096 : 0), 0);
}

describe('an export on a full disk', () => {
  it.skipIf(!canMount)('says so and leaves nothing, wherever the disk becomes full', async () => {
    await writeExampleDataset(path.join(root, 'measured'));
    const size = sizeOf(path.join(root, 'measured'));
    for (const part of [0.1, 0.5, 0.8, 0.97]) {
      mountDisk(Math.floor((size * part) / 4096) * 4096);
      try {
        const failing = writeExampleDataset(path.join(DISK, 'dataset'));
        await expect(failing).rejects.toThrow(InputError);
        await expect(failing).rejects.toThrow(/disk/u);
        expect(readdirSync(DISK)).toEqual([]);
      } finally {
        unmountDisk();
      }
    }
  });

  it('leaves the dataset that was there', async () => {
    const place = path.join(root, 'kept');
    await writeFolderAtomically(place, (draft) => draft.write('SHA256SUMS', 'old'));
    const failing = writeFolderAtomically(place, async (draft) => {
      await draft.write('SHA256SUMS', 'new');
      throw Object.assign(new Error('write ENOSPC'), { code: 'ENOSPC' });
    });
    await expect(failing).rejects.toThrow('the disk is full');
    expect(readdirSync(place)).toEqual(['SHA256SUMS']);
    expect(statSync(path.join(place, 'SHA256SUMS')).size).toBe(3);
    expect(readdirSync(root).filter((name) => name.endsWith('.tmp'))).toEqual([]);
  });
});

describe('a dataset that was being replaced when the process was killed', () => {
  it('is put back by the next export, whatever becomes of that', async () => {
    const place = path.join(root, 'replaced');
    const left = path.join(
      root,
      `.replaced.${hostname().replaceAll(/[^\w-]/gu, '_')}-999999999.abc.replaced.tmp`,
    );
    mkdirSync(left);
    writeFileSync(path.join(left, 'SHA256SUMS'), 'old');
    const failing = writeFolderAtomically(place, () => Promise.reject(new Error('no more')));
    await expect(failing).rejects.toThrow('no more');
    expect(readFileSync(path.join(place, 'SHA256SUMS'), 'utf8')).toBe('old');
    expect(existsSync(left)).toBe(false);
  });
});

/** Starts an export in a process of its own and ends it as soon as it has begun to write. */
async function endWhileWriting(folder: string, signal: NodeJS.Signals): Promise<NodeJS.Signals | null> {
  mkdirSync(folder);
  const child = spawn(
    process.execPath,
    [
      'bin/demarche.js',
      'export',
      'dataset',
      '-o',
      path.join(folder, 'dataset'),
      '--graph',
      'test/fixtures/graph/example.trig',
    ],
    { stdio: 'ignore' },
  );
  const ended = once(child, 'exit');
  while (!readdirSync(folder).some((name) => name.endsWith('.tmp'))) {
    if (child.exitCode !== null || existsSync(path.join(folder, 'dataset'))) break;
    await wait(2);
  }
  child.kill(signal);
  await ended;
  return child.signalCode;
}

describe('an export that is ended', () => {
  it('leaves nothing when it is interrupted', async () => {
    const folder = path.join(root, 'interrupted');
    expect(await endWhileWriting(folder, 'SIGINT')).toBe('SIGINT');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('leaves no half dataset when it is killed, and the next export clears up', async () => {
    const folder = path.join(root, 'killed');
    expect(await endWhileWriting(folder, 'SIGKILL')).toBe('SIGKILL');
    expect(readdirSync(folder).map((name) => name.startsWith('.dataset.'))).toEqual([true]);
    // What another program left is not ours.
    writeFileSync(path.join(folder, '.dataset.other.tmp'), '');
    await writeExampleDataset(path.join(folder, 'dataset'), { rdf11: false, nanopublications: false });
    expect(readdirSync(folder)).toEqual(['.dataset.other.tmp', 'dataset']);
  });
});
