import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeAtomically } from '../../src/io/write-atomically.ts';
import { InputError } from '../../src/model/input-error.ts';
import { withoutPrivileges } from './without-privileges.ts';

async function* failingChunks(): AsyncGenerator<string> {
  yield 'n'.repeat(1_000_000);
  throw new RangeError('a bug of the writer');
}

describe('writeAtomically', () => {
  let folder = '';
  let file = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demarche-write-'));
    file = path.join(folder, 'graph.trig');
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('writes text and bytes in order, as UTF-8', async () => {
    await writeAtomically(file, ['Gen', Buffer.from('ève '), '', 'waits']);
    expect(readFileSync(file, 'utf8')).toBe('Genève waits');
    expect(readdirSync(folder)).toEqual(['graph.trig']);
  });

  it('writes what is larger than its buffer', async () => {
    const piece = 'x'.repeat(99_991);
    await writeAtomically(
      file,
      Array.from({ length: 20 }, () => piece),
    );
    expect(readFileSync(file, 'utf8')).toBe(piece.repeat(20));
  });

  it('keeps the old file until the new one is whole', async () => {
    writeFileSync(file, 'old');
    async function* chunks(): AsyncGenerator<string> {
      yield 'n'.repeat(1_000_000);
      expect(readFileSync(file, 'utf8')).toBe('old');
      yield 'ew';
    }
    await writeAtomically(file, chunks());
    expect(readFileSync(file, 'utf8')).toHaveLength(1_000_002);
  });

  it('leaves the old file and nothing else when the content fails', async () => {
    writeFileSync(file, 'old');
    await expect(writeAtomically(file, failingChunks())).rejects.toThrow(RangeError);
    expect(readFileSync(file, 'utf8')).toBe('old');
    expect(readdirSync(folder)).toEqual(['graph.trig']);
  });

  it('removes what a killed run has left, and nothing of others', async () => {
    const dead = spawnSync(process.execPath, ['--version']).pid;
    const host = hostname().replaceAll(/[^\w-]/gu, '_');
    const kept = [
      `.graph.trig.${host}-${process.ppid}.0000.tmp`,
      `.graph.trig.elsewhere-${dead}.0000.tmp`,
      `.other.trig.${host}-${dead}.0000.tmp`,
      '.graph.trig.tmp',
    ];
    for (const name of [
      ...kept,
      `.graph.trig.${host}-${dead}.0000.tmp`,
      `.graph.trig.${host}-${process.pid}.0000.tmp`,
    ]) {
      writeFileSync(path.join(folder, name), 'half a graph');
    }
    await writeAtomically(file, ['new']);
    expect(readdirSync(folder).toSorted()).toEqual([...kept, 'graph.trig'].toSorted());
  });

  it('keeps permissions, and a link as a link', async () => {
    writeFileSync(file, 'old');
    chmodSync(file, 0o640);
    const link = path.join(folder, 'latest.trig');
    symlinkSync('graph.trig', link);
    await writeAtomically(link, ['new']);
    expect(readFileSync(file, 'utf8')).toBe('new');
    expect(statSync(file).mode & 0o777).toBe(0o640);
    expect(lstatSync(link).isSymbolicLink()).toBe(true);
  });

  it('writes to a device without replacing it', async () => {
    await writeAtomically('/dev/null', ['gone']);
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it.runIf(process.platform === 'linux')('says that the disk is full', async () => {
    const error: unknown = await writeAtomically('/dev/full', ['text']).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: '/dev/full: the disk is full' });
  });

  it('refuses a folder, and a path whose folder does not exist', async () => {
    mkdirSync(path.join(folder, 'sub'));
    await expect(writeAtomically(path.join(folder, 'sub'), ['x'])).rejects.toThrow(
      'is a folder; name a file',
    );
    await expect(writeAtomically(path.join(folder, 'none/graph.trig'), ['x'])).rejects.toThrow(InputError);
    writeFileSync(file, 'old');
    await expect(writeAtomically(path.join(file, 'graph.trig'), ['x'])).rejects.toThrow(
      'a part of the path is no folder',
    );
    expect(readdirSync(folder).toSorted()).toEqual(['graph.trig', 'sub']);
  });

  it('refuses a file and a folder that may not be written', async () => {
    chmodSync(folder, 0o777);
    await withoutPrivileges(async () => {
      writeFileSync(file, 'old', { mode: 0o444 });
      await expect(writeAtomically(file, ['x'])).rejects.toThrow('permission denied');
      await writeAtomically(path.join(folder, 'free.trig'), ['x']);
    });
    chmodSync(folder, 0o555);
    await withoutPrivileges(async () => {
      const place = path.join(folder, 'new.trig');
      await expect(writeAtomically(place, ['x'])).rejects.toThrow('permission denied');
    });
    chmodSync(folder, 0o755);
    expect(readFileSync(file, 'utf8')).toBe('old');
  });
});
