import type { ClaimFact } from './claim-fact.ts';
import { groupBy } from '../rdf/group-by.ts';

/** A claim as it bears on one actor's position, with the report that it carries. */
export interface Bearing {
  readonly fact: ClaimFact;
  /** The report's number: equal numbers are copies of one report. */
  readonly report: number;
}

/** What an actor is reported to hold during a time. */
export interface Stand {
  readonly polarity: number;
  readonly since?: string;
  readonly lastReported?: string;
  readonly supporting: readonly Bearing[];
  readonly dissenting: readonly Bearing[];
}

/** The reports of one time, and which side they show together. */
interface Moment {
  readonly time: string;
  readonly polarity: number;
  readonly bearings: readonly Bearing[];
}

const BY_STRENGTH = [-1, 1, 0] as const;

/** The weight of each polarity: every report once, by its surest claim. */
function weigh(bearings: readonly Bearing[], polarity: number): number {
  const reports = groupBy(
    bearings.filter(({ fact }) => fact.polarity === polarity),
    ({ report }) => String(report),
  );
  return [...reports.values()].reduce(
    (sum, claims) => sum + Math.max(...claims.map(({ fact }) => fact.confidence)),
    0,
  );
}

function heaviestSide(bearings: readonly Bearing[]): number {
  const sides = BY_STRENGTH.map((polarity) => ({ polarity, weight: weigh(bearings, polarity) }));
  return sides.reduce((best, side) => (side.weight > best.weight ? side : best)).polarity;
}

function readMoments(bearings: readonly Bearing[]): readonly Moment[] {
  const byTime = groupBy(bearings, ({ fact }) => fact.time ?? '');
  return [...byTime]
    .toSorted(([left], [right]) => (left < right ? -1 : 1))
    .map(([time, members]) => ({ time, polarity: heaviestSide(members), bearings: members }));
}

function joinMoments(moments: readonly Moment[]): readonly (readonly Moment[])[] {
  const runs: Moment[][] = [];
  for (const moment of moments) {
    const last = runs.at(-1);
    if (last?.[0]?.polarity === moment.polarity) last.push(moment);
    else runs.push([moment]);
  }
  return runs;
}

function countReports(run: readonly Moment[]): number {
  return new Set(run.flatMap(({ bearings }) => bearings.map(({ report }) => report))).size;
}

/** A single report that several before and several after contradict is dissent, not two changes of position. */
function joinAroundLoneReports(runs: readonly (readonly Moment[])[]): readonly (readonly Moment[])[] {
  const at = runs.findIndex((run, index) => {
    const [before, after] = [runs[index - 1], runs[index + 1]];
    if (before === undefined || after === undefined || countReports(run) > 1) return false;
    if (before[0]?.polarity !== after[0]?.polarity) return false;
    return Math.min(countReports(before), countReports(after)) > 1;
  });
  if (at < 0) return runs;
  const joined = [runs[at - 1], runs[at], runs[at + 1]].flatMap((run) => run ?? []);
  return joinAroundLoneReports([...runs.slice(0, at - 1), joined, ...runs.slice(at + 2)]);
}

function toStand(run: readonly Moment[]): Stand {
  const polarity = run[0]?.polarity ?? 0;
  const bearings = run.flatMap((moment) => moment.bearings);
  const since = run[0]?.time ?? '';
  const lastReported = run.at(-1)?.time ?? '';
  return {
    polarity,
    ...(since === '' ? {} : { since, lastReported }),
    supporting: bearings.filter(({ fact }) => fact.polarity === polarity),
    dissenting: bearings.filter(({ fact }) => fact.polarity !== polarity),
  };
}

/**
 * One actor's stands on one issue in the order of time, after claims that take a side. Code and not SPARQL: a fold over
 * ordered times, which SPARQL can only say as “no other time lies between”, for every pair of claims.
 * Claims without any time make stands of their own, one for each polarity, as nobody knows which came first.
 */
export function takeSides(bearings: readonly Bearing[]): readonly Stand[] {
  const dated = bearings.filter(({ fact }) => fact.time !== undefined);
  const undated = bearings.filter(({ fact }) => fact.time === undefined);
  const alone = BY_STRENGTH.map((polarity) => undated.filter(({ fact }) => fact.polarity === polarity))
    .filter((members) => members.length > 0)
    .map((members) => toStand(readMoments(members)));
  return [...alone, ...joinAroundLoneReports(joinMoments(readMoments(dated))).map(toStand)];
}
