import type { Command } from 'commander';
import { mergeGraphs } from '../../export/compare/merge-graphs.ts';
import type { MergeResult } from '../../export/compare/merge-graphs.ts';
import { graphWriter } from '../../export/rdf/graph-files.ts';
import { writeHeld } from '../../io/write-held.ts';
import { InputError } from '../../model/input-error.ts';
import { shortenIri } from '../../query/prefixes.ts';
import { count } from '../describe-inference.ts';
import { withComparedGraphs } from '../export/open-compared-graphs.ts';
import type { Terminal } from '../terminal.ts';
import { whileInterruptible } from '../while-interruptible.ts';

/** `demarche merge`: unites graphs of different builders or shards. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('<graph...>', 'graphs or datasets; their order does not matter')
    .requiredOption('-o, --output <file>', 'ends with .trig or .nq')
    .addHelpText('after', '\nExamples:\n  demarche merge north.trig south.trig -o all.trig')
    .action(async (files: readonly string[], { output }: { readonly output: string }) => {
      const format = output.endsWith('.nq') ? 'nquads' : 'trig';
      if (format === 'trig' && !output.endsWith('.trig')) {
        throw new InputError(output, 'the name must end with .trig or .nq');
      }
      const writer = graphWriter(format);
      const { conflicts, hasPositions, size } = await withComparedGraphs(files, terminal, (graphs) =>
        whileInterruptible(output, terminal, async () => {
          let result: MergeResult | undefined;
          await writeHeld(
            output,
            (async function* pieces() {
              yield writer.head();
              const merging = mergeGraphs(graphs);
              for (let next = await merging.next(); ; next = await merging.next()) {
                if (next.done === true) {
                  result = next.value;
                  return;
                }
                terminal.progress(`writing ${next.value.name} …`);
                const { quads, trig } = next.value.part;
                yield* format === 'trig' && trig !== undefined ? trig : writer.part(quads);
              }
            })(),
          );
          if (result === undefined) throw new Error('a merge ended before it was complete');
          return result;
        }),
      );
      for (const { claim, field, values } of conflicts) {
        terminal.write(`${shortenIri(claim)}\t${shortenIri(field)}\t${values.join(' | ')}\n`);
      }
      if (hasPositions) {
        terminal.report(
          `note: positions are those of the single graphs; "demarche infer ${output}" derives them from all claims`,
        );
      }
      terminal.report(
        `${output}: ${count(size, 'statement')} of ${count(files.length, 'graph')}; ${count(conflicts.length, 'conflict')}${conflicts.length === 0 ? '' : ', both values kept'}`,
      );
    });
}
