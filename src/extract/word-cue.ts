import type { Token } from '../model/annotated-text.ts';
import type { Mood } from './predicate.ts';
import type { ReportingEntry } from './reporting-lexicon.ts';
import type { TokenRange } from './token-range.ts';

/** A reporting word in its sentence. */
export interface WordCue {
  readonly token: Token;
  readonly entry: ReportingEntry;
  /** The verb group as it is cut for evidence: “did not rule out”. */
  readonly range: TokenRange;
  readonly negated: boolean;
  readonly passive: boolean;
  readonly mood: Mood;
  /** Whoever says, thinks or does it; undefined when the sentence names nobody. */
  readonly source: TokenRange | undefined;
  /** The source was read off the tags, the tree gave none. */
  readonly guessedSource: boolean;
}
