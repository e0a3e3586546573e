/** What was decided about an entity's identity. */
export type Judgement = 'linked' | 'nil' | 'review';

/** One decision on one entity: read it, question it, overrule it. */
export interface LinkDecision {
  /** The entity decided upon. */
  readonly entity: string;
  readonly judgement: Judgement;
  readonly qid?: string;
  /** Score of the best candidate, 0–1; 0 when there is none. */
  readonly score: number;
  readonly runnerUp?: { readonly qid: string; readonly label: string; readonly score: number };
  /** What spoke for the decision, in words: “exact name”, “role held on 2025-02-13”. */
  readonly evidence: readonly string[];
  /** The method and its version, or the person: `gazetteer`, `user`. */
  readonly method: string;
}
