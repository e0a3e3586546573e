import { statSync } from 'node:fs';
import type { Command } from 'commander';
import { InputError } from '../../model/input-error.ts';
import type { ColumnarIndex } from '../../store/columnar/columnar-index.ts';
import { count } from '../describe-inference.ts';
import { readGraphIndex, readSnapshot, snapshotPath } from '../graph-index.ts';
import { refuseMissing } from '../open-graphs.ts';
import { saveSnapshot } from '../save-snapshot.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche index`: writes the snapshot of each graph file beside it, so that queries need not read the file. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('<graphs...>', 'graph files; graph.trig gets graph.dmx beside it')
    .option('--force', 'make it anew though it is fresh, and replace a file that is no index')
    .addHelpText(
      'after',
      `
Examples:
  demarche index graph.trig
  demarche index graph.trig --force`,
    )
    .action(async (files: readonly string[], { force = false }: { readonly force?: boolean }) => {
      for (const file of files) terminal.write(`${await indexGraph(file, force, terminal)}\n`);
    });
}

async function indexGraph(file: string, force: boolean, terminal: Terminal): Promise<string> {
  refuseMissing(file);
  const target = snapshotPath(file);
  const before = force ? undefined : await readSnapshot(file);
  if (before !== undefined && 'index' in before)
    return `${target} is fresh: ${describe(before.index, target)}`;
  if (before?.isForeign === true) {
    throw new InputError(target, `${before.refused}; move it away, or replace it with --force`);
  }
  const start = terminal.now().getTime();
  const built = await readGraphIndex(file);
  await saveSnapshot(file, built);
  const seconds = (terminal.now().getTime() - start) / 1000;
  return `${target}: ${describe(built.index, target)}, ${seconds.toFixed(1)} s`;
}

function describe({ graphs, dictionary }: ColumnarIndex, target: string): string {
  const megabytes = statSync(target).size / 1e6;
  // Number 0 is no term.
  const terms = dictionary.length - 1;
  return `${count(graphs.rows.length, 'quad')}, ${count(terms, 'term')}, ${megabytes.toFixed(1)} MB`;
}
