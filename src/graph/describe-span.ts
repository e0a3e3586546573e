import type { NamedNode } from '@rdfjs/types';
import { compareSpans, sliceText } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import { integerLiteral, stringLiteral } from '../rdf/terms.ts';
import { oa } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { describe } from './triple.ts';
import type { Triple } from './triple.ts';

/** A selector of Web Annotation for a stretch of the article: its offsets and its exact words on one node. */
export function describeSelector(scope: ArticleScope, span: Span): readonly Triple[] {
  return describe(
    scope.iris.selector(span),
    [oa.TextPositionSelector, oa.TextQuoteSelector],
    [
      [oa.start, integerLiteral(span.start)],
      [oa.end, integerLiteral(span.end)],
      [oa.exact, stringLiteral(sliceText(scope.article.text, span))],
    ],
  );
}

/** Stretches of the article as values of a node's property; the same stretch is the same node everywhere. */
export function describeSpans(
  scope: ArticleScope,
  subject: NamedNode,
  predicate: NamedNode,
  spans: readonly Span[],
): readonly Triple[] {
  return spans.flatMap((span) => {
    const node = scope.iris.span(span);
    return [
      [subject, predicate, node],
      ...describe(
        node,
        [oa.SpecificResource],
        [
          [oa.hasSource, scope.iris.article],
          [oa.hasSelector, scope.iris.selector(span)],
        ],
      ),
      ...describeSelector(scope, span),
    ];
  });
}

/** The words of several stretches as a reader sees them: in reading order, joined by “ … ”, otherwise untouched. */
export function joinFragments(text: string, spans: readonly Span[]): string {
  return spans
    .toSorted(compareSpans)
    .map((span) => sliceText(text, span))
    .join(' … ');
}
