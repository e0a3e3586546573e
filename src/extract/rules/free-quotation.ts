import type { AttributionRule, Reading } from '../attribution-rule.ts';
import { cutContent } from '../complement.ts';
import { findUntoldQuotations } from '../untold-quotations.ts';

/** A quotation beside which the text names no speaker: it has none, and nobody is guessed. */
export const freeQuotation: AttributionRule = {
  name: 'free-quotation',
  find: ({ text }: Reading, before) =>
    findUntoldQuotations(text, before)
      // Within a sentence it may only be held at arm's length.
      .filter(({ first }) => text.sentences[text.tokens[first]?.sentence ?? -1]?.firstToken === first)
      .map((range) => ({
        rule: 'free-quotation',
        source: [],
        cue: [],
        cueToken: -1,
        cueKind: 'none',
        negated: false,
        content: cutContent(text, range, []),
        reporting: 'direct',
        weight: 0.6,
      })),
};
