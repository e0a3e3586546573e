import type { Command } from 'commander';
import { inferGraph } from '../../build/infer-graph.ts';
import { loadInference } from '../../build/inferred-block.ts';
import { DEFAULT_BASE } from '../../rdf/iris.ts';
import { describeInference } from '../describe-inference.ts';
import { refuseMissing } from '../open-graphs.ts';
import type { Terminal } from '../terminal.ts';

interface InferFlags {
  readonly output?: string;
  readonly base: string;
}

/** `demarche infer`: derives positions, changes, conflicts and agreements anew from the claims of a graph file. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('[graph]', 'a graph file made by "demarche build"', 'graph.trig')
    .option('-o, --output <file>', 'write to another file instead of replacing the graph')
    .option('--base <iri>', 'the IRI under which the instances live', DEFAULT_BASE)
    .addHelpText(
      'after',
      `
Everything derived stands in the graph <base>graph/inferred, which is replaced; no claim is touched.
"demarche build" does the same at its end. The rules are the files of ontology/rules/inference.

Examples:
  demarche infer graph.trig
  demarche infer graph.trig -o with-positions.trig`,
    )
    .action(async (graph: string, { output, base }: InferFlags) => {
      refuseMissing(graph);
      terminal.progress(`deriving from ${graph}`);
      const options = { base, ...(output === undefined ? {} : { output }) };
      const summary = await inferGraph(graph, loadInference(), options);
      terminal.report(`${output ?? graph}: ${describeInference(summary)}`);
    });
}
