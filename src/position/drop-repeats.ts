import type { Attribution } from '../model/attribution.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import { overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { addToList } from './add-to-list.ts';

/** A claim with what decides which of two that say the same is kept. */
export interface Draft {
  readonly claim: Omit<Claim, 'id' | 'parent'>;
  /** Index of the attribution that it was read from. */
  readonly attribution: number;
  /** The words that name the holder. */
  readonly named: readonly Span[];
}

function length({ claim }: Draft): number {
  return claim.content.reduce((sum, { start, end }) => sum + end - start, 0);
}

const MUCH_LONGER = 2;

/** A side taken in one sentence of a long turn that takes none as a whole: “… I reject that. …”. */
function standsOut(left: Draft, right: Draft): boolean {
  const [long, short] = length(left) >= length(right) ? [left, right] : [right, left];
  return (
    long.claim.issue === undefined &&
    long.claim.stance === 'asserts' &&
    short.claim.stance !== 'asserts' &&
    length(long) > MUCH_LONGER * length(short)
  );
}

function saysTheSame(left: Draft, right: Draft): boolean {
  return (
    left.claim.holder === right.claim.holder &&
    left.claim.issue === right.claim.issue &&
    !standsOut(left, right) &&
    left.claim.content.some((span) => right.claim.content.some((other) => overlaps(span, other)))
  );
}

function isInside(inner: number, outer: number, attributions: readonly Attribution[]): boolean {
  let parent = attributions[inner]?.parent;
  for (let depth = 0; parent !== undefined && depth < 10; depth += 1) {
    if (parent === outer) return true;
    parent = attributions[parent]?.parent;
  }
  return false;
}

/** Who is known to speak tells more than nobody, then the surer reading, then the shorter evidence. */
function rank({ claim, ...draft }: Draft): readonly number[] {
  const speaker = claim.speaker === UNATTRIBUTED ? 0 : claim.speaker === ARTICLE ? 1 : 2;
  return [speaker, claim.stance === undefined ? 0 : 1, claim.confidence, -length({ claim, ...draft })];
}

function isBetter(left: Draft, right: Draft, attributions: readonly Attribution[]): boolean {
  // “denied that it opposes X”: the outer claim has read the inner one.
  if (isInside(right.attribution, left.attribution, attributions)) return true;
  if (isInside(left.attribution, right.attribution, attributions)) return false;
  const [mine, theirs] = [rank(left), rank(right)];
  const decisive = mine.findIndex((value, index) => value !== theirs[index]);
  return decisive >= 0 && (mine[decisive] ?? 0) > (theirs[decisive] ?? 0);
}

function reach({ claim }: Draft): Span {
  const start = Math.min(...claim.content.map((span) => span.start));
  return { start, end: Math.max(...claim.content.map(({ end }) => end)) };
}

/** For each draft the others with the same holder and issue whose evidence it meets. */
function findRivals(drafts: readonly Draft[]): ReadonlyMap<Draft, readonly Draft[]> {
  const groups = new Map<string, Draft[]>();
  for (const draft of drafts) addToList(groups, `${draft.claim.holder} ${draft.claim.issue ?? ''}`, draft);
  const rivals = new Map<Draft, Draft[]>();
  for (const group of groups.values()) {
    const sorted = group
      .map((draft) => ({ draft, ...reach(draft) }))
      .sort((left, right) => left.start - right.start);
    for (const [index, { draft, end }] of sorted.entries()) {
      for (let next = index + 1; (sorted[next]?.start ?? end) < end; next += 1) {
        const other = sorted[next]?.draft;
        if (other === undefined || !saysTheSame(draft, other)) continue;
        addToList(rivals, draft, other);
        addToList(rivals, other, draft);
      }
    }
  }
  return rivals;
}

/** Of claims with the same holder, issue and overlapping evidence only the one that tells most. */
export function dropRepeats(
  drafts: readonly Draft[],
  attributions: readonly Attribution[],
): readonly Draft[] {
  const rivals = findRivals(drafts);
  const places = new Map(drafts.map((draft, index) => [draft, index]));
  return drafts.filter(
    (draft, index) =>
      rivals.get(draft)?.some((other) => {
        if (isBetter(other, draft, attributions)) return true;
        return !isBetter(draft, other, attributions) && (places.get(other) ?? 0) < index;
      }) !== true,
  );
}
