import type { Reliability } from './stance-lexicon.ts';

/** What makes a claim doubtful, with what it leaves of the score; by judgement, after the development articles. */
const DOUBTS = {
  /** The content does not name the issue itself: “the plan”, “no”. */
  takenUp: 0.6,
  /** The content speaks of the contrary of the proposition. */
  contrary: 0.7,
  /** No word takes a side on the issue. */
  undecided: 0.75,
  /** Nobody is named as holder. */
  unattributed: 0.5,
  /** The holder is a place, a thing, an outlet or the article. */
  unusual: 0.7,
  /** Told within somebody's words. */
  nested: 0.65,
  /** The position of another than the speaker. */
  handedOver: 0.85,
  /** The content is in several pieces. */
  broken: 0.75,
  /** The cue is a noun or an attitude, no verb of speech. */
  attitude: 0.8,
  /** A content without an issue that has few words. */
  short: 0.5,
  /** Only the rules or only the models found the attribution. */
  alone: 0.92,
} as const;

/** See `DOUBTS`. */
export type Doubt = keyof typeof DOUBTS;

/** What speaks for a claim and against it, before it is compared with annotated claims. */
export interface ClaimEvidence {
  /** Probability that the attribution is right. */
  readonly attribution: number;
  /** Number of words of the proposition that the text shows; undefined without an issue. */
  readonly shown?: number;
  readonly doubts: readonly Doubt[];
}

const SHOWN_SHARE = 0.6;
/** So many words of a proposition leave little doubt that it is the one. */
const MANY_WORDS = 6;

/** A score that rises with what speaks for the claim, 0–1; no probability yet. */
export function weighEvidence({ attribution, shown, doubts }: ClaimEvidence): number {
  // Whether holder and issue are right depends less on the rule than whether the spans are.
  const found = attribution ** (shown === undefined ? 0.5 : 0.25);
  const fit = shown === undefined ? 1 : 1 - SHOWN_SHARE + SHOWN_SHARE * Math.min(1, shown / MANY_WORDS);
  return doubts.reduce((score, doubt) => score * DOUBTS[doubt], found * fit);
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
