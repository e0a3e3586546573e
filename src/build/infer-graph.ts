import { holdFile } from '../io/hold-file.ts';
import { writeAtomically } from '../io/write-atomically.ts';
import { InputError } from '../model/input-error.ts';
import { graphFileHeader, readGraphBlock, scanGraphFile } from './graph-file.ts';
import type { GraphBlock } from './graph-file.ts';
import { INFERRED_GRAPH, inferFromBlocks } from './inferred-block.ts';
import type { Inference, InferenceSummary } from './inferred-block.ts';

const RUN_GRAPH = 'graph:run';

async function readBlock(block: GraphBlock): Promise<string> {
  return `\n${(await readGraphBlock(block)).trimStart()}`;
}

async function* assemble(
  header: string,
  trig: string,
  blocks: readonly GraphBlock[],
): AsyncGenerator<string> {
  yield header;
  for (const block of blocks) if (block.graph === RUN_GRAPH) yield readBlock(block);
  yield `\n${trig}`;
  for (const block of blocks) if (block.graph !== RUN_GRAPH) yield readBlock(block);
}

interface InferenceTarget {
  readonly base?: string;
  readonly output?: string;
}

/**
 * Replaces the inferred graph of a graph file by what follows from its claims now; every other byte stays. The file
 * that is written is held meanwhile, as a build holds it.
 * @throws InputError where the file was not written by a build under this base, or where another run holds it.
 */
export async function inferGraph(
  file: string,
  inference: Inference,
  options: InferenceTarget = {},
): Promise<InferenceSummary> {
  const release = await holdFile(options.output ?? file);
  try {
    return await inferHeld(file, inference, options);
  } finally {
    await release();
  }
}

async function inferHeld(
  file: string,
  inference: Inference,
  options: InferenceTarget,
): Promise<InferenceSummary> {
  const { prefixes, blocks } = await scanGraphFile(file);
  if (blocks.length === 0) {
    throw new InputError(file, 'holds no graph; "demarche build ARTICLES… -o graph.trig" makes one');
  }
  const header = graphFileHeader(options.base);
  const known = new Set(header.split('\n'));
  // Prefixes that an earlier version did not have change the meaning of nothing that it wrote.
  if (!prefixes.split('\n').every((line) => known.has(line))) {
    throw new InputError(
      file,
      'was not written by "demarche build" under this --base; give its base or build it again',
    );
  }
  const kept = blocks.filter(({ graph }) => graph !== INFERRED_GRAPH);
  const inferred = await inferFromBlocks(kept, inference, {
    header,
    ...(options.base === undefined ? {} : { base: options.base }),
  });
  await writeAtomically(options.output ?? file, assemble(header, inferred.trig, kept));
  return inferred.summary;
}
