import type { Command } from 'commander';
import { verifyQuotations } from '../../export/compare/verify-quotations.ts';
import type { EvidenceRow } from '../../export/compare/verify-quotations.ts';
import { count } from '../describe-inference.ts';
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
      const verdicts = [...verifyQuotations(rows, hashes, held)];
      // Before anything is written: whoever reads may be gone after the first line.
      if (verdicts.some(({ verdict }) => verdict !== 'verified')) terminal.exitWith(1);
      for (const { row, verdict, reason } of verdicts) {
        const note = reason === undefined ? '' : ` (${reason})`;
        terminal.write(`${verdict}\t${row.article_id}\t${row.start}-${row.end}\t${row.claim}${note}\n`);
      }
      const having = (wanted: string): string =>
        verdicts.filter(({ verdict }) => verdict === wanted).length.toLocaleString('en');
      terminal.report(
        `${count(rows.length, 'quotation')}: ${having('verified')} verified, ${having('text differs')} differ, ${having('article missing')} without their article`,
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
