import type { Quad } from '@rdfjs/types';
import type { ArticleResult } from '../model/article-result.ts';
import { openScope } from './article-scope.ts';
import type { EncodeOptions } from './article-scope.ts';
import { describeActor, describeOffice, describePublisher } from './describe-actor.ts';
import { describeArticle } from './describe-article.ts';
import { describeClaim } from './describe-claim.ts';
import { describeDecision } from './describe-decision.ts';
import { describeMention } from './describe-mention.ts';
import { placeInGraph } from './triple.ts';

/**
 * All that is known of one article as the quads of its named graph `{base}graph/KEY`: no blank nodes, no repetition,
 * and depending on nothing but the arguments.
 */
export function encodeArticle(result: ArticleResult, options: EncodeOptions = {}): readonly Quad[] {
  const scope = openScope(result, options);
  const triples = [
    ...describeArticle(scope),
    ...describePublisher(scope),
    ...result.entities.flatMap((entity) => [
      ...describeActor(scope, entity),
      ...describeOffice(scope, entity),
    ]),
    ...result.mentions.flatMap((mention) => describeMention(scope, mention)),
    ...result.decisions.flatMap((decision) => describeDecision(scope, decision)),
    ...result.claims.flatMap((claim) => describeClaim(scope, claim)),
  ];
  return placeInGraph(triples, scope.iris.graph);
}
