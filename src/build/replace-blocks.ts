import { InputError } from '../model/input-error.ts';
import { writeAtomically } from '../io/write-atomically.ts';
import { readGraphBlock, scanGraphFile } from './graph-file.ts';
import type { GraphBlock } from './graph-file.ts';

/** The IRI under which the instances of a graph file live, as its prefixes tell. */
export async function baseOfGraphFile(file: string): Promise<string> {
  const { prefixes } = await scanGraphFile(file);
  const base = /^PREFIX graph: <(.+)graph\/>$/mu.exec(prefixes)?.[1];
  if (base === undefined)
    throw new InputError(
      file,
      'is no graph made by "demarche build": decisions can be written into such a graph only',
    );
  return base;
}

/**
 * Puts blocks into a graph file, in place of those of the same name; a block without text is taken out. All others stay
 * byte for byte as they are.
 */
export async function replaceBlocks(file: string, blocks: ReadonlyMap<string, string>): Promise<void> {
  const scanned = await scanGraphFile(file);
  async function* assemble(): AsyncGenerator<string> {
    yield scanned.prefixes;
    const kept = scanned.blocks.filter(({ graph }) => !blocks.has(graph));
    const run = kept.filter(({ graph }) => graph === 'graph:run');
    for (const block of run) yield writeBlock(await readGraphBlock(block));
    const rest: readonly (readonly [string, GraphBlock | string])[] = [
      ...kept.filter(({ graph }) => graph !== 'graph:run').map((block) => [block.graph, block] as const),
      ...[...blocks].filter(([, text]) => text !== ''),
    ];
    for (const [, block] of rest.toSorted(([left], [right]) => (left < right ? -1 : 1)))
      yield writeBlock(typeof block === 'string' ? block : await readGraphBlock(block));
  }
  await writeAtomically(file, assemble());
}

function writeBlock(text: string): string {
  return `\n${text.trimStart()}`;
}
