import type { Span } from './span.ts';

/** What an actor is. */
export type EntityType = 'person' | 'state' | 'organisation' | 'place' | 'group' | 'outlet' | 'other';

/**
 * How a mention refers: by a name (“Lavrov”), a demonym (“Russian”), an office (“the French foreign minister”),
 * a metonym (“the Kremlin”), a group (“European leaders”), a description (“the minister”) or a pronoun (“he”).
 */
export type MentionKind = 'name' | 'demonym' | 'office' | 'metonym' | 'group' | 'nominal' | 'pronoun';

/** A stretch of text that refers to somebody or something, titles and determiners left out of a name. */
export interface Mention extends Span {
  readonly index: number;
  readonly kind: MentionKind;
  readonly type: EntityType;
  /** The token that governs the mention. */
  readonly headToken: number;
  /** The words of office beside a name: “US Defense Secretary” in “US Defense Secretary Lloyd Austin”. */
  readonly title?: Span;
}
