import type { AnnotatedText } from '../model/annotated-text.ts';
import type { ActorNouns } from './actor-nouns.ts';
import type { Finding } from './finding.ts';
import type { NounKinds } from './noun-kinds.ts';
import type { ReportingLexicon } from './reporting-lexicon.ts';
import type { WordCue } from './word-cue.ts';

/** What the rules read: the text, the lexicon, and the reporting words found in it. */
export interface Reading {
  readonly text: AnnotatedText;
  readonly lexicon: ReportingLexicon;
  readonly actorNouns: ActorNouns;
  readonly nounKinds: NounKinds;
  /** The verbs that may report, in reading order, with their sources. */
  readonly verbs: readonly WordCue[];
}

/** One construction that attributes. `before` is what the rules before it have found. */
export interface AttributionRule {
  readonly name: string;
  find(reading: Reading, before: readonly Finding[]): readonly Finding[];
}
