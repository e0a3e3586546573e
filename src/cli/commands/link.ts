import { readFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import type { Quad } from '@rdfjs/types';
import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { baseOfGraphFile, replaceBlocks } from '../../build/replace-blocks.ts';
import { readIdentityCsv, writeIdentityCsv } from '../../export/identity-csv.ts';
import { writeIdentityOpenRefine } from '../../export/identity-openrefine.ts';
import { writeIdentitySssom } from '../../export/identity-sssom.ts';
import {
  compareByEffect,
  isUncertain,
  readIdentities,
  readIdentityArticles,
} from '../../export/read-identities.ts';
import type { Identity } from '../../export/read-identities.ts';
import { encodeArticle } from '../../graph/encode-article.ts';
import {
  encodeDecidedIdentities,
  encodeUserDecisions,
  readUserDecisions,
} from '../../graph/user-decisions.ts';
import { holdFile } from '../../io/hold-file.ts';
import { refusingNow } from '../../io/file-error.ts';
import { packageVersion } from '../../io/package-files.ts';
import { createPoliteFetch } from '../../io/polite-fetch.ts';
import { WIKIDATA_API } from '../../link/online/wikidata-api.ts';
import { InputError } from '../../model/input-error.ts';
import { readClaims } from '../../pipeline.ts';
import { DEFAULT_BASE, instancePrefixes, reviewGraphIri } from '../../rdf/iris.ts';
import { formatOfFile } from '../../rdf/rdf-format.ts';
import { serialise } from '../../rdf/serialise.ts';
import { loadResources } from '../../resources.ts';
import { count } from '../describe-inference.ts';
import { formatIdentity } from '../format-identity.ts';
import { findOnline } from '../link-online.ts';
import { formatDiagnostics, readInputs } from '../read-inputs.ts';
import { readQuads } from '../read-quads.ts';
import { addResourceOptions, toResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

interface LinkFlags extends ResourceFlags {
  readonly review?: true;
  readonly export?: 'sssom' | 'csv' | 'openrefine';
  readonly import?: string;
  readonly by?: string;
  readonly type?: string;
  readonly online?: true;
  readonly service?: string;
  readonly api: string;
  readonly userAgent?: string;
  readonly cache: string;
}

/** `demarche link`: who the actors are, why, and what waits for a person's decision. */
export function configure(command: Command, terminal: Terminal): void {
  addResourceOptions(command)
    .argument('[input...]', 'claim graphs, or articles (default: graph.trig)')
    .option('--review', 'only what is uncertain, first what a decision would change most')
    .addOption(
      new Option('--type <type>', 'only actors of a type').choices([
        'person',
        'state',
        'organisation',
        'place',
        'group',
        'outlet',
        'other',
      ]),
    )
    .addOption(
      new Option('--export <format>', 'write the identities as a file that others read').choices([
        'sssom',
        'csv',
        'openrefine',
      ]),
    )
    .option('--import <file>', 'read back a completed table of --export csv into the graph')
    .option('--by <name>', 'who decided, with --import')
    .option('--online', 'look up candidates in Wikidata for actors without a link')
    .option('--service <url>', 'with --online: ask this Reconciliation Service (API 0.2) instead', readUrl)
    .option('--api <url>', 'with --online: the address of the Wikidata API', readUrl, WIKIDATA_API)
    .addOption(
      new Option(
        '--user-agent <text>',
        'with --online: who asks, with an address or page to turn to: "my-study/1.0 (mailto:me@example.org)"',
      ).env('DEMARCHE_USER_AGENT'),
    )
    .option('--cache <folder>', 'with --online: where answers are kept', '.demarche/http')
    .addHelpText(
      'after',
      `
Examples:
  demarche link graph.trig --review
  demarche link graph.trig --review --export csv > decisions.csv
  demarche link graph.trig --import decisions.csv --by 'Ada Obi'
  demarche link article.txt
  demarche link graph.trig --online --user-agent 'my-study/1.0 (mailto:me@example.org)'

In the table, the column "decision" takes a Wikidata item (Q22686), ok, nil or nothing. Decisions are added to the
graph and kept by every later "demarche build", which carries them into the claims.
Nothing is looked up online unless --online is given. Every answer is kept, so that a second run asks nothing; candidates
found are shown for a person to decide on and link nothing by themselves.`,
    )
    .action(async (inputs: readonly string[], flags: LinkFlags) => {
      await link(inputs.length === 0 ? ['graph.trig'] : inputs, flags, terminal);
    });
}

async function link(inputs: readonly string[], flags: LinkFlags, terminal: Terminal): Promise<void> {
  if (flags.import !== undefined) {
    await importDecisions(inputs, flags.import, flags, terminal);
    return;
  }
  const quads = await readActors(inputs, flags, terminal);
  const known = readIdentities(quads);
  const all = flags.online === true ? await lookUp(known, quads, flags, terminal) : known;
  const ofType = all.filter(({ type }) => flags.type === undefined || type === flags.type);
  const chosen = flags.review === true ? ofType.filter(isUncertain).toSorted(compareByEffect) : ofType;
  if (flags.export === undefined) {
    const sorted = flags.review === true ? chosen : chosen.toSorted(compareByEffect);
    terminal.write(sorted.map((identity) => `${formatIdentity(identity, terminal)}\n`).join('\n'));
  } else terminal.write(exportIdentities(chosen, flags.export, inputs));
  terminal.report(summarise(all));
}

function readUrl(text: string): string {
  if (!URL.canParse(text) || !/^https?:/u.test(text))
    throw new InvalidArgumentError('an http or https address.');
  return text;
}

/** The actors with candidates from the service; where it cannot be reached, they are as they were. */
async function lookUp(
  identities: readonly Identity[],
  quads: readonly Quad[],
  { userAgent = '', service, api, cache, ...flags }: LinkFlags,
  terminal: Terminal,
): Promise<readonly Identity[]> {
  if (!/\S+@\S+|https?:\/\//u.test(userAgent))
    throw new InputError(
      '--user-agent',
      'a service wants to know who asks: name your project with a mail address or a page (or set DEMARCHE_USER_AGENT)',
    );
  const { registers } = await loadResources(toResourceOptions(flags));
  const finding = await findOnline(identities, {
    service: service === undefined ? { kind: 'wikidata', api } : { kind: 'reconciliation', url: service },
    fetch: createPoliteFetch({
      userAgent,
      cache,
      fetch,
      wait: setTimeout,
      now: terminal.now,
      observe: (milliseconds, reason) => {
        terminal.report(`${reason}: waiting ${Math.ceil(milliseconds / 1000)} s`);
      },
    }),
    gazetteer: registers.gazetteer,
    articles: readIdentityArticles(quads),
    progress: terminal.progress,
  });
  if (finding.problem !== undefined) {
    terminal.report(
      `not everything was answered: ${finding.problem}; what was answered is kept in ${cache}, the same command goes on from there`,
    );
    terminal.exitWith(1);
  }
  return finding.identities;
}

function summarise(identities: readonly Identity[]): string {
  const judged = (judgement: Identity['judgement']): number =>
    identities.filter((identity) => identity.judgement === judgement).length;
  const decided = identities.filter((identity) => identity.decided !== undefined).length;
  return (
    `${count(identities.length, 'actor')}: ${judged('linked')} linked, ${judged('nil')} not linked, ${judged('review')} for review; ` +
    `${identities.filter(isUncertain).length} uncertain, ${decided} decided by a person`
  );
}

function exportIdentities(
  identities: readonly Identity[],
  format: 'sssom' | 'csv' | 'openrefine',
  inputs: readonly string[],
): string {
  if (format === 'csv') return writeIdentityCsv(identities);
  if (format === 'openrefine') return writeIdentityOpenRefine(identities);
  const [first] = identities;
  const actors = /^.+\/actor\//u.exec(first?.actor ?? '')?.[0] ?? `${DEFAULT_BASE}actor/`;
  const set = { actors, id: `${actors.replace(/actor\/$/u, 'mappings/')}${setName(inputs)}` };
  return writeIdentitySssom(identities, { ...set, version: packageVersion() });
}

function setName(inputs: readonly string[]): string {
  return inputs
    .map((input) => input.replaceAll(/^.*[\\/]|\.[^.]*$/gu, '').replaceAll(/[^\w-]+/gu, '-'))
    .join('+');
}

function isGraph(input: string): boolean {
  return formatOfFile(input) !== undefined;
}

/** The quads of graphs as they are, and of articles as a build would write them. */
async function readActors(
  inputs: readonly string[],
  flags: ResourceFlags,
  terminal: Terminal,
): Promise<readonly Quad[]> {
  const graphs = await Promise.all(inputs.filter(isGraph).map(readQuads));
  const articles = inputs.filter((input) => !isGraph(input));
  if (articles.length === 0) return graphs.flat();
  const resources = await loadResources(toResourceOptions(flags));
  const read = await readInputs(articles, resources.outlets, terminal, flags.encoding);
  for (const line of formatDiagnostics(read.diagnostics, terminal)) terminal.report(line);
  if (read.diagnostics.some(({ severity }) => severity === 'error')) terminal.exitWith(1);
  const issues = new Map(resources.positions.issues.map((issue) => [issue.id, issue]));
  const encoded = read.articles.map((article) => encodeArticle(readClaims(article, resources), { issues }));
  return [...graphs.flat(), ...encoded.flat()];
}

/**
 * Adds the decisions of a completed table to the graph, which is held meanwhile as a build holds it; nothing is written
 * where a row is wrong.
 */
async function importDecisions(
  inputs: readonly string[],
  table: string,
  { by }: LinkFlags,
  terminal: Terminal,
): Promise<void> {
  const [graph = '', ...others] = inputs;
  if (others.length > 0) throw new InputError('--import', 'decisions go into one graph; name one');
  if (by === undefined || by.trim() === '')
    throw new InputError('--import', 'a decision needs its author; give a name with --by');
  const release = await holdFile(graph);
  try {
    await addDecisions(graph, table, by.trim(), terminal);
  } finally {
    await release();
  }
}

async function addDecisions(graph: string, table: string, by: string, terminal: Terminal): Promise<void> {
  const base = await baseOfGraphFile(graph);
  const quads = await readQuads(graph);
  const on = terminal
    .now()
    .toISOString()
    .replace(/\.\d+Z$/u, 'Z');
  const identities = readIdentities(quads);
  const reading = readIdentityCsv(readTable(table), { identities, where: table, by, on });
  if ('problems' in reading) {
    for (const line of formatDiagnostics(reading.problems, terminal)) terminal.report(line);
    throw new InputError(table, `${count(reading.problems.length, 'mistake')}; the graph is left as it was`);
  }
  const review = quads.filter((quad) => quad.graph.equals(reviewGraphIri(base)));
  const added = [...review, ...encodeUserDecisions(reading.decisions, base)];
  await replaceBlocks(
    graph,
    new Map([
      ['graph:review', toBlock(added, base)],
      ['graph:identity', toBlock(encodeDecidedIdentities(readUserDecisions(added, base), base), base)],
    ]),
  );
  const articles = new Set(reading.decisions.map(({ article }) => article)).size;
  terminal.report(
    `${graph}: ${count(reading.decisions.length, 'decision')} added, on actors of ${count(articles, 'article')}; ` +
      'run "demarche build" as before to carry them into the claims',
  );
}

function readTable(file: string): string {
  return refusingNow(file, () => readFileSync(file === '-' ? 0 : file, 'utf8'));
}

function toBlock(quads: readonly Quad[], base: string): string {
  if (quads.length === 0) return '';
  const text = serialise(quads, 'trig', { prefixes: instancePrefixes(base) });
  return text.slice(text.indexOf('GRAPH '));
}
