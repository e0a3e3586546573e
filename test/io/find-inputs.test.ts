import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { findInputs } from '../../src/io/find-inputs.ts';
import type { FoundInputs } from '../../src/io/find-inputs.ts';
import { InputError } from '../../src/model/input-error.ts';
import { withoutPrivileges } from './without-privileges.ts';

async function* noInput(): AsyncGenerator<Uint8Array> {}

async function* inTwoPieces(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('Gen');
  yield Buffer.from('ève');
}

describe('findInputs', () => {
  let folder = '';

  beforeEach(() => {
    folder = realpathSync(mkdtempSync(path.join(tmpdir(), 'demarche-find-')));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  function write(...names: readonly string[]): void {
    for (const name of names) {
      const file = path.join(folder, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, `content of ${name}`);
    }
  }
  const find = (...patterns: readonly string[]): Promise<FoundInputs> =>
    findInputs(
      patterns.map((pattern) => (pattern === '-' ? pattern : path.join(folder, pattern))),
      { stdin: noInput() },
    );
  const names = ({ inputs }: FoundInputs): readonly string[] =>
    inputs.map((input) => path.relative(folder, input.path));
  const messages = ({ diagnostics }: FoundInputs): readonly string[] =>
    diagnostics.map(
      ({ severity, where, message }) => `${severity} ${path.relative(folder, where)}: ${message}`,
    );

  it('lists a folder to the bottom, sorted by code units, hidden files left out', async () => {
    write('b.txt', 'B.txt', 'a/z.md', 'a/b/c.html', 'ä.txt', '.hidden.txt', '.git/x.txt', 'corpus.jsonl');
    const found = await find('.');
    expect(names(found)).toEqual(['B.txt', 'a/b/c.html', 'a/z.md', 'b.txt', 'corpus.jsonl', 'ä.txt']);
    expect(found.diagnostics).toEqual([]);
  });

  it('passes over an unknown ending in a folder with its reason and tries it where it is named', async () => {
    write('a.txt', 'notes.docx', 'README');
    const found = await find('.');
    expect(names(found)).toEqual(['a.txt']);
    expect(messages(found)).toEqual([
      expect.stringMatching(/^warning README: is not read: its ending is none of \.txt, /u),
      expect.stringMatching(/^warning notes\.docx: is not read/u),
    ]);
    expect(names(await find('README', 'notes.docx'))).toEqual(['README', 'notes.docx']);
    expect(names(await find('.', 'README'))).toEqual(['README', 'a.txt']);
  });

  it('expands a glob that no shell has expanded', async () => {
    write('x/2.txt', 'x/10.txt', 'x/y/3.txt', 'x/4.md', 'x/5.log');
    expect(names(await find('x/*.txt'))).toEqual(['x/10.txt', 'x/2.txt']);
    expect(names(await find('x/**/*.txt'))).toEqual(['x/10.txt', 'x/2.txt', 'x/y/3.txt']);
    expect(names(await find('x/*.log'))).toEqual(['x/5.log']);
  });

  it('takes a file by its name though the name looks like a glob', async () => {
    write('talks [draft].txt', 'talks d.txt');
    expect(names(await find('talks [draft].txt'))).toEqual(['talks [draft].txt']);
  });

  it('counts a file once, however often and by whatever path it is given', async () => {
    write('a.txt', 'b.txt');
    symlinkSync(path.join(folder, 'a.txt'), path.join(folder, 'link.txt'));
    expect(names(await find('b.txt', '.', 'b.txt', '*.txt', 'a.txt'))).toEqual(['b.txt', 'a.txt']);
  });

  it('gives the sidecar with its article and not as an article', async () => {
    write('a.txt', 'a.json', 'b.md', 'b.meta.json', 'b.json', 'c.json');
    const found = await find('.');
    expect(names(found)).toEqual(['a.txt', 'b.md', 'c.json']);
    const read = await Promise.all(found.inputs.map((input) => input.read()));
    expect(read.map(({ file }) => file?.sidecar?.path ?? 'none')).toEqual([
      path.join(folder, 'a.json'),
      path.join(folder, 'b.meta.json'),
      'none',
    ]);
    expect(names(await find('a.json'))).toEqual(['a.json']);
  });

  it('reads standard input for “-”', async () => {
    const { inputs } = await findInputs(['-', '-'], { stdin: inTwoPieces() });
    expect(inputs.map((input) => input.path)).toEqual(['<stdin>']);
    expect(Buffer.from((await inputs[0]?.read())?.file?.bytes ?? []).toString()).toBe('Genève');
  });

  it('goes on when one of several inputs does not exist', async () => {
    write('a.txt');
    const found = await find('a.txt', 'b.txt', 'c/*.txt');
    expect(names(found)).toEqual(['a.txt']);
    expect(messages(found)).toEqual([
      'error b.txt: there is no such file or folder',
      'error c/*.txt: matches no file',
    ]);
  });

  it('refuses when nothing is found', async () => {
    mkdirSync(path.join(folder, 'empty'));
    await expect(find('b.txt')).rejects.toThrow(InputError);
    await expect(find('b.txt')).rejects.toThrow('there is no such file or folder');
    await expect(find('empty')).rejects.toThrow(/holds no articles; an article is a file in \.txt/u);
    await expect(findInputs([], { stdin: noInput() })).rejects.toThrow(InputError);
  });

  it('says how many files of a folder are no articles when none is', async () => {
    write('papers/a.pdf');
    write('papers/b.docx');
    await expect(find('papers')).rejects.toThrow(
      /papers: holds no articles among 2 of other endings, as .*a\.pdf; an article is a file in \.txt/u,
    );
  });

  it('names many files of other endings together', async () => {
    write('a.txt');
    for (const name of ['b', 'c', 'd', 'e', 'f', 'g']) write(`${name}.pdf`);
    expect(messages(await find('.'))).toEqual([
      expect.stringMatching(/^warning b\.pdf: and 5 more files are not read: their endings are none of/u),
    ]);
  });

  it('names a folder that lies inside itself and goes on', async () => {
    write('x/a.txt');
    symlinkSync(folder, path.join(folder, 'x/loop'));
    const found = await find('.');
    expect(names(found)).toEqual(['x/a.txt']);
    expect(messages(found)).toEqual([expect.stringMatching(/^warning x\/loop: leads back to the folder /u)]);
  });

  it('names a link that leads nowhere and links that lead round in a circle', async () => {
    write('a.txt');
    symlinkSync('nowhere', path.join(folder, 'b.txt'));
    symlinkSync('c.txt', path.join(folder, 'c.txt'));
    expect(messages(await find('.'))).toEqual([
      'error b.txt: there is no such file or folder',
      'error c.txt: the links lead round in a circle',
    ]);
  });

  it('says of a file that has vanished since it was found why it is not read', async () => {
    write('a.txt');
    const { inputs } = await find('.');
    unlinkSync(path.join(folder, 'a.txt'));
    expect(await inputs[0]?.read()).toEqual({
      diagnostics: [
        { severity: 'error', where: path.join(folder, 'a.txt'), message: 'there is no such file or folder' },
      ],
    });
  });

  it('says of a file without permission why it is not read', async () => {
    chmodSync(folder, 0o755);
    write('a.txt');
    write('b.txt');
    chmodSync(path.join(folder, 'a.txt'), 0);
    await withoutPrivileges(async () => {
      const { inputs } = await find('a.txt', 'b.txt');
      expect((await inputs[0]?.read())?.diagnostics[0]?.message).toBe('permission denied');
      expect((await inputs[1]?.read())?.diagnostics).toEqual([]);
    });
  });
});
