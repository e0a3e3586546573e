import type { Command } from 'commander';
import { verifyQuotation } from '../../export/compare/verify-quotations.ts';
import type { EvidenceRow } from '../../export/compare/verify-quotations.ts';
import { count } from '../describe-inference.ts';
import { readDatasetTable } from '../export/read-dataset.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { addEncodingOption } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

interface VerifyOptions {
  readonly articles: readonly string[];
  readonly problems?: boolean;
  readonly encoding?: string;
}

/** `demarche verify`: a line for each quotation of a dataset, held against the articles. */
export function configure(command: Command, terminal: Terminal): void {
  addEncodingOption(command)
    .argument('<dataset>', 'a dataset’s folder or .zip file')
    .requiredOption('-a, --articles <path...>', 'the articles, or folders of them')
    .option('--problems', 'lines for those only that are not verified')
    .addHelpText(
      'after',
      `
Exit code 1 if a text differs or an article is missing.

Examples:
  demarche verify dataset.zip --articles articles/
  demarche verify dataset.zip --articles articles/ --problems`,
    )
    .action(async (dataset: string, { articles: places, problems = false, encoding }: VerifyOptions) => {
      const hashes = new Map<string, string>();
      for await (const row of readDatasetTable(dataset, 'articles')) {
        hashes.set(String(row['article']), String(row['sha256']));
      }
      const { articles, diagnostics } = await readInputs(places, new Map(), terminal, encoding);
      const unread = diagnostics.filter(({ severity }) => severity === 'error');
      for (const line of formatDiagnostics(unread, terminal)) terminal.report(line);
      const held = {
        texts: new Map(articles.map(({ sha256, text }) => [sha256, text])),
        idTexts: new Map(articles.map(({ id, text }) => [id, text])),
      };
      const counts = new Map<string, number>();
      const missing = new Set<string>();
      let all = 0;
      for await (const evidence of readDatasetTable(dataset, 'evidence')) {
        const { row, verdict, reason } = verifyQuotation(readRow(evidence), hashes, held);
        all += 1;
        counts.set(verdict, (counts.get(verdict) ?? 0) + 1);
        if (all % 1000 === 0) terminal.progress(`verifying, ${all} quotations …`);
        if (verdict !== 'verified') terminal.exitWith(1);
        if (verdict === 'article missing') missing.add(row.article_id);
        if (verdict === 'verified' && problems) continue;
        const note = reason === undefined ? '' : ` (${reason})`;
        terminal.write(`${verdict}\t${row.article_id}\t${row.start}-${row.end}\t${row.claim}${note}\n`);
      }
      const having = (verdict: string): string => (counts.get(verdict) ?? 0).toLocaleString('en');
      terminal.report(
        `${count(all, 'quotation')}: ${having('verified')} verified, ${having('text differs')} differ, ${having('article missing')} without their article`,
      );
      if (missing.size > 0) terminal.report(`articles that are missing: ${listSome([...missing])}`);
      if (!problems && all > (counts.get('verified') ?? 0) && all > MANY) {
        terminal.report('note: --problems shows only what is not verified');
      }
    });
}

/** Lines of which a screen shows only the last. */
const MANY = 40;
const NAMED = 5;

function listSome(names: readonly string[]): string {
  const more = names.length - NAMED;
  return `${names.slice(0, NAMED).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
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
