import { availableParallelism } from 'node:os';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { buildGraph, BuildInterrupted } from '../../build/build-graph.ts';
import type { BuildReport } from '../../build/build-graph.ts';
import { loadInference } from '../../build/inferred-block.ts';
import { describeRunBlock } from '../../build/run-block.ts';
import { countWorkers, processArticles } from '../../build/process-articles.ts';
import { packageVersion } from '../../io/package-files.ts';
import type { Diagnostic } from '../../model/diagnostic.ts';
import { InputError } from '../../model/input-error.ts';
import { DEFAULT_BASE } from '../../rdf/iris.ts';
import { loadResources } from '../../resources.ts';
import { count, describeInference } from '../describe-inference.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { addResourceOptions, toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

interface BuildFlags extends ResourceFlags {
  readonly output: string;
  readonly base: string;
  readonly text: boolean;
  readonly jobs: number;
  readonly keep?: true;
  readonly fresh?: true;
  readonly infer: boolean;
}

function readJobs(value: string): number {
  const jobs = Number(value);
  if (!Number.isInteger(jobs) || jobs < 1) throw new InvalidArgumentError('Write a whole number from 1 on.');
  return jobs;
}

function readBase(value: string): string {
  if (!/^[a-z][a-z0-9+.-]*:[^\s<>"{}|\\^`]+[/#]$/iu.test(value)) {
    throw new InvalidArgumentError('Write an absolute IRI that ends with / or #.');
  }
  return value;
}

function reportBuild(
  report: BuildReport,
  diagnostics: readonly Diagnostic[],
  output: string,
  terminal: Terminal,
): void {
  terminal.report(
    `${output}: ${count(report.articles, 'article')} (${report.reused} unchanged), ${count(report.claims, 'claim')}, ` +
      `${count(report.actors, 'actor')}, ${count(report.issues, 'issue')}, ` +
      `${count(report.lowConfidence, 'claim')} of low confidence`,
  );
  if (report.issues === 0 && report.claims > 0)
    terminal.report(
      'no claim is on an issue that is known; "demarche issues" lists those, --issues names your own (README.md: Your own issues)',
    );
  if (report.inferred !== undefined) terminal.report(describeInference(report.inferred));
  if (report.dropped > 0) {
    terminal.report(
      `${count(report.dropped, 'article')} of the graph before ${report.dropped === 1 ? 'is' : 'are'} not among the inputs and left out (--keep keeps them)`,
    );
  }
  const skipped = diagnostics.filter(({ severity }) => severity === 'error');
  if (skipped.length > 0) terminal.report(`${count(skipped.length, 'input')} skipped:`);
  for (const line of formatDiagnostics(skipped, terminal)) terminal.report(`  ${line}`);
}

/** Says at once what is odd; what is skipped is listed at the end. */
function warn(diagnostics: readonly Diagnostic[], terminal: Terminal): void {
  const warnings = diagnostics.filter(({ severity }) => severity === 'warning');
  for (const line of formatDiagnostics(warnings, terminal)) terminal.report(line);
}

function readOutput(value: string): string {
  if (value === '-') throw new InvalidArgumentError('Name a file; a graph is updated in place.');
  return value;
}

/** Stops the build on the first Ctrl-C, keeping what is finished; a second one ends the process at once. */
function stopOnInterrupt(terminal: Terminal): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const stop = (): void => {
    if (controller.signal.aborted) process.exit(130);
    controller.abort();
    terminal.report('stopping; what is finished is kept');
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return {
    signal: controller.signal,
    release: () => {
      process.off('SIGINT', stop);
      process.off('SIGTERM', stop);
    },
  };
}

async function runBuild(patterns: readonly string[], flags: BuildFlags, terminal: Terminal): Promise<void> {
  const resourceOptions = toResourceOptions(flags);
  terminal.progress('reading models and lexicons');
  const resources = await loadResources(resourceOptions);
  const inputs = await readInputs(patterns, resources.outlets, terminal, flags.encoding);
  warn(inputs.diagnostics, terminal);
  if (inputs.articles.length === 0) {
    const reasons = inputs.diagnostics.map(({ where, message }) => `\n  ${where}: ${message}`).join('');
    throw new InputError(
      patterns.join(' '),
      `no article could be read, the graph is left as it was${reasons}`,
    );
  }
  const run = describeRunBlock(
    {
      version: packageVersion(),
      base: flags.base,
      resources: {
        ...resources.hashes,
        'option extractor': flags.extractor,
        ...(flags.without === undefined ? {} : { 'option without': [...flags.without].sort().join(' ') }),
        ...(flags.text ? {} : { 'option no-text': 'yes' }),
      },
    },
    resources.positions.issues,
  );
  const inference = flags.infer ? loadInference() : undefined;
  const settings = {
    run: run.iri,
    base: flags.base,
    includeText: flags.text,
    resources: resourceOptions,
    ...(inference === undefined ? {} : { phrases: inference.phrases }),
  };
  const interrupt = stopOnInterrupt(terminal);
  try {
    let claims = 0;
    const report = await buildGraph({
      articles: inputs.articles,
      output: flags.output,
      run: run.iri,
      runBlock: run.trig,
      base: flags.base,
      keepOthers: flags.keep === true,
      fresh: flags.fresh === true,
      process: (tasks) => {
        // In this thread a handler would be called only after the article at hand: the system's own is prompt.
        if (countWorkers(tasks.length, flags.jobs) === 0) interrupt.release();
        return processArticles(tasks, settings, { jobs: flags.jobs, resources, signal: interrupt.signal });
      },
      observe: ({ done, total, article, summary, reused }) => {
        claims += summary.claims;
        terminal.progress(
          `article ${done}/${total} ${article.id}${reused ? ' (unchanged)' : ''}: ${count(summary.claims, 'claim')}, ${claims.toLocaleString('en')} in all`,
        );
      },
      signal: interrupt.signal,
      ...(inference === undefined ? {} : { inference }),
    });
    warn(report.diagnostics, terminal);
    const all = [...inputs.diagnostics, ...report.diagnostics];
    reportBuild(report, all, flags.output, terminal);
    if (report.diagnostics.some(({ severity }) => severity === 'error')) terminal.exitWith(2);
    else if (all.some(({ severity }) => severity === 'error')) terminal.exitWith(1);
  } catch (error) {
    if (!(error instanceof BuildInterrupted)) throw error;
    terminal.report(
      `interrupted: ${flags.output} is as it was; ${count(error.done, 'finished article')} kept in ${flags.output}.partial, ` +
        'the same command goes on from there',
    );
    terminal.exitWith(130);
  } finally {
    interrupt.release();
  }
}

/** `demarche build`: reads articles and writes their claim graph. */
export function configure(command: Command, terminal: Terminal): void {
  addResourceOptions(command)
    .argument('<articles...>', 'files (.txt .md .html .jsonl .json), folders, globs, or - for standard input')
    .option('-o, --output <file>', 'the graph file, TriG', readOutput, 'graph.trig')
    .option('--base <iri>', 'the IRI under which instances live', readBase, DEFAULT_BASE)
    .option('--no-text', 'leave the articles’ texts out of the graph')
    .addOption(
      new Option('-j, --jobs <n>', 'articles read at the same time')
        .argParser(readJobs)
        .default(availableParallelism(), 'as many as there are processors'),
    )
    .option('--keep', 'keep articles of the graph that are not among the inputs')
    .option('--fresh', 'read every article again, also unchanged ones')
    .option('--no-infer', 'derive no positions, changes and conflicts ("demarche infer" does it later)')
    .addHelpText(
      'after',
      `
Examples:
  demarche build articles/ -o graph.trig
  demarche build 'corpus/**/*.html' more.jsonl --issues my-issues.ttl
  cat article.txt | demarche build - -o one.trig

The graph holds exactly the articles given. Unchanged ones are not read again. A build that is interrupted or killed
leaves the graph as it was and goes on where it stopped when the command is repeated.
Exit code 1: some input could not be read (each is named), the others are in the graph.`,
    )
    .action((patterns: readonly string[], flags: BuildFlags) => runBuild(patterns, flags, terminal));
}
