import { createReadStream } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import type { Quad } from '@rdfjs/types';
import type { Command } from 'commander';
import type { GraphPart } from '../../export/claim-graph.ts';
import { dnaOfGraph } from '../../export/dna/dna-of-graph.ts';
import { DNA_PASSWORD, writeDna } from '../../export/dna/write-dna.ts';
import type { DnaContent } from '../../export/dna/write-dna.ts';
import { detachText } from '../../export/detach-text.ts';
import { withholdText } from '../../export/rdf/withhold-text.ts';
import { draftFolder } from '../../io/dataset-folder.ts';
import type { Scratch, ScratchPlace } from '../../io/scratch-file.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { InputError } from '../../model/input-error.ts';
import { schema } from '../../rdf/vocabulary.ts';
import { count } from '../describe-inference.ts';
import type { Terminal } from '../terminal.ts';
import { withClaimTables } from './with-claim-tables.ts';

interface DnaOptions {
  readonly output: string;
  readonly graph: readonly string[];
  readonly text: boolean;
}

/** `demarche export dna`: a file for Discourse Network Analyzer. */
export function configureDna(command: Command, terminal: Terminal): void {
  command
    .description('write a file for Discourse Network Analyzer 3, with its default statement type')
    .requiredOption('-o, --output <file>', 'ends with .dna')
    .addOption(
      new Option('-g, --graph <file...>', 'claim graphs, united').default(['graph.trig'], 'graph.trig'),
    )
    .option('--no-text', 'documents of spaces only, as long as the texts, so that offsets hold')
    .addHelpText(
      'after',
      `
Examples:
  demarche export dna -o coded.dna --graph graph.trig
  demarche export dna -o coded.dna --graph graph.trig --no-text`,
    )
    .action(async ({ output, graph, text }: DnaOptions) => {
      if (!output.endsWith('.dna')) throw new InputError(output, 'the name must end with .dna');
      const texts = new Map<string, ScratchPlace>();
      const request = {
        files: graph,
        output,
        ...(!text && { change: (quads: readonly Quad[]) => withholdText(quads, 0) }),
        onPart: async ({ quads }: GraphPart, scratch: Scratch) => {
          for (const { subject, predicate, object } of quads) {
            if (!predicate.equals(schema.articleBody)) continue;
            texts.set(detachText(subject.value), await scratch.keep(object.value));
          }
        },
      };
      const { statements, documents, leftOut } = await withClaimTables(
        request,
        terminal,
        async (tables, scratch) => {
          const content = await dnaOfGraph(tables, async (article) => {
            const place = texts.get(article);
            return place === undefined ? undefined : scratch.fetch(place);
          });
          await writeFile(output, content, terminal);
          return content;
        },
      );
      terminal.report(
        `${output}: ${count(statements.length, 'statement')} in ${count(documents.length, 'document')}; ${count(leftOut, 'claim')} without an issue, a polarity or a named holder ${leftOut === 1 ? 'is' : 'are'} not in it`,
      );
      terminal.report(`DNA asks for a password: it is "${DNA_PASSWORD}"`);
    });
}

async function writeFile(output: string, content: DnaContent, terminal: Terminal): Promise<void> {
  await draftFolder(output, async (draft) => {
    const place = await draft.place(path.basename(output));
    await writeDna(place, content, (table, rows) => {
      terminal.progress(`table ${table}: ${rows} rows …`);
    });
    await writeAtomically(output, createReadStream(place));
  });
}
