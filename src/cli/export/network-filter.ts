import type { DiscourseStatement, StatementFilter } from '../../export/networks/discourse-statement.ts';
import { movingWindows } from '../../export/networks/moving-windows.ts';
import type { DiscourseData } from '../../export/networks/read-statements.ts';
import { InputError } from '../../model/input-error.ts';
import { count } from '../describe-inference.ts';

/** What the options of `demarche export network` ask for, besides how the network is made. */
export interface FilterOptions {
  readonly from?: string;
  readonly to?: string;
  readonly issue?: readonly string[];
  readonly outlet?: readonly string[];
  readonly minimum: number;
  readonly window?: number;
  readonly step?: number;
}

/** So many names are listed to whoever asks for one that is none of them. */
const MOST_LISTED = 12;

function listNames(names: readonly string[]): string {
  const more = names.length - MOST_LISTED;
  const listed = names.slice(0, MOST_LISTED).join(', ');
  return more > 0 ? `${listed} and ${more.toLocaleString('en')} more` : listed;
}

function resolveIssues(names: readonly string[], { issues }: DiscourseData): ReadonlySet<string> {
  return new Set(
    names.map((name) => {
      const found = [...issues].find(
        ([iri, row]) => iri === name || iri.endsWith(`/${name}`) || row.get('label') === name,
      );
      if (found === undefined) {
        const known = [...issues.keys()].map((iri) => iri.slice(iri.lastIndexOf('/') + 1));
        throw new InputError('--issue', `no issue "${name}"; the graph has ${listNames(known)}`);
      }
      return found[0];
    }),
  );
}

function resolveOutlets(names: readonly string[], { statements }: DiscourseData): ReadonlySet<string> {
  const known = [...new Set(statements.flatMap(({ outlet }) => outlet ?? []))].toSorted();
  return new Set(
    names.map((name) => {
      const found = known.find((outlet) => outlet.toLowerCase() === name.trim().toLowerCase());
      if (found !== undefined) return found;
      const others =
        known.length === 0
          ? 'no article of these claims names its outlet'
          : `those of the claims are: ${listNames(known)}`;
      throw new InputError('--outlet', `no claim is of the outlet "${name}"; ${others}`);
    }),
  );
}

/** The days of the claims that have one, in order. */
function daysOf(statements: readonly DiscourseStatement[]): readonly string[] {
  return statements.flatMap(({ date }) => date ?? []).toSorted();
}

function settleWindows(
  { window: days, step, from, to }: FilterOptions,
  { statements }: DiscourseData,
): readonly StatementFilter[] {
  if (from !== undefined && to !== undefined && from > to)
    throw new InputError('--from', `${from} is later than --to ${to}`);
  if (days === undefined) {
    if (step !== undefined) throw new InputError('--step', 'goes with --window, whose steps it sets');
    return [{ ...(from !== undefined && { from }), ...(to !== undefined && { to }) }];
  }
  const dates = daysOf(statements);
  const first = from ?? dates[0];
  const last = to ?? dates.at(-1);
  if (first === undefined || last === undefined) throw new InputError('--window', 'no claim has a date');
  return movingWindows(first, last, { days, step: step ?? days });
}

/** The filters of the networks to write, one for each window; an InputError where an option names what is not there. */
export function settleFilters(options: FilterOptions, data: DiscourseData): readonly StatementFilter[] {
  if (data.statements.length === 0)
    throw new InputError(
      '--graph',
      'no claim has an issue, a side on it and a named holder: nothing to draw',
    );
  const filter = {
    ...(options.issue !== undefined && { issues: resolveIssues(options.issue, data) }),
    ...(options.outlet !== undefined && { outlets: resolveOutlets(options.outlet, data) }),
    minimumFrequency: options.minimum,
  };
  return settleWindows(options, data).map((window) => ({ ...window, ...filter }));
}

/** Why no claim is left, in words of what there is. */
export function refuseEmpty({ statements }: DiscourseData): InputError {
  const dates = daysOf(statements);
  const [first] = dates;
  const days = first === undefined ? 'without a date' : `of ${first} to ${dates.at(-1) ?? first}`;
  return new InputError(
    'export network',
    `no claim fits these options; the graph has ${count(statements.length, 'claim')} for networks, ${days}`,
  );
}

/** What a user must know of what was left out, in lines. */
export function describeLeftOut(
  options: FilterOptions,
  { statements }: DiscourseData,
  emptyWindows: number,
): readonly string[] {
  const isDated = options.from !== undefined || options.to !== undefined || options.window !== undefined;
  const undated = isDated ? statements.filter(({ date }) => date === undefined).length : 0;
  return [
    ...(emptyWindows === 0 ? [] : [`${count(emptyWindows, 'window')} without claims: no file written`]),
    ...(undated === 0
      ? []
      : [`${count(undated, 'claim')} without a date ${undated === 1 ? 'is' : 'are'} in no network`]),
  ];
}
