import type { Mention } from '../model/mention.ts';
import { stringLiteral } from '../rdf/terms.ts';
import { dip, oa } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { describeSelector } from './describe-span.ts';
import { describe } from './triple.ts';
import type { Triple } from './triple.ts';

/** A mention that leads to an actor; a pronoun that stays unresolved says nothing and is left out. */
export function describeMention(scope: ArticleScope, mention: Mention): readonly Triple[] {
  const entity = scope.result.entityOfMention[mention.index];
  if (entity === undefined) return [];
  return [
    ...describe(
      scope.iris.mention(mention),
      [dip.Mention],
      [
        [dip.refersTo, scope.actor(entity)],
        [dip.mentionKind, stringLiteral(mention.kind)],
        [oa.hasSource, scope.iris.article],
        [oa.hasSelector, scope.iris.selector(mention)],
      ],
    ),
    ...describeSelector(scope, mention),
  ];
}
