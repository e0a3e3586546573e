import type { CueKind, Reporting } from '../model/attribution.ts';
import type { TokenRange } from './token-range.ts';

/** What a rule has found, in tokens; it becomes an attribution when nothing better stands in its way. */
export interface Finding {
  /** The rule's name: `direct-quotation`. */
  readonly rule: string;
  /** Empty when the text names nobody. */
  readonly source: readonly TokenRange[];
  readonly cue: readonly TokenRange[];
  /** Token that governs the cue; -1 without a cue. */
  readonly cueToken: number;
  readonly cueLemma?: string;
  readonly cueKind: CueKind;
  readonly negated: boolean;
  readonly content: readonly TokenRange[];
  /** How the words reach the reader, where the rule knows better than the quotation marks. */
  readonly reporting?: Reporting;
  /** How well the words fit the rule, 0–1: the lexicon's weight, less what a poor parse takes off. */
  readonly weight: number;
}
