import { createWriteStream } from 'node:fs';
import { once } from 'node:events';
import { finished } from 'node:stream/promises';
import { readGraphBlock, scanGraphFile } from '../../src/build/graph-file.ts';

const KEY = /^graph:([0-9a-f]{16})$/u;

/** Writes a graph file that holds the articles of another so many times, each copy under keys and identifiers of its own. */
export async function multiplyGraph(file: string, claims: number, target: string): Promise<number> {
  const { prefixes, blocks } = await scanGraphFile(file);
  const texts = await Promise.all(blocks.map(readGraphBlock));
  const out = createWriteStream(target);
  const write = async (text: string): Promise<void> => {
    if (!out.write(text)) await once(out, 'drain');
  };
  await write(prefixes);
  let written = 0;
  for (const [index, block] of blocks.entries()) {
    if (!KEY.test(block.graph)) await write(`\n${texts[index]}`);
  }
  for (let copy = 0; written < claims; copy += 1) {
    for (const [index, block] of blocks.entries()) {
      const key = KEY.exec(block.graph)?.[1];
      const text = texts[index] ?? '';
      if (key === undefined || written >= claims) continue;
      const own = (copy * 4093 + index).toString(16).padStart(8, '0') + key.slice(8);
      await write(`\n${text.replaceAll(key, own).replace(/(dcterms:identifier "[^"]*)"/u, `$1-${copy}"`)}`);
      written += text.split('a dip:Claim').length - 1;
    }
  }
  out.end();
  await finished(out);
  return written;
}
