import { Option } from 'commander';
import type { Command } from 'commander';
import type { Issue } from '../../model/issue.ts';
import { readClaims } from '../../pipeline.ts';
import { readIssues } from '../../position/read-issues.ts';
import { namedNode } from '../../rdf/terms.ts';
import { dip } from '../../rdf/vocabulary.ts';
import { loadIssueFiles, loadResources } from '../../resources.ts';
import { nearestNames } from '../../query/nearest-names.ts';
import type { ClaimStore } from '../../store/claim-store.ts';
import { checkIssues } from '../check-issues.ts';
import { count } from '../describe-inference.ts';
import { openGraphs } from '../open-graphs.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { readQuads } from '../read-quads.ts';
import { renderTable } from '../render-table.ts';
import { addEncodingOption } from '../resource-options.ts';
import { tableWidth } from '../table-width.ts';
import type { Terminal } from '../terminal.ts';
import { groupByLikeness, tryIssues } from '../try-issues.ts';
import type { Catch, IssueTrial } from '../try-issues.ts';

interface ListFlags {
  readonly issues?: readonly string[];
  readonly graph?: readonly string[];
  readonly format: 'table' | 'json';
}

interface TestFlags {
  readonly on: readonly string[];
  readonly encoding?: string;
}

interface IssueRow {
  readonly id: string;
  readonly label: string;
  readonly proposition: string;
  readonly claims?: number;
  readonly for?: number;
  readonly neither?: number;
  readonly against?: number;
  readonly actors?: number;
}

function countClaims({ iri }: Issue, store: ClaimStore): Omit<IssueRow, 'id' | 'label' | 'proposition'> {
  const claims = [...store.find({ predicate: dip.issue, object: namedNode(iri) })].map(
    ({ subject }) => subject,
  );
  const objects = (predicate: typeof dip.holder): readonly string[] =>
    claims.flatMap((subject) => [...store.find({ subject, predicate })].map(({ object }) => object.value));
  const polarities = objects(dip.polarity);
  const taking = (polarity: string): number => polarities.filter((one) => one === polarity).length;
  return {
    claims: claims.length,
    for: taking('1'),
    neither: taking('0'),
    against: taking('-1'),
    actors: new Set(objects(dip.holder)).size,
  };
}

/** In a narrower table the propositions would leave no room for the numbers. */
const ROOM_FOR_SENTENCES = 100;

async function listIssues({ issues, graph, format }: ListFlags, terminal: Terminal): Promise<void> {
  const store = graph === undefined ? undefined : await openGraphs(graph, terminal.report);
  const inGraph = graph === undefined ? [] : (await Promise.all(graph.map(readQuads))).flat();
  const listed =
    graph === undefined || issues !== undefined
      ? await loadIssueFiles(issues)
      : readIssues(inGraph, graph.join(', '));
  const rows: readonly IssueRow[] = listed.map((issue) => ({
    id: issue.id,
    label: issue.label,
    proposition: issue.proposition,
    ...(store === undefined ? {} : countClaims(issue, store)),
  }));
  if (format === 'json') {
    terminal.write(`${JSON.stringify(rows, undefined, 2)}\n`);
    return;
  }
  const width = tableWidth(terminal);
  const counts = ['claims', 'for', 'neither', 'against', 'actors'] as const;
  const numbers = store === undefined ? [] : counts.map((head) => ({ head, align: 'right' as const }));
  const hasRoom = store === undefined || width >= ROOM_FOR_SENTENCES;
  terminal.write(
    renderTable(
      [{ head: 'id' }, ...(hasRoom ? [{ head: 'proposition' }] : []), ...numbers],
      rows.map((row) => [
        row.id,
        ...(hasRoom ? [row.proposition] : []),
        ...(store === undefined ? [] : counts.map((name) => String(row[name] ?? 0))),
      ]),
      { width, styleHead: (line) => terminal.colour('bold', line) },
    ),
  );
  terminal.report(count(rows.length, 'issue'));
}

function describeCatch({ score, words, reasons, article }: Catch): string {
  return `  ${score === undefined ? 'from before' : score.toFixed(2)}  “${words}”  (${article})\n        by ${reasons.join('; ')}\n`;
}

function writeTrial(
  { caught, nearly, uncaught }: IssueTrial,
  issues: readonly Issue[],
  terminal: Terminal,
): void {
  for (const { id, proposition } of issues) {
    const own = caught.filter(({ issue }) => issue === id);
    const near = nearly.filter(({ issue }) => issue === id);
    terminal.write(`${terminal.colour('bold', id)}: ${proposition}\n`);
    if (own.length === 0) terminal.write('  catches nothing\n');
    for (const one of own) terminal.write(describeCatch(one));
    if (near.length > 0) terminal.write('  nearly:\n');
    for (const one of near) terminal.write(describeCatch(one));
  }
  terminal.write(
    `${terminal.colour('bold', 'no issue')}: ${count(uncaught.length, 'claim')}, like ones together\n`,
  );
  for (const { shared, members } of groupByLikeness(uncaught)) {
    terminal.write(`  ${members.length} × ${shared.length === 0 ? 'like no other' : shared.join(', ')}\n`);
    for (const { words, article } of members) terminal.write(`    “${words}”  (${article})\n`);
  }
  terminal.report(
    `${count(caught.length, 'claim')} caught, ${nearly.length} nearly, ${uncaught.length} without an issue`,
  );
}

async function testIssues(
  files: readonly string[],
  { on, encoding }: TestFlags,
  terminal: Terminal,
): Promise<void> {
  const resources = await loadResources({ issues: files });
  const { articles, diagnostics } = await readInputs(on, resources.outlets, terminal, encoding);
  for (const line of formatDiagnostics(diagnostics, terminal)) terminal.report(line);
  if (diagnostics.some(({ severity }) => severity === 'error')) terminal.exitWith(1);
  const trials = articles.map((article, index) => {
    terminal.progress(`article ${index + 1}/${articles.length} ${article.id}`);
    return tryIssues(readClaims(article, resources), resources.positions);
  });
  const trial = {
    caught: trials.flatMap((one) => one.caught),
    nearly: trials
      .flatMap((one) => one.nearly)
      .toSorted((left, right) => (right.score ?? 0) - (left.score ?? 0)),
    uncaught: trials.flatMap((one) => one.uncaught),
  };
  writeTrial(trial, resources.positions.issues, terminal);
}

function refuseSubcommand(name: string, command: Command): never {
  const known = command.commands.map((child) => child.name());
  const [near] = nearestNames(name, known, 1);
  command.error(
    `error: unknown command '${name}'\n(${near === undefined ? `Use ${known.join(' or ')}` : `Did you mean ${near}?`})`,
  );
}

/** `demarche issues`: lists issues, checks issue files, tries them on articles. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .option('--issues <file...>', 'issue files in Turtle, instead of those that ship with demarche')
    .option('-g, --graph <file...>', 'count the claims of these graphs, and list their issues')
    .addOption(
      new Option('-f, --format <format>', 'how to list them').choices(['table', 'json']).default('table'),
    )
    .addHelpText(
      'after',
      `
Examples:
  demarche issues --graph graph.trig
  demarche issues check my-issues.ttl
  demarche issues test my-issues.ttl --on articles/`,
    )
    .action(async (flags: ListFlags) => {
      const [unknown] = command.args;
      if (unknown !== undefined) refuseSubcommand(unknown, command);
      await listIssues(flags, terminal);
    });
  command
    .command('check')
    .description('hold issue files against their shapes; exit code 1 if anything is wrong')
    .argument('<file...>', 'issue files in Turtle')
    .addHelpText('after', '\nExamples:\n  demarche issues check my-issues.ttl')
    .action(async (files: readonly string[]) => {
      await checkIssues(files, terminal);
    });
  addEncodingOption(command.command('test'))
    .description(
      'print which claims of articles each issue catches and by what, nearly catches, and which none does',
    )
    .argument('<file...>', 'issue files in Turtle')
    .requiredOption('--on <article...>', 'articles: files, folders, globs, or - for standard input')
    .addHelpText(
      'after',
      `
Examples:
  demarche issues test my-issues.ttl --on articles/
  demarche issues test north.ttl south.ttl --on corpus.jsonl`,
    )
    .action(async (files: readonly string[], flags: TestFlags) => {
      await testIssues(files, flags, terminal);
    });
  // Inherited by subcommands where it is set before them.
  command.allowExcessArguments();
}
