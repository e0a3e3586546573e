import type { Quad } from '@rdfjs/types';
import { schema } from '../../rdf/vocabulary.ts';

/** What a graph holds of an article: its text, unless it was left out, and its day. */
export interface IdentityArticle {
  readonly text?: string;
  readonly date?: string;
}

/** The articles of a graph by key. */
export function readIdentityArticles(quads: readonly Quad[]): ReadonlyMap<string, IdentityArticle> {
  const articles = new Map<string, IdentityArticle>();
  for (const { subject, predicate, object } of quads) {
    const field = predicate.equals(schema.articleBody)
      ? 'text'
      : predicate.equals(schema.datePublished)
        ? 'date'
        : undefined;
    if (field === undefined) continue;
    const key = subject.value.slice(subject.value.lastIndexOf('/') + 1);
    articles.set(key, { ...articles.get(key), [field]: object.value });
  }
  return articles;
}
