import type { Reliability } from './stance-lexicon.ts';

/** What speaks for a claim, before it is compared with annotated claims. */
export interface ClaimEvidence {
  /** Probability that the attribution is right. */
  readonly attribution: number;
  /** How well the content fits the issue, 0–1; undefined without one. */
  readonly score?: number;
  /** The content does not name the issue itself: “the plan”, “no”. */
  readonly isTakenUp: boolean;
  /** The content speaks of the contrary of the proposition. */
  readonly isContrary: boolean;
  /** No word takes a side. */
  readonly isUndecided: boolean;
  readonly isUnattributed: boolean;
}

const TAKEN_UP = 0.6;
const CONTRARY = 0.7;
const UNDECIDED = 0.7;
const UNATTRIBUTED = 0.8;
const SCORE_SHARE = 0.6;

/** A score that rises with what speaks for the claim, 0–1; no probability yet. */
export function weighEvidence(evidence: ClaimEvidence): number {
  const { attribution, score, isTakenUp, isContrary, isUndecided, isUnattributed } = evidence;
  // The rules' reliabilities differ less in whether the holder is right than in the spans.
  const fit = score === undefined ? 1 : 1 - SCORE_SHARE + SCORE_SHARE * Math.min(1, score);
  return (
    Math.sqrt(attribution) *
    fit *
    (isTakenUp ? TAKEN_UP : 1) *
    (isContrary ? CONTRARY : 1) *
    (isUndecided ? UNDECIDED : 1) *
    (isUnattributed ? UNATTRIBUTED : 1)
  );
}

/** The probability that belongs to a score: between two measured points on the line through them. */
export function readProbability(score: number, points: Reliability): number {
  let before = points[0];
  for (const point of points) {
    if (score < point.score) {
      if (before === undefined || before === point) return point.probability;
      const way = (score - before.score) / (point.score - before.score);
      return before.probability + way * (point.probability - before.probability);
    }
    before = point;
  }
  return before?.probability ?? score;
}
