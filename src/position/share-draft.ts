import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Draft } from './drop-repeats.ts';
import { findFellows } from './find-fellows.ts';

/** The same claim for each of the others who take the position together: “Kenya and Uganda rejected the plan”. */
export function shareDraft(linked: LinkedExtraction, draft: Draft): readonly Draft[] {
  const { onBehalfOf: _, ...claim } = draft.claim;
  const fellows = draft.named.flatMap((span) => findFellows(linked, span, claim.holder));
  return fellows.map(({ id, principal }) => ({
    ...draft,
    claim: {
      ...claim,
      holder: id,
      speaker: claim.speaker === claim.holder ? id : claim.speaker,
      ...(principal === undefined ? {} : { onBehalfOf: principal }),
    },
  }));
}
