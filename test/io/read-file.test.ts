import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readBytes, readText } from '../../src/io/read-file.ts';
import { InputError } from '../../src/model/input-error.ts';

describe('readText and readBytes', () => {
  let folder = '';

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demarche-read-'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the text without its byte order mark', async () => {
    const file = path.join(folder, 'a.rq');
    writeFileSync(file, '\uFEFFASK { }\r\n');
    expect(await readText(file)).toBe('ASK { }\r\n');
    expect((await readBytes(file)).length).toBe(12);
  });

  it.each([
    ['a file that is not there', 'none.rq', 'there is no such file or folder'],
    ['a folder', '.', 'is a folder, not a file'],
    ['what is no UTF-8', 'latin1.rq', 'is not valid UTF-8'],
  ])('refuses %s', async (_, name, message) => {
    writeFileSync(path.join(folder, 'latin1.rq'), Buffer.from('Gen\xe8ve', 'latin1'));
    const error: unknown = await readText(path.join(folder, name)).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(InputError);
    expect(error).toMatchObject({ message: expect.stringContaining(message) });
  });
});
