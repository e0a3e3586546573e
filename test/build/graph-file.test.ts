import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { frameBlock, graphFileHeader, readGraphBlock, scanGraphFile } from '../../src/build/graph-file.ts';

const block = (name: string, words: string): string =>
  frameBlock(
    `GRAPH graph:${name} {\n  article:${name}\n      schema:articleBody "${words}" .\n}\n`,
    'abc123',
  );

async function fileOf(text: string): Promise<string> {
  const file = path.join(await mkdtemp(path.join(tmpdir(), 'graph-file-')), 'graph.trig');
  await writeFile(file, text);
  return file;
}

describe('a graph file', () => {
  it('gives back each block as it stands', async () => {
    const first = block('01', 'Ghana and Togo “agreed” {');
    const second = block('02', 'x'.repeat(3_000_000));
    const file = await fileOf(`${graphFileHeader()}${first}${second}`);
    const { prefixes, blocks } = await scanGraphFile(file);
    expect(prefixes).toBe(graphFileHeader());
    expect(blocks.map(({ graph, fingerprint }) => [graph, fingerprint])).toEqual([
      ['graph:01', 'abc123'],
      ['graph:02', 'abc123'],
    ]);
    const texts = await Promise.all(blocks.map(readGraphBlock));
    expect(texts).toEqual([first.trimStart(), second.trimStart()]);
  });

  it('leaves out a block that a killed build did not finish, wherever it broke off', async () => {
    const whole = block('01', 'one');
    const broken = block('02', 'two');
    for (let length = 1; length < broken.length - 1; length += 7) {
      const file = await fileOf(
        `${graphFileHeader()}${whole}${broken.slice(0, length)}\n${block('03', 'three')}`,
      );
      const { blocks } = await scanGraphFile(file);
      expect(blocks.map(({ graph }) => graph)).toEqual(['graph:01', 'graph:03']);
    }
  });

  it('holds nothing when it is missing', async () => {
    expect(await scanGraphFile('/nowhere/graph.trig')).toEqual({ prefixes: '', blocks: [] });
  });
});
