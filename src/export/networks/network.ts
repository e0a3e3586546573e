import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import type { DiscourseStatement } from './discourse-statement.ts';

/** The networks of discourse network analysis (Leifeld 2017). */
export const NETWORK_KINDS = ['affiliation', 'congruence', 'conflict', 'subtract'] as const;

/** `affiliation` joins actors and issues; the others join actors who agree, who disagree, or both, one less the other. */
export type NetworkKind = (typeof NETWORK_KINDS)[number];

/** How a weight is set in relation to how much the actors say. */
export const NORMALISATIONS = ['none', 'activity', 'prominence', 'average', 'jaccard', 'cosine'] as const;

/** One of DNA's normalisations; `activity` and `prominence` are for two-mode networks, the last three for one-mode ones. */
export type Normalisation = (typeof NORMALISATIONS)[number];

/** An edge; of a two-mode network from actor to issue, of a one-mode network from the lesser to the greater IRI. */
export interface NetworkEdge {
  readonly source: string;
  readonly target: string;
  readonly weight: number;
  /** Claims for and against, of a two-mode edge. */
  readonly agreements?: number;
  readonly disagreements?: number;
}

/** A network with its nodes, sorted, and its edges, sorted; edges of weight 0 are left out. */
export interface Network {
  readonly kind: NetworkKind;
  readonly actors: readonly string[];
  readonly issues: readonly string[];
  readonly edges: readonly NetworkEdge[];
}

/** How often an actor agrees and disagrees with an issue. */
interface Tally {
  agreements: number;
  disagreements: number;
}

/** Actor → issue → tally. */
type Tallies = ReadonlyMap<string, ReadonlyMap<string, Tally>>;

function tally(statements: readonly DiscourseStatement[]): Tallies {
  const actors = new Map<string, Map<string, Tally>>();
  for (const { actor, issue, polarity } of statements) {
    const issues = actors.get(actor) ?? new Map<string, Tally>();
    actors.set(actor, issues);
    const counts = issues.get(issue) ?? { agreements: 0, disagreements: 0 };
    issues.set(issue, counts);
    if (polarity === 1) counts.agreements += 1;
    else counts.disagreements += 1;
  }
  return actors;
}

function total({ agreements, disagreements }: Tally): number {
  return agreements + disagreements;
}

function twoMode(tallies: Tallies, normalisation: Normalisation): readonly NetworkEdge[] {
  const prominence = new Map<string, number>();
  for (const issues of tallies.values()) {
    for (const [issue, counts] of issues) prominence.set(issue, (prominence.get(issue) ?? 0) + total(counts));
  }
  return [...tallies].flatMap(([actor, issues]) => {
    const activity = [...issues.values()].reduce((sum, counts) => sum + total(counts), 0);
    return [...issues].map(([issue, counts]): NetworkEdge => {
      const signed = counts.agreements - counts.disagreements;
      const divisor =
        normalisation === 'activity'
          ? activity
          : normalisation === 'prominence'
            ? (prominence.get(issue) ?? 1)
            : 1;
      return { source: actor, target: issue, weight: signed / divisor, ...counts };
    });
  });
}

/** One side of an actor's profile: the issues that the actor agrees with, or disagrees with, and how often. */
function side(issues: ReadonlyMap<string, Tally>, key: keyof Tally): ReadonlyMap<string, number> {
  return new Map([...issues].map(([issue, counts]) => [issue, counts[key]]));
}

/** The product of two sides over common issues: how often both say it. */
function product(left: ReadonlyMap<string, number>, right: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [issue, count] of left) sum += count * (right.get(issue) ?? 0);
  return sum;
}

/** What an actor says, as normalisations need it. */
interface Profile {
  readonly actor: string;
  readonly agreed: ReadonlyMap<string, number>;
  readonly disagreed: ReadonlyMap<string, number>;
  /** All that the actor says. */
  readonly activity: number;
}

function profile(actor: string, issues: ReadonlyMap<string, Tally>): Profile {
  const activity = [...issues.values()].reduce((sum, counts) => sum + total(counts), 0);
  return { actor, agreed: side(issues, 'agreements'), disagreed: side(issues, 'disagreements'), activity };
}

/** What one says and the other does not. */
function apart(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [issue, count] of one) if ((other.get(issue) ?? 0) === 0) sum += count;
  return sum;
}

/** All that stands in the counts of both, as DNA's Jaccard has it: what is apart, and the products of what is common. */
function union(left: Profile, right: Profile): number {
  return (
    product(left.agreed, right.agreed) +
    product(left.disagreed, right.disagreed) +
    apart(left.agreed, right.agreed) +
    apart(right.agreed, left.agreed) +
    apart(left.disagreed, right.disagreed) +
    apart(right.disagreed, left.disagreed)
  );
}

/**
 * What a one-mode weight is divided by, as DNA 3 does it: the mean activity of both (`average`), the union of what both
 * say (`jaccard`), or the product of their activities (`cosine`; DNA calls it so, a true cosine would take lengths).
 */
function divisor(left: Profile, right: Profile, normalisation: Normalisation): number {
  if (normalisation === 'average') return (left.activity + right.activity) / 2;
  if (normalisation === 'jaccard') return union(left, right);
  return normalisation === 'cosine' ? left.activity * right.activity : 1;
}

/** How often two actors agree (`crossed` false) or disagree (true): the products of their counts, summed over issues. */
function weigh(left: Profile, right: Profile, crossed: boolean): number {
  return crossed
    ? product(left.agreed, right.disagreed) + product(left.disagreed, right.agreed)
    : product(left.agreed, right.agreed) + product(left.disagreed, right.disagreed);
}

function oneMode(tallies: Tallies, kind: NetworkKind, normalisation: Normalisation): readonly NetworkEdge[] {
  const profiles = [...tallies]
    .map(([actor, issues]) => profile(actor, issues))
    .toSorted((left, right) => compareCodeUnits(left.actor, right.actor));
  // Who speaks on no issue of another is joined to nobody: of all pairs, which may be millions, few are looked at.
  const speakers = new Map<string, number[]>();
  for (const [index, { actor }] of profiles.entries()) {
    for (const issue of tallies.get(actor)?.keys() ?? []) {
      const known = speakers.get(issue);
      if (known === undefined) speakers.set(issue, [index]);
      else known.push(index);
    }
  }
  return profiles.flatMap((left, index) => {
    const issues = [...(tallies.get(left.actor)?.keys() ?? [])];
    const others = new Set(issues.flatMap((issue) => speakers.get(issue) ?? []));
    return [...others].flatMap((place): readonly NetworkEdge[] => {
      const right = profiles[place];
      if (place <= index || right === undefined) return [];
      const agreement = kind === 'conflict' ? 0 : weigh(left, right, false);
      const disagreement = kind === 'congruence' ? 0 : weigh(left, right, true);
      const count = kind === 'conflict' ? disagreement : agreement - disagreement;
      const weight = count / divisor(left, right, normalisation);
      return [{ source: left.actor, target: right.actor, weight }];
    });
  });
}

/** Whether a normalisation is defined for a kind of network. */
export function fitsKind(normalisation: Normalisation, kind: NetworkKind): boolean {
  if (normalisation === 'none') return true;
  const isTwoMode = normalisation === 'activity' || normalisation === 'prominence';
  return isTwoMode === (kind === 'affiliation');
}

/** The network of the claims that were selected. */
export function buildNetwork(
  statements: readonly DiscourseStatement[],
  kind: NetworkKind,
  normalisation: Normalisation,
): Network {
  const tallies = tally(statements);
  const edges =
    kind === 'affiliation' ? twoMode(tallies, normalisation) : oneMode(tallies, kind, normalisation);
  const issues = kind === 'affiliation' ? new Set(statements.map(({ issue }) => issue)) : [];
  return {
    kind,
    actors: [...tallies.keys()].toSorted(),
    issues: [...issues].toSorted(),
    edges: edges
      .filter(({ weight, agreements }) => weight !== 0 || agreements !== undefined)
      .toSorted(
        (left, right) =>
          compareCodeUnits(left.source, right.source) || compareCodeUnits(left.target, right.target),
      ),
  };
}
