import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Quad } from '@rdfjs/types';
import type { ClaimGraph, GraphEntry } from '../../export/claim-graph.ts';
import { cleanAtEnd, listenForEnd } from '../../io/clean-at-end.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { distinctQuads } from '../../rdf/distinct-quads.ts';
import { readQuads } from '../read-quads.ts';
import type { Terminal } from '../terminal.ts';
import { isArticleGraph, openByBlocks } from './open-claim-graph.ts';
import { isDataset, readDatasetFile } from './read-dataset.ts';

const GRAPH_FILE = 'rdf/graph.trig';

/** Quads in memory as a graph that is read by its named graphs. */
export function divideQuads(quads: readonly Quad[]): ClaimGraph {
  const members = new Map<string, Quad[]>();
  for (const quad of distinctQuads(quads)) {
    const known = members.get(quad.graph.value);
    if (known === undefined) members.set(quad.graph.value, [quad]);
    else known.push(quad);
  }
  return {
    graphs: [...members].map(([name, found]): GraphEntry => ({
      name,
      size: found.length,
      isArticle: isArticleGraph(name),
    })),
    read: (entries) => Promise.resolve({ quads: entries.flatMap(({ name }) => members.get(name) ?? []) }),
  };
}

/** The graph file of a dataset; out of a zip file it is put into a folder. */
async function graphFileOf(place: string, index: number, folder: () => string): Promise<string> {
  if (!isDataset(place)) return place;
  if (!place.endsWith('.zip')) return path.join(place, GRAPH_FILE);
  const file = path.join(folder(), `${index}.trig`);
  await writeAtomically(file, readDatasetFile(place, GRAPH_FILE));
  return file;
}

/**
 * Opens graph files and datasets to be compared and united. What `demarche build` or an export wrote is read part by
 * part; other files must fit in memory.
 */
export async function withComparedGraphs<Result>(
  places: readonly string[],
  terminal: Terminal,
  use: (graphs: readonly ClaimGraph[]) => Promise<Result>,
): Promise<Result> {
  let temporary: string | undefined;
  const remove = (): void => {
    if (temporary !== undefined) rmSync(temporary, { recursive: true, force: true });
  };
  const callOff = cleanAtEnd(remove);
  const stopListening = listenForEnd();
  try {
    const graphs: ClaimGraph[] = [];
    for (const [index, place] of places.entries()) {
      terminal.progress(`looking through ${place} …`);
      const file = await graphFileOf(place, index, () => {
        temporary ??= mkdtempSync(path.join(tmpdir(), 'demarche-compare-'));
        return temporary;
      });
      graphs.push((await openByBlocks([file])) ?? divideQuads(await readQuads(file)));
    }
    return await use(graphs);
  } finally {
    stopListening();
    callOff();
    remove();
  }
}
