import type { Command } from 'commander';
import { METADATA_TEMPLATE } from '../../export/package/dataset-metadata.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { configureDataset } from '../export/dataset-command.ts';
import { configureDna } from '../export/dna-command.ts';
import { configureFigures } from '../export/figures-command.ts';
import { configureNetwork } from '../export/network-command.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche export`: the claim graph in the forms that archives, spreadsheets and network programs read. */
export function configure(command: Command, terminal: Terminal): void {
  command.addHelpText(
    'after',
    `
Examples:
  demarche export dataset --graph graph.trig -o dataset.zip
  demarche export network --help
  demarche export metadata -o dataset.yaml`,
  );
  configureDataset(command.command('dataset'), terminal);
  configureDna(command.command('dna'), terminal);
  configureFigures(command.command('figures'), terminal);
  configureNetwork(command.command('network'), terminal);
  command
    .command('metadata')
    .description('write a dataset.yaml to fill in, for --metadata')
    .option('-o, --output <file>', 'where to; otherwise it is printed')
    .addHelpText('after', '\nExamples:\n  demarche export metadata -o dataset.yaml')
    .action(async ({ output }: { readonly output?: string }) => {
      if (output === undefined) terminal.write(METADATA_TEMPLATE);
      else await writeAtomically(output, [METADATA_TEMPLATE]);
    });
}
