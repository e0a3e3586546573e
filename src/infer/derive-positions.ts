import { shortHash } from '../rdf/iris.ts';
import { dip } from '../rdf/vocabulary.ts';
import type { ClaimFact } from './claim-fact.ts';
import { groupBy } from '../rdf/group-by.ts';
import type { ReportGroup } from './group-reports.ts';
import { takeSides } from './take-sides.ts';
import type { Bearing, Stand } from './take-sides.ts';

/** An actor's position on an issue during a time. */
export interface Position extends Stand {
  readonly iri: string;
  readonly actor: string;
  readonly issue: string;
  readonly neutral: readonly Bearing[];
  readonly ownVoice: readonly Bearing[];
  /** All that supports it was held by others for the actor. */
  readonly isByOffice: boolean;
  readonly until?: string;
  /** IRI of the position before. */
  readonly previous?: string;
  /** IRI of the principal's position that counts all of this one's claims. */
  readonly representedBy?: string;
}

/** The bearing of a claim on the position of one actor. */
interface ActorBearing extends Bearing {
  readonly actor: string;
}

/** Who counts for whom: claim → principals. */
export type Principals = ReadonlyMap<string, readonly string[]>;

/** Those whose position it is: the members of a group that acts together, each for itself. */
function holdersOf({ isActor, holder, members }: ClaimFact): readonly string[] {
  return members ?? (isActor ? [holder] : []);
}

function listBearings(reports: readonly ReportGroup[], principals: Principals): readonly ActorBearing[] {
  return reports.flatMap(({ claims }, report) =>
    claims.flatMap((fact) => [
      ...holdersOf(fact).map((actor) => ({ actor, fact, report })),
      ...(principals.get(fact.claim) ?? []).map((actor) => ({ actor, fact, report })),
    ]),
  );
}

/** “The talks have begun” says nothing of what its holder is for or against. */
function isNeutral({ stance }: ClaimFact): boolean {
  return stance === dip.asserts.value;
}

/** The stand of the time of a claim: the last that had begun; the first where none had. */
function indexAt(stands: readonly Stand[], time: string | undefined): number {
  const begun = stands.findLastIndex(({ since = '' }) => since <= (time ?? ''));
  return Math.max(begun, 0);
}

function derive(
  actor: string,
  issue: string,
  bearings: readonly Bearing[],
  base: string,
): readonly Position[] {
  const counted = bearings.filter(({ fact }) => !fact.isOwnVoice);
  const ownVoice = bearings.filter(({ fact }) => fact.isOwnVoice);
  const siding = counted.filter(({ fact }) => !isNeutral(fact));
  const neutral = counted.filter(({ fact }) => isNeutral(fact));
  // Who only asserts takes the position of asserting.
  const stands = takeSides(siding.length > 0 ? siding : neutral);
  const iris = stands.map(({ polarity, since = '' }) => {
    const key = shortHash([actor, issue, String(polarity), since]);
    return `${base}position/${key}`;
  });
  return stands.flatMap((stand, index) => {
    const iri = iris[index];
    if (iri === undefined) return [];
    const next = stands[index + 1];
    const before = stands[index - 1];
    const belongs = ({ fact: { time } }: Bearing): boolean => indexAt(stands, time) === index;
    const previous = before?.since === undefined || stand.since === undefined ? undefined : iris[index - 1];
    const isFollowed = stand.since !== undefined && next?.since !== undefined;
    return [
      {
        ...stand,
        iri,
        actor,
        issue,
        neutral: siding.length > 0 ? neutral.filter(belongs) : [],
        ownVoice: ownVoice.filter(belongs),
        isByOffice: stand.supporting.every(({ fact }) => !holdersOf(fact).includes(actor)),
        ...(isFollowed && next?.since !== undefined ? { until: next.since } : {}),
        ...(previous === undefined ? {} : { previous }),
      },
    ];
  });
}

/** The principal's position that has all of the supporting claims too. */
function findRepresentation(
  { actor, supporting, polarity }: Position,
  byClaim: ReadonlyMap<string, readonly Position[]>,
  principals: Principals,
): string | undefined {
  const [first] = supporting;
  if (first === undefined) return undefined;
  const served = new Set(principals.get(first.fact.claim));
  const candidates = (byClaim.get(first.fact.claim) ?? []).filter(
    (other) => other.actor !== actor && served.has(other.actor) && other.polarity === polarity,
  );
  return candidates.find((other) => {
    const counted = new Set(other.supporting.map(({ fact }) => fact.claim));
    return supporting.every(({ fact }) => counted.has(fact.claim));
  })?.iri;
}

/** The positions of all actors on all issues, in order of actor, issue and time. */
export function derivePositions(
  reports: readonly ReportGroup[],
  principals: Principals,
  base: string,
): readonly Position[] {
  const groups = groupBy(listBearings(reports, principals), ({ actor, fact }) => `${actor} ${fact.issue}`);
  const positions = [...groups.keys()].toSorted().flatMap((key) => {
    const bearings = groups.get(key) ?? [];
    const [first] = bearings;
    return first === undefined ? [] : derive(first.actor, first.fact.issue, bearings, base);
  });
  const byClaim = new Map<string, Position[]>();
  for (const position of positions) {
    for (const { fact } of position.supporting) {
      const holders = byClaim.get(fact.claim);
      if (holders === undefined) byClaim.set(fact.claim, [position]);
      else holders.push(position);
    }
  }
  return positions.map((position) => {
    const representedBy = findRepresentation(position, byClaim, principals);
    return representedBy === undefined ? position : { ...position, representedBy };
  });
}
