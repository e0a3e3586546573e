import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import { Option } from 'commander';
import type { Quad } from '@rdfjs/types';
import type { Command } from 'commander';
import type { GraphPart } from '../../export/claim-graph.ts';
import { dnaOfGraph } from '../../export/dna/dna-of-graph.ts';
import { DNA_PASSWORD, writeDna } from '../../export/dna/write-dna.ts';
import type { NamedRow } from '../../export/read-tables.ts';
import { withholdText } from '../../export/rdf/withhold-text.ts';
import { draftFolder } from '../../io/dataset-folder.ts';
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
      const texts = new Map<string, string>();
      const request = {
        files: graph,
        output,
        ...(!text && { change: (quads: readonly Quad[]) => withholdText(quads, 0) }),
        onPart: async ({ quads }: GraphPart) => {
          for (const { subject, predicate, object } of quads) {
            if (predicate.equals(schema.articleBody)) texts.set(subject.value, object.value);
          }
        },
      };
      const tables = await withClaimTables(request, terminal, async (read) => {
        const claims: NamedRow[] = [];
        for await (const claim of read.claims()) claims.push(claim);
        return { ...read, claims };
      });
      const { claims } = tables;
      const content = dnaOfGraph(tables, texts);
      await draftFolder(output, async (draft) => {
        const place = await draft.place(path.basename(output));
        await writeDna(place, content);
        await writeAtomically(output, [await readFile(place)]);
        await rm(place);
      });
      const left = claims.length - content.statements.length;
      terminal.report(
        `${output}: ${count(content.statements.length, 'statement')} in ${count(content.documents.length, 'document')}; ${count(left, 'claim')} without an issue, a polarity or a named holder ${left === 1 ? 'is' : 'are'} not in it`,
      );
      terminal.report(`DNA asks for a password: it is "${DNA_PASSWORD}"`);
    });
}
