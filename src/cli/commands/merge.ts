import type { Quad } from '@rdfjs/types';
import type { Command } from 'commander';
import { mergeGraphs } from '../../export/compare/merge-graphs.ts';
import { writeHeld } from '../../io/write-held.ts';
import { InputError } from '../../model/input-error.ts';
import { shortenIri } from '../../query/prefixes.ts';
import { serialiseInPieces } from '../../rdf/serialise.ts';
import { dip, rdf } from '../../rdf/vocabulary.ts';
import { count } from '../describe-inference.ts';
import { readGraphOrDataset } from '../export/read-dataset.ts';
import type { Terminal } from '../terminal.ts';

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
      const graphs: (readonly Quad[])[] = [];
      for (const file of files) {
        terminal.progress(`reading ${file} …`);
        graphs.push(await readGraphOrDataset(file));
      }
      const { quads, conflicts } = mergeGraphs(graphs);
      await writeHeld(output, serialiseInPieces(quads, format));
      for (const { claim, field, values } of conflicts) {
        terminal.write(`${shortenIri(claim)}\t${shortenIri(field)}\t${values.join(' | ')}\n`);
      }
      if (quads.some(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Position))) {
        terminal.report(
          `note: positions are those of the single graphs; "demarche infer ${output}" derives them from all claims`,
        );
      }
      terminal.report(
        `${output}: ${count(quads.length, 'statement')} of ${count(files.length, 'graph')}; ${count(conflicts.length, 'conflict')}${conflicts.length === 0 ? '' : ', both values kept'}`,
      );
    });
}
