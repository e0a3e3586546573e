import type { Span } from './span.ts';

/** How the words reach the reader. */
export type Reporting = 'direct' | 'indirect' | 'mixed' | 'article-voice' | 'headline';

/** What the cue is: speech (“said”), attitude (“believes”), act (“banned”), noun (“the warning that”), or none. */
export type CueKind = 'speech' | 'attitude' | 'act' | 'noun' | 'according-to' | 'colon' | 'none';

/**
 * An attribution in the sense of PARC and GRaSP: a source, a cue and a content.
 * A span list may have several fragments; an empty source means that the text names nobody.
 */
export interface Attribution {
  readonly index: number;
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** Token that governs the cue; -1 when there is no cue. */
  readonly cueToken: number;
  /** Lemma of the cue with its particle: `say`, `rule out`; undefined when there is no cue. */
  readonly cueLemma?: string;
  readonly cueKind: CueKind;
  /** The cue itself is denied: “did not say”. */
  readonly negated: boolean;
  readonly reporting: Reporting;
  /** Index of the attribution whose content holds this one. */
  readonly parent?: number;
  /** The rules or models that found it, in order: `rules/direct-quotation`. */
  readonly foundBy: readonly string[];
  /** Probability, by the extractor's own calibration, that the attribution is right: 0–1. */
  readonly confidence: number;
}
