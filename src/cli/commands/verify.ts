import type { Command } from 'commander';
import { verifyQuotations } from '../../export/compare/verify-quotations.ts';
import type { EvidenceRow } from '../../export/compare/verify-quotations.ts';
import { readDatasetTable } from '../export/read-dataset.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { addEncodingOption } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

interface VerifyFlags {
  readonly articles: readonly string[];
  readonly encoding?: string;
}

/** `demarche verify`: a line for each quotation of a dataset, held against the articles. */
export function configure(command: Command, terminal: Terminal): void {
  addEncodingOption(command)
    .argument('<dataset>', 'a dataset’s folder or .zip file')
    .requiredOption('-a, --articles <path...>', 'the articles, or folders of them')
    .addHelpText(
      'after',
      `
Exit code 1 if a text differs or an article is missing.

Examples:
  demarche verify dataset.zip --articles articles/`,
    )
    .action(async (dataset: string, { articles: places, encoding }: VerifyFlags) => {
      const rows = (await readDatasetTable(dataset, 'evidence')).map(readRow);
      const hashes = new Map(
        (await readDatasetTable(dataset, 'articles')).map((row) => [
          String(row['article']),
          String(row['sha256']),
        ]),
      );
      const { articles, diagnostics } = await readInputs(places, new Map(), terminal, encoding);
      const unread = diagnostics.filter(({ severity }) => severity === 'error');
      for (const line of formatDiagnostics(unread, terminal)) terminal.report(line);
      const held = {
        texts: new Map(articles.map(({ sha256, text }) => [sha256, text])),
        idTexts: new Map(articles.map(({ id, text }) => [id, text])),
      };
      const counts = new Map<string, number>();
      for (const { row, verdict, reason } of verifyQuotations(rows, hashes, held)) {
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        if (verdict !== 'verified') terminal.exitWith(1);
        const note = reason === undefined ? '' : ` (${reason})`;
        terminal.write(`${verdict}\t${row.article_id}\t${row.start}-${row.end}\t${row.claim}${note}\n`);
      }
      const count = (verdict: string): number => counts.get(verdict) ?? 0;
      terminal.report(
        `${rows.length} quotations: ${count('verified')} verified, ${count('text differs')} differ, ${count('article missing')} without their article`,
      );
    });
}

function readRow(row: Readonly<Record<string, unknown>>): EvidenceRow {
  return {
    claim: String(row['claim']),
    article: String(row['article']),
    article_id: String(row['article_id']),
    start: Number(row['start']),
    end: Number(row['end']),
    words_sha256: String(row['words_sha256']),
  };
}
