import { EventEmitter } from 'node:events';
import { readFile, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Command } from 'commander';
import { dnaOfGraph } from '../../export/dna/dna-of-graph.ts';
import { DNA_PASSWORD, writeDna } from '../../export/dna/write-dna.ts';
import { readTables, rowsByKey } from '../../export/read-tables.ts';
import { draftFolder } from '../../io/dataset-folder.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { InputError } from '../../model/input-error.ts';
import type { Terminal } from '../terminal.ts';
import { openTables, readGraphs } from './dataset-command.ts';

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
    .option('-g, --graph <file...>', 'claim graphs, united', ['graph.trig'])
    .option('--no-text', 'documents of spaces only, as long as the texts, so that offsets hold')
    .action(async ({ output, graph, text }: DnaOptions) => {
      EventEmitter.defaultMaxListeners = 0;
      if (!output.endsWith('.dna')) throw new InputError(output, 'the name must end with .dna');
      const quads = await readGraphs(graph, terminal);
      const tables = await readTables(openTables(quads), ['actors', 'issues', 'articles', 'claims']);
      const claims = tables.get('claims') ?? [];
      const content = dnaOfGraph(
        quads,
        {
          claims,
          articles: tables.get('articles') ?? [],
          actors: rowsByKey(tables, 'actors'),
          issues: rowsByKey(tables, 'issues'),
        },
        { withText: text },
      );
      await draftFolder(output, async (draft) => {
        const place = await draft.place(path.basename(output));
        await writeDna(place, content);
        await writeAtomically(output, [await readFile(place)]);
        await rm(place);
      });
      const left = claims.length - content.statements.length;
      terminal.report(
        `${output}: ${content.statements.length} statements in ${content.documents.length} documents; ${left} claims have no issue, no polarity or no named holder and are not in it`,
      );
      terminal.report(`DNA asks for a password: it is "${DNA_PASSWORD}"`);
    });
}
