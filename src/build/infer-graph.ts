import { holdFile } from '../io/hold-file.ts';
import { writeAtomically } from '../io/write-atomically.ts';
import { InputError } from '../model/input-error.ts';
import { assembleGraphFile, INFERRED_GRAPH } from './assemble-graph-file.ts';
import { graphFileHeader, scanGraphFile } from './graph-file.ts';
import { holdGraph } from './hold-graph.ts';
import { inferFromBlocks } from './inferred-block.ts';
import type { Inference, InferenceSummary } from './inferred-block.ts';

interface InferOptions {
  readonly base?: string;
  /** Where the graph goes; by default it replaces the file. */
  readonly output?: string;
}

/** Refuses what no build wrote under this base, before anything is locked or written. */
async function refuseForeignGraph(file: string, base: string | undefined): Promise<void> {
  const { prefixes, blocks } = await scanGraphFile(file);
  if (blocks.length === 0) {
    throw new InputError(file, 'holds no graph; "demarche build ARTICLES… -o graph.trig" makes one');
  }
  const known = new Set(graphFileHeader(base).split('\n'));
  // Prefixes that an earlier version did not have change the meaning of nothing that it wrote.
  if (!prefixes.split('\n').every((line) => known.has(line))) {
    throw new InputError(
      file,
      'was not written by "demarche build" under this --base; give its base or build it again',
    );
  }
}

/**
 * Replaces the inferred graph of a graph file by what follows from its claims now; no other graph is changed. The file
 * is held meanwhile, so that no build writes it, and replaced in one step.
 * @throws InputError where the file was not written by a build under this base, or a build holds it.
 */
export async function inferGraph(
  file: string,
  inference: Inference,
  { base, output = file }: InferOptions = {},
): Promise<InferenceSummary> {
  await refuseForeignGraph(file, base);
  const release = await (output === file ? holdFile(file) : holdGraph(output));
  try {
    const { blocks } = await scanGraphFile(file);
    const header = graphFileHeader(base);
    const kept = blocks.filter(({ graph }) => graph !== INFERRED_GRAPH);
    const { trig, summary } = await inferFromBlocks(kept, inference, {
      header,
      ...(base === undefined ? {} : { base }),
    });
    const graphs = [...kept, { graph: INFERRED_GRAPH, text: trig }];
    await writeAtomically(output, assembleGraphFile(header, graphs));
    return summary;
  } finally {
    await release();
  }
}
