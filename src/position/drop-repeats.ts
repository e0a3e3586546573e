import type { Attribution } from '../model/attribution.ts';
import { ARTICLE, UNATTRIBUTED } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import { overlaps } from '../model/span.ts';

/** A claim with what decides which of two that say the same is kept. */
export interface Draft {
  readonly claim: Omit<Claim, 'id' | 'parent'>;
  /** Index of the attribution that it was read from. */
  readonly attribution: number;
}

function length({ claim }: Draft): number {
  return claim.content.reduce((sum, { start, end }) => sum + end - start, 0);
}

function saysTheSame(left: Draft, right: Draft): boolean {
  return (
    left.claim.holder === right.claim.holder &&
    left.claim.issue === right.claim.issue &&
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

/** Of claims with the same holder, issue and overlapping evidence only the one that tells most. */
export function dropRepeats(
  drafts: readonly Draft[],
  attributions: readonly Attribution[],
): readonly Draft[] {
  return drafts.filter(
    (draft, index) =>
      !drafts.some((other, position) => {
        if (position === index || !saysTheSame(draft, other)) return false;
        if (isBetter(other, draft, attributions)) return true;
        return !isBetter(draft, other, attributions) && position < index;
      }),
  );
}
