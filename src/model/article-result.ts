import type { Claim } from './claim.ts';
import type { LinkedExtraction } from './linked-extraction.ts';

/** All that is known of one article when the pipeline is through with it. */
export interface ArticleResult extends LinkedExtraction {
  readonly claims: readonly Claim[];
}
