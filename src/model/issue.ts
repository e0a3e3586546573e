/** Whether a pattern's match speaks for the proposition as worded, or for its contrary. */
export type PatternDirection = 'pro' | 'con';

/** Words that show an issue when all of them stand within a window of tokens. */
export interface IssuePattern {
  /** Each element lists alternatives; an alternative may have several words. Lower-case lemmas. */
  readonly all: readonly (readonly string[])[];
  /** The largest distance in tokens between the first and the last word. */
  readonly window: number;
  readonly direction: PatternDirection;
}

/** A question of policy or fact, in canonical positive wording: “Ukraine becomes a member of NATO”. */
export interface Issue {
  /** The last part of the IRI: `ukraine-nato-membership`. */
  readonly id: string;
  readonly iri: string;
  readonly label: string;
  readonly proposition: string;
  /** Other wordings of the same proposition. */
  readonly alternatives: readonly string[];
  readonly kind: 'policy' | 'fact';
  readonly patterns: readonly IssuePattern[];
  /** Words whose presence excludes the issue. */
  readonly blockers: readonly string[];
  /** The id of the wider issue. */
  readonly broader?: string;
  /** Wikidata item. */
  readonly exactMatch?: string;
}
