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

/** A named speaker tells more than none, then the surer reading, then the shorter evidence. */
function rank(draft: Draft): readonly number[] {
  return [
    draft.claim.speaker === 'unattributed' ? 0 : 1,
    draft.claim.stance === undefined ? 0 : 1,
    draft.claim.confidence,
    -length(draft),
  ];
}

function isBetter(left: Draft, right: Draft): boolean {
  const [mine, theirs] = [rank(left), rank(right)];
  const decisive = mine.findIndex((value, index) => value !== theirs[index]);
  return decisive >= 0 && (mine[decisive] ?? 0) > (theirs[decisive] ?? 0);
}

/** Of claims with the same holder, issue and overlapping evidence only the one that tells most. */
export function dropRepeats(drafts: readonly Draft[]): readonly Draft[] {
  return drafts.filter(
    (draft, index) =>
      !drafts.some((other, position) => {
        if (position === index || !saysTheSame(draft, other)) return false;
        return isBetter(other, draft) || (!isBetter(draft, other) && position < index);
      }),
  );
}
