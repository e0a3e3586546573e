import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { describeNetwork } from '../../export/networks/described-network.ts';
import type { DescribedNetwork } from '../../export/networks/described-network.ts';
import { DUPLICATE_RULES, selectStatements } from '../../export/networks/discourse-statement.ts';
import type { DuplicateRule } from '../../export/networks/discourse-statement.ts';
import { movingWindows } from '../../export/networks/moving-windows.ts';
import { buildNetwork, fitsKind, NETWORK_KINDS, NORMALISATIONS } from '../../export/networks/network.ts';
import type { NetworkKind, Normalisation } from '../../export/networks/network.ts';
import { ACTOR_LEVELS, readDiscourse } from '../../export/networks/read-statements.ts';
import type { ActorLevel, DiscourseData } from '../../export/networks/read-statements.ts';
import { daysOfStatements } from '../../export/networks/statement-days.ts';
import { writeEdgeList } from '../../export/networks/write-edge-list.ts';
import { writeGexf } from '../../export/networks/write-gexf.ts';
import { writeGraphMl } from '../../export/networks/write-graphml.ts';
import { writeAtomically } from '../../io/write-atomically.ts';
import { InputError } from '../../model/input-error.ts';
import type { Terminal } from '../terminal.ts';
import { withClaimTables } from './with-claim-tables.ts';

interface NetworkOptions {
  readonly output: string;
  readonly graph: readonly string[];
  readonly kind: NetworkKind;
  readonly normalisation: Normalisation;
  readonly duplicates: DuplicateRule;
  readonly actors: ActorLevel;
  readonly from?: string;
  readonly to?: string;
  readonly issue?: readonly string[];
  readonly outlet?: readonly string[];
  readonly minimum: number;
  readonly window?: number;
  readonly step?: number;
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
    .option('--outlet <name...>', 'only these outlets')
    .option('--minimum <n>', 'only actors with so many claims or more', readCount, 1)
    .option('--window <days>', 'one network for each window of so many days', readCount)
    .option('--step <days>', 'how far each window is from the last (default: the window’s length)', readCount)
    .addHelpText(
      'after',
      `
Examples:
  demarche export network -o actors.gexf --kind congruence --normalisation average
  demarche export network -o month.graphml --kind subtract --window 30 --duplicates document`,
    )
    .action(async (options: NetworkOptions) => {
      await writeNetworks(options, terminal);
    });
}

function resolveIssues(
  names: readonly string[] | undefined,
  { issues }: DiscourseData,
): ReadonlySet<string> | undefined {
  if (names === undefined) return undefined;
  return new Set(
    names.map((name) => {
      const found = [...issues].find(
        ([iri, row]) => iri === name || iri.endsWith(`/${name}`) || row.get('label') === name,
      );
      if (found === undefined) {
        const known = [...issues.keys()].map((iri) => iri.slice(iri.lastIndexOf('/') + 1));
        throw new InputError('--issue', `no issue "${name}"; the graph has ${known.join(', ')}`);
      }
      return found[0];
    }),
  );
}

function settleWindows(options: NetworkOptions, { statements }: DiscourseData) {
  const { window: days, step = days, from, to } = options;
  if (days === undefined || step === undefined) {
    return [{ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  }
  const dates = statements.flatMap(({ date }) => date ?? []).sort();
  const first = from ?? dates[0];
  const last = to ?? dates.at(-1);
  if (first === undefined || last === undefined) throw new InputError('--window', 'no claim has a date');
  return movingWindows(first, last, { days, step });
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
  const { output, kind, normalisation, duplicates, outlet, minimum } = options;
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
  const issues = resolveIssues(options.issue, data);
  for (const window of settleWindows(options, data)) {
    const filter = {
      ...window,
      ...(issues !== undefined && { issues }),
      ...(outlet !== undefined && { outlets: new Set(outlet) }),
      minimumFrequency: minimum,
    };
    const statements = selectStatements(data.statements, filter, duplicates);
    const network = buildNetwork(statements, kind, normalisation);
    refuseTooMany(network.edges.length, output);
    const period = `${window.from ?? 'the beginning'} to ${window.to ?? 'the end'}`;
    const description = `${kind} network, normalisation ${normalisation}, duplicates ${duplicates}, ${period}`;
    const file =
      options.window === undefined
        ? output
        : `${output.slice(0, -ending.length - 1)}-${window.from ?? ''}.${ending}`;
    await writeAtomically(file, [
      write(describeNetwork(network, { ...data, days: daysOfStatements(statements), description })),
    ]);
    terminal.report(
      `${file}: ${network.actors.length} actors, ${network.issues.length} issues, ${network.edges.length} edges`,
    );
  }
}
