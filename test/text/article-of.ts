import type { Article } from '../../src/model/article.ts';
import type { Span } from '../../src/model/span.ts';

/** An article with nothing but a text. */
export function articleOf(text: string, metadata: readonly Span[] = []): Article {
  return { id: 'a', text, sha256: '', metadata, origin: 'test' };
}
