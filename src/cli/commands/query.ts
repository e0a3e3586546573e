import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { RESULT_FORMATS } from '../../query/write-result.ts';
import { answerQuery } from '../answer-query.ts';
import type { QueryRequestOptions } from '../query-request.ts';
import type { Terminal } from '../terminal.ts';

/** `demarche query`: answers a question of the library, a `.rq` file or a query from stdin over a claim graph. */
export function configure(command: Command, terminal: Terminal): void {
  command
    .argument('[query]', 'a name of the library ("demarche queries"), a .rq file, or - for stdin')
    .option('-e, --execute <sparql>', 'a query given in place')
    .option('-g, --graph <file...>', 'claim graphs, united (default: graph.trig)')
    .addOption(
      new Option('-p, --param <name=value>', 'value of a parameter; repeatable')
        .argParser(addParameter)
        .default(new Map<string, string>(), 'none'),
    )
    .addOption(
      new Option('-f, --format <format>', 'how to write the result')
        .choices(['table', ...RESULT_FORMATS])
        .default('table'),
    )
    .addOption(
      new Option(
        '--default-graph <mode>',
        'what stands outside GRAPH: the union of all graphs, or only unnamed triples',
      )
        .choices(['union', 'strict'])
        .default('union'),
    )
    .option('--limit, --max-rows <n>', 'stop after so many rows (of a graph: triples)', readWhole)
    .option(
      '--allow-service <url>',
      'a SPARQL service that SERVICE may ask; repeatable (default: none)',
      addService,
    )
    .addOption(
      new Option(
        '--user-agent <text>',
        'with --allow-service: who asks, with an address or page to turn to (default: this program and its version)',
      ).env('DEMARCHE_USER_AGENT'),
    )
    .option('--timeout <seconds>', 'stop a query after so many seconds', readPositive)
    .option(
      '--max-memory <MB>',
      'stop a query that needs more memory (default: most of the machine’s)',
      readPositive,
    )
    .option('--explain', 'carry the query out and print its plan instead of its result')
    .addHelpText(
      'after',
      `
Examples:
  demarche query who-rejects --param issue=ukraine-nato-membership
  demarche query who-rejects -p issue="Ukraine's membership of NATO" -f csv
  demarche query population.rq --allow-service https://query.wikidata.org/sparql
  demarche query -e 'SELECT ?claim { ?claim rdf:reifies <<( ?holder dip:rejects ?issue )>> }'`,
    )
    .action(async (name: string | undefined, options: QueryRequestOptions) => {
      if (options.timeout === undefined && options.maxMemory === undefined) {
        await answerQuery({ name, options }, terminal);
        return;
      }
      const { answerInWorker } = await import('../answer-in-worker.ts');
      await answerInWorker({ name, options }, terminal);
    });
}

function addParameter(text: string, previous: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const [, name, value = ''] = /^([^=\s]+)=(.*)$/su.exec(text) ?? [];
  if (name === undefined) throw new InvalidArgumentError('It must look like name=value.');
  if (previous.has(name)) throw new InvalidArgumentError(`The parameter "${name}" is given twice.`);
  return new Map([...previous, [name, value]]);
}

function addService(text: string, previous: readonly string[] = []): readonly string[] {
  if (!URL.canParse(text) || !/^https?:/u.test(text))
    throw new InvalidArgumentError('It must be an http or https address.');
  return [...previous, text];
}

function readWhole(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError('It must be a whole number above 0.');
  return Number(text);
}

function readPositive(text: string): number {
  const number = Number(text);
  if (!(number > 0) || !Number.isFinite(number))
    throw new InvalidArgumentError('It must be a number above 0.');
  return number;
}
