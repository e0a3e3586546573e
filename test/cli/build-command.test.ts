import { spawn, spawnSync } from 'node:child_process';
import type { SpawnSyncReturns } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';

/** Sentences of invented news, one article each. */
const NEWS = [
  'Chad recalled its ambassador from Khartoum on Monday. “We will not accept threats,” Foreign Minister Abderaman Koulamallah said.',
  'Bolivia asked Chile for talks on access to the sea. Chile rejected the request, according to its foreign ministry.',
  'Thailand said that it wants a ceasefire along the border. Cambodia accused Thailand of shelling villages.',
  'The African Union urged both sides to return to the table. The president doubts that the talks will succeed.',
  'Norway supports the treaty, Prime Minister Jonas Gahr Støre said. Hungary opposes it.',
  'Japan protested against the test. “This is unacceptable,” the spokesman said on Tuesday.',
  'Peru denied that it had expelled the envoy. Mexico offered asylum to him.',
  'Greece would accept the deal if Turkey withdrew its ships, the minister said.',
  'Iraq condemned the strike. Iran said that it had targeted militants.',
  'Serbia refused to recognise Kosovo. Kosovo hopes to join the Council of Europe.',
] as const;

/** The graph of an earlier build, as far as a build looks at it. */
const BEFORE = 'PREFIX ex: <https://example.org/>\n\nGRAPH graph:run {\n}\n';

let folder = '';

function write(name: string, content: string | Uint8Array): void {
  writeFileSync(path.join(folder, name), content);
}

function demarche(...parameters: string[]): SpawnSyncReturns<string> {
  return spawnSync(process.execPath, ['bin/demarche.js', ...parameters], { encoding: 'utf8' });
}

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'demarche-'));
  for (const [index, text] of NEWS.entries()) write(`article-${index}.txt`, `${text}\n`);
});

describe('demarche build', () => {
  it('builds the good articles of a folder and names each of the others with its reason', () => {
    write('empty.txt', '');
    write(
      'binary.txt',
      Uint8Array.from({ length: 4096 }, (_, index) => index % 256),
    );
    write('huge.txt', 'The minister said that the talks went on. '.repeat(120_000));
    write(
      'page.html',
      `<html><head><title>No talks</title></head><body><nav>Home</nav><article>${NEWS.map((text) => `<p>${text}</p>`).join('')}</article></body></html>`,
    );
    write(
      'lines.jsonl',
      [
        '{"id":"one","text":"Kenya said no."}',
        '{"id":"two","text":"Mali said yes."}',
        '{"id":',
        '{"id":"four","text":"Laos agreed."}',
      ].join('\n'),
    );
    write(
      'old.txt',
      Buffer.from(
        'The “minister” of T\u00fcrkiye said no.'.replace('“', '\u0093').replace('”', '\u0094'),
        'latin1',
      ),
    );
    const graph = path.join(folder, 'graph.trig');
    const { status, stderr } = demarche('build', folder, '-o', graph);
    expect(status).toBe(1);
    expect(stderr).toContain('15 articles');
    expect(stderr).toMatch(/empty\.txt: is empty/);
    expect(stderr).toMatch(/binary\.txt: is a binary file/);
    expect(stderr).toMatch(/huge\.txt: 5\.0 million characters long; a news article has at most 1 million/);
    expect(stderr).toMatch(/lines\.jsonl:3: is no JSON/);
    expect(stderr).toMatch(/old\.txt: .*Windows-1252/);
    const text = readFileSync(graph, 'utf8');
    for (const id of ['article-0', 'article-9', 'one', 'two', 'four', 'page', 'old']) {
      expect(text).toContain(`dcterms:identifier "${id}"`);
    }
    expect(demarche('validate', graph).status).toBe(0);
  });

  it('gives the same bytes twice, by one job or several, and from an interrupted build', async () => {
    const [whole, twice, parallel, killed] = ['whole', 'twice', 'parallel', 'killed'].map((name) =>
      path.join(folder, `${name}.trig`),
    );
    const inputs = path.join(folder, '*.txt');
    // Enough articles that a second worker is worth its while, and that a kill comes in the middle.
    for (let index = 0; index < 30; index += 1) write(`more-${index}.txt`, `${index}. ${NEWS.join(' ')}`);
    expect(demarche('build', inputs, '-o', `${whole}`, '--jobs', '1').status).toBe(0);
    expect(demarche('build', inputs, '-o', `${twice}`, '--jobs', '1').status).toBe(0);
    expect(demarche('build', inputs, '-o', `${parallel}`, '--jobs', '2').status).toBe(0);
    const expected = readFileSync(`${whole}`, 'utf8');
    expect(readFileSync(`${twice}`, 'utf8')).toBe(expected);
    expect(readFileSync(`${parallel}`, 'utf8')).toBe(expected);

    writeFileSync(`${killed}`, BEFORE);
    const build = spawn(process.execPath, [
      'bin/demarche.js',
      'build',
      inputs,
      '-o',
      `${killed}`,
      '--jobs',
      '1',
    ]);
    const closed = new Promise((resolve) => build.on('close', resolve));
    const partial = `${killed}.partial`;
    while (!existsSync(partial) || readFileSync(partial, 'utf8').split('\nGRAPH ').length < 4) {
      if (build.exitCode !== null) throw new Error('the build ended before it could be killed');
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    build.kill('SIGKILL');
    await closed;
    expect(readFileSync(`${killed}`, 'utf8')).toBe(BEFORE);
    const resumed = demarche('build', inputs, '-o', `${killed}`, '--jobs', '1');
    expect(resumed.stderr).toMatch(/\(([3-9]|[1-3]\d) unchanged\)/);
    expect(readFileSync(`${killed}`, 'utf8')).toBe(expected);
  }, 180_000);

  it('was deaf to a signal while it read a long article: it ends at once and keeps what is finished', async () => {
    const graph = path.join(folder, 'stopped.trig');
    for (let index = 0; index < 8; index += 1) write(`short-${index}.txt`, `${index}. ${NEWS.join(' ')}`);
    // Minutes of reading.
    write(
      'very-long.txt',
      Array.from({ length: 8_000 }, (_, index) => `${NEWS.join(' ')} ${index}.`).join(' '),
    );
    const inputs = ['short-*.txt', 'very-long.txt'].map((name) => path.join(folder, name));
    const build = spawn(process.execPath, [
      'bin/demarche.js',
      'build',
      ...inputs,
      '-o',
      graph,
      '--jobs',
      '2',
    ]);
    let told = '';
    build.stderr.on('data', (chunk: Buffer) => (told += chunk.toString()));
    const closed = new Promise((resolve) => build.on('close', resolve));
    const partial = `${graph}.partial`;
    while (!existsSync(partial) || readFileSync(partial, 'utf8').split('\nGRAPH ').length < 9) {
      if (build.exitCode !== null) throw new Error(`the build ended before it could be stopped: ${told}`);
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    build.kill('SIGTERM');
    expect(await closed).toBe(130);
    expect(told).toContain('8 finished articles kept');
    expect(existsSync(graph)).toBe(false);
    expect(existsSync(`${graph}.lock`)).toBe(false);
    unlinkSync(path.join(folder, 'very-long.txt'));
  });

  it('does not write over an article, or into a folder, that the output names by mistake', () => {
    const article = path.join(folder, 'article-0.txt');
    for (const [output, reason] of [
      [article, 'is there and is no graph that demarche built'],
      [folder, 'is a folder; name a file'],
      [path.join(article, 'graph.trig'), 'a file of that name stands in the way'],
    ] as const) {
      const { status, stderr } = demarche('build', article, '-o', output);
      expect(stderr).toContain(`demarche: ${output}: ${reason}`);
      expect(status).toBe(1);
    }
    expect(readFileSync(article, 'utf8')).toBe(`${NEWS[0]}\n`);
  });

  it('says what the disk refuses, and no internal error', () => {
    const graph = path.join(folder, 'graph.trig');
    mkdirSync(`${graph}.partial`);
    const { status, stderr } = demarche('build', path.join(folder, 'article-0.txt'), '-o', graph);
    expect(stderr).toContain(`demarche: ${graph}.partial: is a folder, not a file`);
    expect(status).toBe(1);
    expect(existsSync(`${graph}.lock`)).toBe(false);
  });

  it('leaves the graph as it was when nothing can be read', () => {
    const graph = path.join(folder, 'graph.trig');
    expect(demarche('build', path.join(folder, 'article-1.txt'), '-o', graph).status).toBe(0);
    const before = readFileSync(graph, 'utf8');
    write('empty.txt', '');
    const { status, stderr } = demarche('build', path.join(folder, 'empty.txt'), '-o', graph);
    expect(status).toBe(1);
    expect(stderr).toContain('is empty');
    expect(readFileSync(graph, 'utf8')).toBe(before);
  });
});
