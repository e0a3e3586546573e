import { mkdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { refusing } from '../io/file-error.ts';
import { holdFile } from '../io/hold-file.ts';
import { InputError } from '../model/input-error.ts';
import { RUN_GRAPH } from './assemble-graph-file.ts';
import { scanGraphFile } from './graph-file.ts';

/** The graph of an article, under our prefix or in full. */
const ARTICLE_GRAPH = /^(?:graph:|<.*\/graph\/)[0-9a-f]{16}>?$/u;

/**
 * Every graph that we write has the graph of its run; a file without it is somebody's article or issues. An article's
 * graph that does not tell what it was made from can neither be reused nor replaced, and would stand twice.
 */
async function refuseForeignFile(output: string): Promise<void> {
  const status = await stat(output).catch(() => undefined);
  if (status?.isDirectory() === true) throw new InputError(output, 'is a folder; name a file');
  if (status?.isFile() !== true || status.size === 0) return;
  const { blocks } = await refusing(output, () => scanGraphFile(output));
  if (!blocks.some(({ graph }) => graph === RUN_GRAPH)) {
    throw new InputError(
      output,
      'is there and is no graph that demarche built; name another file or remove it',
    );
  }
  if (blocks.some(({ graph, fingerprint }) => fingerprint === undefined && ARTICLE_GRAPH.test(graph))) {
    throw new InputError(
      output,
      'holds articles from "demarche merge" or "demarche import"; build into another file, and unite both with "demarche merge"',
    );
  }
}

/**
 * Keeps a graph file for one build at a time, its folder made where it is missing, and gives the function that lets
 * it go. An InputError where the file is none of ours, cannot be written or another build holds it.
 */
export async function holdGraph(output: string): Promise<() => Promise<void>> {
  await refuseForeignFile(output);
  await refusing(output, () => mkdir(path.dirname(path.resolve(output)), { recursive: true }));
  return holdFile(output);
}
