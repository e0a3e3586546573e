import type { ClaimFact } from './claim-fact.ts';
import { DisjointSets } from './disjoint-sets.ts';
import { groupBy } from '../rdf/group-by.ts';
import { likeness } from './shingles.ts';

/** Claims that carry one report: the same words on one holder and issue, in however many articles. */
export interface ReportGroup {
  readonly holder: string;
  readonly issue: string;
  /** In order of their IRIs. */
  readonly claims: readonly ClaimFact[];
}

/** Shorter evidence (“no”, “impossible”) is the same report only inside the same paragraph. */
const TELLING_WORDS = 4;
/** At this likeness of three-word shingles one text is an edited copy of the other. */
const COPIED_EVIDENCE = 0.6;
const COPIED_PASSAGE = 0.6;

function isCopy(left: ClaimFact, right: ClaimFact): boolean {
  if (left.words === right.words) {
    if (left.article === right.article || left.words.split(' ').length >= TELLING_WORDS) return true;
    return likeness(left.passage, right.passage) >= COPIED_PASSAGE;
  }
  if (left.article === right.article) return false;
  return likeness(left.shingles, right.shingles) >= COPIED_EVIDENCE;
}

/** Pairs of claims that share a shingle: only these can be alike, and few are. */
function* candidates(claims: readonly ClaimFact[]): Generator<readonly [number, number]> {
  const holders = new Map<number, number[]>();
  for (const [index, { shingles }] of claims.entries()) {
    const near = new Set<number>();
    for (const value of shingles) {
      const others = holders.get(value);
      if (others === undefined) holders.set(value, [index]);
      else {
        for (const other of others) near.add(other);
        others.push(index);
      }
    }
    for (const other of near) yield [other, index];
  }
}

/**
 * The claims as reports. Code and not SPARQL: likeness of texts has no form there.
 * Copies of a copy are copies; the groups depend on nothing but the claims.
 */
export function groupReports(facts: readonly ClaimFact[]): readonly ReportGroup[] {
  const sorted = facts.toSorted((left, right) => (left.claim < right.claim ? -1 : 1));
  const reports: ReportGroup[] = [];
  for (const claims of groupBy(sorted, ({ holder, issue }) => `${holder} ${issue}`).values()) {
    const sets = new DisjointSets(claims.length);
    for (const [left, right] of candidates(claims)) {
      const [one, other] = [claims[left], claims[right]];
      if (one !== undefined && other !== undefined && isCopy(one, other)) sets.join(left, right);
    }
    const indexed = claims.map((claim, index) => ({ claim, group: String(sets.find(index)) }));
    for (const members of groupBy(indexed, ({ group }) => group).values()) {
      const [first] = members;
      if (first === undefined) continue;
      const { holder, issue } = first.claim;
      reports.push({ holder, issue, claims: members.map(({ claim }) => claim) });
    }
  }
  return reports;
}
