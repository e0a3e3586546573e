import { InvalidArgumentError, Option } from 'commander';
import type { Command } from 'commander';
import { compareByEffect, isUncertain } from '../../export/identities/identity.ts';
import type { Identity } from '../../export/identities/identity.ts';
import { readIdentities } from '../../export/identities/read-identities.ts';
import { WIKIDATA_API } from '../../link/online/wikidata-api.ts';
import { count } from '../describe-inference.ts';
import { IDENTITY_FORMATS, exportIdentities } from '../linking/export-identities.ts';
import type { IdentityFormat } from '../linking/export-identities.ts';
import { formatIdentity } from '../linking/format-identity.ts';
import { importDecisions } from '../linking/import-decisions.ts';
import { lookUp } from '../linking/look-up.ts';
import type { OnlineFlags } from '../linking/look-up.ts';
import { readActors } from '../linking/read-actors.ts';
import { addResourceOptions } from '../resource-options.ts';
import type { ResourceFlags } from '../resource-options.ts';
import type { Terminal } from '../terminal.ts';

interface LinkFlags extends ResourceFlags, OnlineFlags {
  readonly review?: true;
  readonly export?: IdentityFormat;
  readonly import?: string;
  readonly by?: string;
  readonly type?: string;
  readonly online?: true;
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
      new Option('--export <format>', 'write the identities as a file that others read').choices(
        IDENTITY_FORMATS,
      ),
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
    await importDecisions(inputs, flags.import, flags.by, terminal);
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

function summarise(identities: readonly Identity[]): string {
  const judged = (judgement: Identity['judgement']): number =>
    identities.filter((identity) => identity.judgement === judgement).length;
  const decided = identities.filter((identity) => identity.decided !== undefined).length;
  return (
    `${count(identities.length, 'actor')}: ${judged('linked')} linked, ${judged('nil')} not linked, ${judged('review')} for review; ` +
    `${identities.filter(isUncertain).length} uncertain, ${decided} decided by a person`
  );
}
