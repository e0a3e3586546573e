import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { main } from '../../src/cli/main.ts';
import { fakeTerminal } from './fake-terminal.ts';
import type { FakeTerminal } from './fake-terminal.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-wrong-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const place = (name: string): string => path.join(folder, name);

function write(name: string, content: string | Uint8Array): string {
  writeFileSync(place(name), content);
  return place(name);
}

async function run(...parameters: readonly string[]): Promise<FakeTerminal> {
  const terminal = fakeTerminal();
  await main(parameters, terminal);
  return terminal;
}

const article = write('article.txt', 'Chad rejects the plan, its foreign minister said on Monday.\n');
const nothing = write('nothing.ttl', 'PREFIX ex: <https://a.example/>\nex:a ex:b ex:c .\n');

describe('a file in the wrong place', () => {
  it.each([
    [
      ['build', article, '-o', place('a.trig'), '--entities', nothing],
      /nothing\.ttl: there is no actor in it; an actor is/u,
    ],
    [
      ['build', article, '-o', place('a.trig'), '--issues', nothing],
      /nothing\.ttl: there is no issue in it; an issue is/u,
    ],
    [
      ['build', nothing, '-o', place('a.trig')],
      /nothing\.ttl: is a graph, no article; .*demarche query --graph/u,
    ],
    [['infer', place('none.trig')], /none\.trig: no such graph file; .*demarche build/u],
  ])('was taken or told in other words: %j', async (parameters, message) => {
    const terminal = await run(...parameters);
    expect(terminal.err()).toMatch(message);
    expect(terminal.exitCode()).toBe(1);
  });

  it('leaves a graph as it was that is given as an article of itself', async () => {
    const graph = place('own.trig');
    await run('build', article, '-o', graph);
    const before = readFileSync(graph, 'utf8');
    expect((await run('build', graph, '-o', graph)).exitCode()).toBe(1);
    expect(readFileSync(graph, 'utf8')).toBe(before);
  });
});

describe('what a user should know', () => {
  it('is told where no claim is on a known issue', async () => {
    const { err } = await run('build', article, '-o', place('b.trig'));
    expect(err()).toMatch(/no claim is on an issue that is known; "demarche issues" lists those/u);
    expect(err()).not.toMatch(/\b1 (?:articles|claims|actors|issues)\b/u);
  });

  it('is told once for many inputs of one fault', async () => {
    const lines = Array.from(
      { length: 30 },
      (_, index) => `{"id":"r${index}","text":"Chad said no.","date":"soon"}`,
    );
    const { err } = await run('extract', write('many.jsonl', lines.join('\n')), '--extractor', 'rules');
    expect(
      err()
        .split('\n')
        .filter((line) => line.includes('the date "soon"')),
    ).toHaveLength(5);
    expect(err()).toContain('and the same of 25 more');
  });

  it('is heard where the encoding is named', async () => {
    const file = write(
      'gb.txt',
      Buffer.from('Geng (\xb9\xa2\xcb\xac) said that China rejects the plan.', 'latin1'),
    );
    expect((await run('extract', file)).err()).toContain('name its encoding with --encoding');
    const { out, exitCode } = await run('extract', file, '--encoding', 'gb18030');
    expect(out()).toContain('rejects');
    expect(exitCode()).toBe(0);
    expect((await run('extract', file, '--encoding', 'gibberish')).err()).toContain(
      'It names no encoding; use such as',
    );
  });
});
