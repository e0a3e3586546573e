import { STANCE_POLARITY } from '../model/claim.ts';
import type { ClaimDocument, ScoredClaim } from './claim-document.ts';
import { matchItems } from './match-greedily.ts';
import type { Pair } from './match-greedily.ts';
import { indexActors, isSameActor } from './same-actor.ts';
import { diceOfSpans, touch } from './span-overlap.ts';

/** Contents that share fewer characters (Dice coefficient) are not the same claim. */
const LEAST_DICE = 0.5;

const POLARITIES: ReadonlyMap<string, number> = new Map([
  ...Object.entries(STANCE_POLARITY),
  ['criticizes', -1],
  ['neutral', 0],
  ['neutral/asserts', 0],
]);

/** How gold claims and predicted ones belong together, by indices into the claims of each document. */
export interface ClaimMatches {
  /** The contents agree. */
  readonly content: readonly Pair[];
  /** The contents agree and the holder is the same. */
  readonly full: readonly Pair[];
  /** The contents agree and source and cue overlap. */
  readonly attribution: readonly Pair[];
  /** Among `full`, those with the same speaker. */
  readonly speaker: readonly Pair[];
}

/** A claim's polarity: its own, or that of its stance. */
export function polarityOf(claim: ScoredClaim): number | undefined {
  if (claim.polarity !== undefined) return Math.sign(claim.polarity);
  return claim.stance === undefined ? undefined : POLARITIES.get(claim.stance);
}

/** Pairs the claims of a document by content (Dice at least 0.5), the same issue deciding between equals. */
export function matchClaims(gold: ClaimDocument, predicted: ClaimDocument): ClaimMatches {
  const goldActor = indexActors(gold);
  const predictedActor = indexActors(predicted);
  const match = (agrees: (left: ScoredClaim, right: ScoredClaim) => boolean): readonly Pair[] =>
    matchItems(gold.claims, predicted.claims, (left, right) => {
      const dice = diceOfSpans(left.content, right.content);
      if (dice < LEAST_DICE || !agrees(left, right)) return undefined;
      return dice + (left.issue !== undefined && left.issue === right.issue ? 1e-3 : 0);
    });

  const full = match((left, right) => isSameActor(goldActor(left.holder), predictedActor(right.holder)));
  const sharesSpeaker = (pair: Pair): boolean => {
    const left = gold.claims[pair.gold];
    const right = predicted.claims[pair.predicted];
    if (left === undefined || right === undefined) return false;
    return isSameActor(goldActor(left.speaker ?? ''), predictedActor(right.speaker ?? right.holder));
  };
  return {
    content: match(() => true),
    full,
    attribution: match((left, right) => touch(left.source, right.source) && touch(left.cue, right.cue)),
    speaker: full.filter(sharesSpeaker),
  };
}
