import { InputError } from '../model/input-error.ts';
import { writeAtomically } from '../io/write-atomically.ts';
import { assembleGraphFile } from './assemble-graph-file.ts';
import { scanGraphFile } from './graph-file.ts';

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
 * byte for byte as they are. Whoever calls holds the file, from before it was read for the blocks.
 */
export async function replaceBlocks(file: string, blocks: ReadonlyMap<string, string>): Promise<void> {
  const scanned = await scanGraphFile(file);
  const kept = scanned.blocks.filter(({ graph }) => !blocks.has(graph));
  const added = [...blocks].flatMap(([graph, text]) => (text === '' ? [] : [{ graph, text }]));
  await writeAtomically(file, assembleGraphFile(scanned.prefixes, [...kept, ...added]));
}
