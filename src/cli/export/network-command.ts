import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { describeNetwork } from '../../export/networks/described-network.ts';
import type { DescribedNetwork } from '../../export/networks/described-network.ts';
import { DUPLICATE_RULES, selectStatements } from '../../export/networks/discourse-statement.ts';
import type { DuplicateRule } from '../../export/networks/discourse-statement.ts';
import { buildNetwork, fitsKind, NETWORK_KINDS, NORMALISATIONS } from '../../export/networks/network.ts';
import type { NetworkKind, Normalisation } from '../../export/networks/network.ts';
import { ACTOR_LEVELS, readDiscourse } from '../../export/networks/read-statements.ts';
import type { ActorLevel } from '../../export/networks/read-statements.ts';
import { daysOfStatements } from '../../export/networks/statement-days.ts';
import { writeEdgeList } from '../../export/networks/write-edge-list.ts';
import { writeGexf } from '../../export/networks/write-gexf.ts';
import { writeGraphMl } from '../../export/networks/write-graphml.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { InputError } from '../../model/input-error.ts';
import { count } from '../describe-inference.ts';
import type { Terminal } from '../terminal.ts';
import { describeLeftOut, refuseEmpty, settleFilters } from './network-filter.ts';
import type { FilterOptions } from './network-filter.ts';
import { withClaimTables } from './with-claim-tables.ts';

interface NetworkOptions extends FilterOptions {
  readonly output: string;
  readonly graph: readonly string[];
  readonly kind: NetworkKind;
  readonly normalisation: Normalisation;
  readonly duplicates: DuplicateRule;
  readonly actors: ActorLevel;
}

const WRITERS: Readonly<Record<string, (network: DescribedNetwork) => string>> = {
  csv: writeEdgeList,
  gexf: writeGexf,
  graphml: writeGraphMl,
};

function readCount(text: string): number {
  if (!/^[1-9]\d*$/u.test(text)) throw new InvalidArgumentError('It must be a whole number from 1.');
  return Number(text);
}

function readDay(text: string): string {
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/u.test(text) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  ) {
    throw new InvalidArgumentError('It must be a day as YYYY-MM-DD.');
  }
  return text;
}

/** `demarche export network`: discourse networks for Gephi, R, visone and others. */
export function configureNetwork(command: Command, terminal: Terminal): void {
  command
    .description('write a discourse network as GEXF, GraphML or a CSV edge list')
    .requiredOption(
      '-o, --output <file>',
      'ends with .gexf, .graphml or .csv; with --window its name gets each window’s first day',
    )
    .addOption(
      new Option('-g, --graph <file...>', 'claim graphs, united').default(['graph.trig'], 'graph.trig'),
    )
    .addOption(new Option('-k, --kind <kind>', 'which network').choices(NETWORK_KINDS).default('affiliation'))
    .addOption(
      new Option('-n, --normalisation <name>', 'how weights are normalised')
        .choices(NORMALISATIONS)
        .default('none'),
    )
    .addOption(
      new Option('-d, --duplicates <rule>', 'repeated claims count once in each')
        .choices(DUPLICATE_RULES)
        .default('all'),
    )
    .addOption(
      new Option(
        '--actors <level>',
        'whom a claim counts for: its holder, else of holder and principal the one of that kind',
      )
        .choices(ACTOR_LEVELS)
        .default('holder'),
    )
    .option('--from <day>', 'claims reported on this day or later', readDay)
    .option('--to <day>', 'claims reported on this day or earlier', readDay)
    .option('--issue <id...>', 'only these issues: id, IRI or label')
    .option('--outlet <name...>', 'only these outlets, by name')
    .option('--minimum <n>', 'only actors with so many claims or more', readCount, 1)
    .option('--window <days>', 'one network for each window of so many days that has claims', readCount)
    .option('--step <days>', 'how far each window is from the last (default: the window’s length)', readCount)
    .addHelpText(
      'after',
      `
Examples:
  demarche export network -o actors.gexf -k congruence -n average
  demarche export network -o month.graphml -k subtract --window 30 -d document`,
    )
    .action(async (options: NetworkOptions) => {
      await writeNetworks(options, terminal);
    });
}

/** Edges that no program draws; the file would be larger than a text may be. */
const MOST_EDGES = 1_000_000;

function refuseTooMany(edges: number, output: string): void {
  if (edges <= MOST_EDGES) return;
  throw new InputError(
    output,
    `would have ${edges.toLocaleString('en')} edges, more than ${MOST_EDGES.toLocaleString('en')}; select with --minimum, --issue, --outlet, --from and --to, or name --kind affiliation`,
  );
}

async function writeNetworks(options: NetworkOptions, terminal: Terminal): Promise<void> {
  const { output, kind, normalisation, duplicates } = options;
  const ending = output.slice(output.lastIndexOf('.') + 1);
  const write = WRITERS[ending];
  if (write === undefined) throw new InputError(output, 'the name must end with .gexf, .graphml or .csv');
  if (!fitsKind(normalisation, kind)) {
    throw new InputError(
      '--normalisation',
      `"${normalisation}" is not defined for ${kind} networks; use ${NORMALISATIONS.filter((name) => fitsKind(name, kind)).join(', ')}`,
    );
  }
  const data = await withClaimTables({ files: options.graph, output }, terminal, (tables) =>
    readDiscourse(tables, options.actors),
  );
  const filters = settleFilters(options, data);
  const selected = filters
    .map((filter) => ({ filter, statements: selectStatements(data.statements, filter, duplicates) }))
    .filter(({ statements }) => statements.length > 0);
  if (selected.length === 0) throw refuseEmpty(data);
  for (const { filter, statements } of selected) {
    const network = buildNetwork(statements, kind, normalisation);
    refuseTooMany(network.edges.length, output);
    const period = `${filter.from ?? 'the beginning'} to ${filter.to ?? 'the end'}`;
    const description = `${kind} network, normalisation ${normalisation}, duplicates ${duplicates}, ${period}`;
    const file =
      options.window === undefined
        ? output
        : `${output.slice(0, -ending.length - 1)}-${filter.from ?? ''}.${ending}`;
    await writeAtomically(file, [
      write(describeNetwork(network, { ...data, days: daysOfStatements(statements), description })),
    ]);
    terminal.report(
      `${file}: ${count(network.actors.length, 'actor')}, ${network.issues.length === 0 ? '' : `${count(network.issues.length, 'issue')}, `}${count(network.edges.length, 'edge')}`,
    );
  }
  for (const line of describeLeftOut(options, data, filters.length - selected.length)) terminal.report(line);
}
