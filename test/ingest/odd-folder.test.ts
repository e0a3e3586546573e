import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticles } from '../../src/ingest/read-articles.ts';
import { findInputs } from '../../src/io/find-inputs.ts';

const SENTENCE = 'The envoy of Chad said on Monday that the crossing will open within a month.';

async function* noInput(): AsyncGenerator<Uint8Array> {}

describe('a folder of odd files beside good ones', () => {
  let folder = '';

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'demarche-odd-'));
    const files: Readonly<Record<string, string | Uint8Array>> = {
      'binary.txt': Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0xff]),
      'empty.txt': '',
      'huge.txt': 'word '.repeat(1_000_000),
      'lines.jsonl': `{"id":"l1","text":"${SENTENCE}"}\n{"id":"l2","text":"${SENTENCE}"}\n{"id":"l3",\n{"id":"l4","text":"${SENTENCE}"}\n`,
      'menu.html': '<html><body><ul><li><a href="/">Home</a></li></ul></body></html>',
      'notes.docx': 'PK',
      'old.txt': Buffer.from(`${SENTENCE} He\x92ll be in Gen\xe8ve.`, 'latin1'),
      'page.html': `<html><body><article><h1>Crossing to open</h1>${`<p>${SENTENCE}</p>`.repeat(5)}</article></body></html>`,
    };
    for (const [name, content] of Object.entries(files)) writeFileSync(path.join(folder, name), content);
    for (let index = 0; index < 10; index += 1)
      writeFileSync(path.join(folder, `good-${index}.txt`), SENTENCE);
  });
  afterAll(() => {
    rmSync(folder, { recursive: true, force: true });
  });

  it('gives the good ones and names each of the others with its reason', async () => {
    const found = await findInputs([folder], { stdin: noInput() });
    const ids: string[] = [];
    const diagnostics = [...found.diagnostics];
    for (const input of found.inputs) {
      const { file } = await input.read();
      const read = file === undefined ? { articles: [], diagnostics: [] } : readArticles(file);
      ids.push(...read.articles.map(({ id }) => id));
      diagnostics.push(...read.diagnostics);
    }
    const good = Array.from({ length: 10 }, (_, index) => `good-${index}`);
    expect(ids).toEqual([...good, 'l1', 'l2', 'l4', 'old', 'page']);
    expect(
      diagnostics.map(
        ({ severity, where, message }) => `${severity} ${path.relative(folder, where)} ${message}`,
      ),
    ).toEqual([
      expect.stringContaining('warning notes.docx is not read: its ending is none of'),
      'error binary.txt is a binary file, no text',
      'error empty.txt is empty',
      'error huge.txt 5.0 million characters long; a news article has at most 1 million, split it',
      expect.stringContaining('error lines.jsonl:3 is no JSON'),
      'error menu.html is a web page without a readable article',
      expect.stringContaining('warning old.txt is not UTF-8 but reads as Windows-1252'),
    ]);
  });
});
