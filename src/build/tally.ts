import type { BlockSummary } from './article-block.ts';

/** What a build counts. */
export interface BuildCounts {
  readonly articles: number;
  readonly reused: number;
  readonly claims: number;
  readonly actors: number;
  readonly issues: number;
  readonly lowConfidence: number;
}

/** Adds up what the blocks of a build hold. */
export class Tally {
  readonly #actors = new Set<string>();
  readonly #issues = new Set<string>();
  #claims = 0;
  #lowConfidence = 0;
  #reused = 0;
  articles = 0;

  add(summary: BlockSummary, reused: boolean): void {
    this.articles += 1;
    this.#reused += reused ? 1 : 0;
    this.#claims += summary.claims;
    this.#lowConfidence += summary.lowConfidence;
    for (const actor of summary.actors) this.#actors.add(actor);
    for (const issue of summary.issues) this.#issues.add(issue);
  }

  /** The sums: distinct actors and issues. */
  report(): BuildCounts {
    return {
      articles: this.articles,
      reused: this.#reused,
      claims: this.#claims,
      actors: this.#actors.size,
      issues: this.#issues.size,
      lowConfidence: this.#lowConfidence,
    };
  }
}
