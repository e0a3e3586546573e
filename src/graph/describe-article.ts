import { dateLiteral, integerLiteral, stringLiteral, typedLiteral } from '../rdf/terms.ts';
import { dcterms, dip, prov, schema, xsd } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { describe, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

/** The article: what it is, where it stood, and the text with its hash, to which every offset belongs. */
export function describeArticle({ article, iris, includeText, publisher }: ArticleScope): readonly Triple[] {
  return describe(
    iris.article,
    [schema.NewsArticle, prov.Entity],
    [
      [dcterms.identifier, stringLiteral(article.id)],
      [schema.headline, whenDefined(article.title, stringLiteral)],
      [schema.publisher, publisher],
      [schema.datePublished, whenDefined(article.date, dateLiteral)],
      // A literal: what stands in a URL field need not be a valid IRI.
      [schema.url, whenDefined(article.url, (url) => typedLiteral(url, xsd.anyURI))],
      [schema.inLanguage, whenDefined(article.lang, stringLiteral)],
      [schema.sha256, stringLiteral(article.sha256)],
      [dip.textLength, integerLiteral(article.text.length)],
      [schema.articleBody, includeText ? stringLiteral(article.text) : undefined],
    ],
  );
}
