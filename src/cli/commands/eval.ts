import { existsSync } from 'node:fs';
import path from 'node:path';
import { Option } from 'commander';
import type { Command } from 'commander';
import { comparePredictions } from '../../evaluate/bootstrap.ts';
import { parseClaimDocuments } from '../../evaluate/claim-document.ts';
import type { ClaimDocument } from '../../evaluate/claim-document.ts';
import { evaluateClaims, pairDocuments } from '../../evaluate/evaluate-claims.ts';
import { GROUPINGS, groupClaims } from '../../evaluate/group-claims.ts';
import type { Grouping } from '../../evaluate/group-claims.ts';
import { listErrors } from '../../evaluate/list-errors.ts';
import { formatClaimsLine } from '../../export/claims-jsonl.ts';
import { readArticles } from '../../ingest/read-articles.ts';
import { readText } from '../../io/read-file.ts';
import type { Article } from '../../model/article.ts';
import { InputError } from '../../model/input-error.ts';
import { readClaims } from '../../pipeline.ts';
import { EXTRACTORS, loadResources } from '../../resources.ts';
import {
  formatComparison,
  formatDocuments,
  formatError,
  formatEvaluation,
  formatGroups,
} from '../format-evaluation.ts';
import { readInputs } from '../read-inputs.ts';
import { addResourceOptions, toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';

interface EvalFlags extends ResourceFlags {
  readonly predictions?: string;
  readonly against?: string;
  readonly texts?: readonly string[];
  readonly by?: Grouping;
  readonly errors?: boolean;
  readonly docs?: boolean;
  readonly json?: boolean;
}

async function readDocuments(files: readonly string[]): Promise<readonly ClaimDocument[]> {
  const documents = [];
  for (const file of files) documents.push(...parseClaimDocuments(await readText(file), file));
  return documents;
}

/** The texts of the gold articles: those given, else a folder `texts` beside a gold file, and what gold itself holds. */
async function readGoldArticles(
  golds: readonly string[],
  texts: readonly string[] | undefined,
  terminal: Terminal,
): Promise<ReadonlyMap<string, Article>> {
  const beside = golds
    .map((file) => path.join(path.dirname(file), 'texts'))
    .filter((folder) => existsSync(folder));
  const patterns = texts ?? [...new Set(beside)];
  const found = patterns.length === 0 ? { articles: [] } : await readInputs(patterns, new Map(), terminal);
  const articles = new Map(found.articles.map((article) => [article.id, article]));
  for (const file of golds) {
    const inside = readArticles({ path: 'gold.jsonl', bytes: Buffer.from(await readText(file)) });
    for (const article of inside.articles) articles.set(article.id, article);
  }
  return articles;
}

/** The claims that this program finds in the gold articles. */
async function predict(
  golds: readonly ClaimDocument[],
  articles: ReadonlyMap<string, Article>,
  flags: EvalFlags,
  terminal: Terminal,
): Promise<readonly ClaimDocument[]> {
  const wanted = golds.flatMap(({ id }) => articles.get(id) ?? []);
  if (wanted.length === 0) {
    throw new InputError(
      'no texts',
      'give those of the gold articles with --texts, or claims with --predictions',
    );
  }
  const resources = await loadResources(toResourceOptions(flags));
  return wanted.flatMap((article, index) => {
    terminal.progress(`article ${index + 1}/${wanted.length} ${article.id}`);
    return parseClaimDocuments(formatClaimsLine(readClaims(article, resources)), article.id);
  });
}

/** What the predictions are compared with: another extractor's claims, or those of a file. */
async function readOthers(
  against: string,
  golds: readonly ClaimDocument[],
  articles: ReadonlyMap<string, Article>,
  flags: EvalFlags,
  terminal: Terminal,
): Promise<readonly ClaimDocument[]> {
  const extractor = EXTRACTORS.find((name) => name === against);
  return extractor === undefined
    ? readDocuments([against])
    : predict(golds, articles, { ...flags, extractor }, terminal);
}

async function evaluate(files: readonly string[], flags: EvalFlags, terminal: Terminal): Promise<void> {
  const golds = await readDocuments(files);
  if (golds.length === 0) throw new InputError(files.join(' '), 'holds no gold articles');
  const articles = await readGoldArticles(files, flags.texts, terminal);
  const predictions =
    flags.predictions === undefined
      ? await predict(golds, articles, flags, terminal)
      : await readDocuments([flags.predictions]);
  const evaluation = evaluateClaims(golds, predictions);
  const paired = pairDocuments(golds, predictions);
  const texts = new Map([...articles].map(([id, { text }]) => [id, text]));
  const groups = flags.by === undefined ? undefined : groupClaims(paired, flags.by, texts);
  const errors = flags.errors === true ? listErrors(paired, texts) : undefined;
  const comparison =
    flags.against === undefined
      ? undefined
      : comparePredictions(
          evaluation.documents,
          evaluateClaims(golds, await readOthers(flags.against, golds, articles, flags, terminal)).documents,
        );

  for (const warning of evaluation.warnings) terminal.report(`warning: ${warning}`);
  if (flags.json === true) {
    const documents = evaluation.documents.map(({ id, gold, predicted, content, full }) => ({
      id,
      gold,
      predicted,
      content,
      full,
    }));
    terminal.write(
      `${JSON.stringify({ ...evaluation, documents, groups, comparison, errors }, undefined, 2)}\n`,
    );
    return;
  }
  const width = tableWidth(terminal);
  const parts = [
    formatEvaluation(evaluation, width),
    ...(flags.docs === true ? [formatDocuments(evaluation.documents, width)] : []),
    ...(flags.by === undefined || groups === undefined ? [] : [formatGroups(flags.by, groups, width)]),
    ...(comparison === undefined ? [] : [formatComparison(comparison, flags.against ?? '')]),
    ...(errors ?? []).map(formatError),
  ];
  terminal.write(parts.join('\n'));
}

/** `demarche eval`: compares predicted claims with gold ones. */
export function configure(command: Command, terminal: Terminal): void {
  addResourceOptions(command)
    .argument('<gold...>', 'gold claims in JSON Lines, one article a line')
    .option(
      '-p, --predictions <file>',
      'claims to score, as extract --format jsonl prints them; without it, those found now',
    )
    .option(
      '--against <file|extractor>',
      'other claims, or another extractor, to compare with by paired bootstrap',
    )
    .option('--texts <path...>', 'the gold articles’ texts, by default the folder texts beside the gold file')
    .addOption(new Option('--by <value>', 'also count by a value of the claims').choices([...GROUPINGS]))
    .option('--docs', 'also count by article')
    .option('--errors', 'also list what was missed, invented or given to another holder')
    .option('--json', 'print everything as JSON')
    .addHelpText(
      'after',
      `
Examples:
  demarche eval gold.jsonl
  demarche eval gold.jsonl --predictions claims.jsonl --by reporting --errors
  demarche eval gold.jsonl --predictions new.jsonl --against old.jsonl
  demarche eval gold.jsonl --extractor merge --against rules

Claims match when their contents share at least half of their characters (Dice) and the holder is the same:
by Wikidata item, or because the predicted label is one of the gold names.`,
    )
    .action((files: readonly string[], flags: EvalFlags) => evaluate(files, flags, terminal));
}
