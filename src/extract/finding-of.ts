import type { Finding } from './finding.ts';
import type { TokenRange } from './token-range.ts';
import type { WordCue } from './word-cue.ts';

/** Takes off a source that was guessed from the tags. */
const GUESSED_SOURCE = 0.8;

/** The finding of a rule about a reporting word; undefined without content. `fit` is how well the rule fits, 0–1. */
export function findingOf(
  rule: string,
  cue: WordCue,
  content: readonly TokenRange[],
  fit: number,
): Finding | undefined {
  if (content.length === 0) return undefined;
  return {
    rule,
    source: cue.source === undefined ? [] : [cue.source],
    cue: [cue.range],
    cueToken: cue.token.index,
    cueLemma: cue.entry.lemma,
    cueKind: cue.entry.kind,
    negated: cue.negated,
    content,
    weight: cue.entry.weight * fit * (cue.guessedSource ? GUESSED_SOURCE : 1),
  };
}
