import { Option } from 'commander';
import type { Command } from 'commander';
import { formatClaimsLine } from '../../export/claims-jsonl.ts';
import type { ArticleResult } from '../../model/article-result.ts';
import { ARTICLE, UNATTRIBUTED } from '../../model/claim.ts';
import type { Claim } from '../../model/claim.ts';
import { sliceText } from '../../model/span.ts';
import { readClaims } from '../../pipeline.ts';
import { loadResources } from '../../resources.ts';
import { count } from '../describe-inference.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { renderTable } from '../render-table.ts';
import { addResourceOptions, toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface ExtractFlags extends ResourceFlags {
  readonly format: 'jsonl' | 'table';
}

const COLUMNS = [
  'speaker',
  'holder',
  'issue',
  'stance',
  'certainty',
  'words',
  'where',
  'confidence',
] as const;

function describeClaim(claim: Claim, { entities, text: { text } }: ArticleResult): readonly string[] {
  const nameOf = (reference: string): string => {
    if (reference === ARTICLE) return '(article)';
    if (reference === UNATTRIBUTED) return '(unattributed)';
    return entities.find(({ id }) => id === reference)?.label ?? reference;
  };
  const first = claim.content[0];
  const last = claim.content.at(-1);
  return [
    nameOf(claim.speaker),
    nameOf(claim.holder),
    claim.issue ?? '',
    claim.stance ?? '',
    claim.certainty,
    claim.content.map((span) => sliceText(text, span)).join(' … '),
    `${first?.start ?? 0}–${last?.end ?? 0}`,
    claim.confidence.toFixed(2),
  ];
}

function formatArticleTable(result: ArticleResult, width: number): string {
  const { id, date, outlet } = result.text.article;
  const heading = [id, outlet, date].filter((part) => part !== undefined).join(', ');
  const summary = `${heading}: ${count(result.claims.length, 'claim')}\n`;
  if (result.claims.length === 0) return summary;
  const rows = result.claims.map((claim) => describeClaim(claim, result));
  const columns = COLUMNS.map((head) => ({
    head,
    align: head === 'confidence' ? ('right' as const) : ('left' as const),
  }));
  return `${summary}${renderTable(columns, rows, { width })}\n`;
}

/** `demarche extract`: prints the claims of articles, without a graph. */
export function configure(command: Command, terminal: Terminal): void {
  addResourceOptions(command)
    .argument('<articles...>', 'files, folders, globs, or - for standard input')
    .addOption(
      new Option('-f, --format <format>', 'claims JSON Lines, one article a line, or a table')
        .choices(['jsonl', 'table'])
        .default('table'),
    )
    .addHelpText(
      'after',
      `
Examples:
  demarche extract article.txt
  demarche extract corpus.jsonl --format jsonl > claims.jsonl
  curl -s https://example.org/article.html | demarche extract -

Offsets are UTF-16 code units into the article's text, end-exclusive.`,
    )
    .action(async (patterns: readonly string[], flags: ExtractFlags) => {
      const resources = await loadResources(toResourceOptions(flags));
      const { articles, diagnostics } = await readInputs(
        patterns,
        resources.outlets,
        terminal,
        flags.encoding,
      );
      for (const line of formatDiagnostics(diagnostics, terminal)) terminal.report(line);
      if (diagnostics.some(({ severity }) => severity === 'error')) terminal.exitWith(1);
      for (const [index, article] of articles.entries()) {
        terminal.progress(`article ${index + 1}/${articles.length} ${article.id}`);
        const result = readClaims(article, resources);
        const text =
          flags.format === 'jsonl'
            ? `${formatClaimsLine(result)}\n`
            : `${formatArticleTable(result, tableWidth(terminal))}\n`;
        terminal.write(text);
      }
    });
}
