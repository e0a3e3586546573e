import type { Entity } from './entity.ts';
import type { Extraction } from './extraction.ts';
import type { LinkDecision } from './link-decision.ts';

/** An extraction whose mentions lead to entities. */
export interface LinkedExtraction extends Extraction {
  readonly entities: readonly Entity[];
  /** For each mention, by index, the id of its entity; undefined where a pronoun stays unresolved. */
  readonly entityOfMention: readonly (string | undefined)[];
  readonly decisions: readonly LinkDecision[];
}
