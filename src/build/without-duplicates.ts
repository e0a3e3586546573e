import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';

/** The articles without those whose text another one has; a warning for each left out. */
export function withoutDuplicates(
  articles: readonly Article[],
  diagnostics: Diagnostic[],
): readonly Article[] {
  const firsts = new Map<string, Article>();
  for (const article of articles) {
    const first = firsts.get(article.sha256);
    if (first === undefined) firsts.set(article.sha256, article);
    else {
      diagnostics.push({
        severity: 'warning',
        where: article.origin,
        message: `has the same text as ${first.origin}: taken once`,
      });
    }
  }
  return [...firsts.values()];
}
