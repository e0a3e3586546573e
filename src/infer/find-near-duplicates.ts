import type { ArticleFact } from './claim-fact.ts';
import { containment } from './shingles.ts';

/** An article, and the one that holds most of its text. */
export interface NearDuplicate {
  readonly copy: string;
  readonly original: string;
}

/** The smallest shingle hashes stand for a text (bottom-k sketch, Cohen and Kaplan 2007). */
const SKETCH = 64;
/** Texts with fewer of them in common cannot share most of their shingles. */
const LEAST_SHARED = 8;
const LEAST_CONTAINMENT = 0.7;
/** A shorter text, a headline alone, is nobody's copy. */
const LEAST_SHINGLES = 20;

function compareArticles(left: ArticleFact, right: ArticleFact): number {
  const [leftDate, rightDate] = [left.date ?? '9999', right.date ?? '9999'];
  if (leftDate !== rightDate) return leftDate < rightDate ? -1 : 1;
  return left.article < right.article ? -1 : 1;
}

/** The articles most of whose text stands in an earlier one too; candidates by sketches, then compared whole. */
export function findNearDuplicates(articles: readonly ArticleFact[]): readonly NearDuplicate[] {
  const sorted = articles
    .filter(({ shingles }) => shingles.length >= LEAST_SHINGLES)
    .toSorted(compareArticles);
  const holders = new Map<number, number[]>();
  const found: NearDuplicate[] = [];
  for (const [index, { article, shingles }] of sorted.entries()) {
    const shared = new Map<number, number>();
    for (const value of shingles.subarray(0, SKETCH)) {
      const others = holders.get(value) ?? [];
      for (const other of others) shared.set(other, (shared.get(other) ?? 0) + 1);
      holders.set(value, [...others, index]);
    }
    const original = [...shared]
      .filter(([, count]) => count >= LEAST_SHARED)
      .map(([other]) => sorted[other])
      .filter((other) => other !== undefined && containment(other.shingles, shingles) >= LEAST_CONTAINMENT)
      .toSorted((left, right) =>
        left === undefined || right === undefined ? 0 : compareArticles(left, right),
      )[0];
    if (original !== undefined) found.push({ copy: article, original: original.article });
  }
  return found;
}
