import type { Entity } from '../model/entity.ts';
import { dateLiteral, stringLiteral } from '../rdf/terms.ts';
import { wikidataItem } from '../rdf/iris.ts';
import { dip, org, prov, schema, skos } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { ACTOR_CLASSES } from './concepts.ts';
import { describe, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

/** An actor (or a place) under the IRI that it shares with other articles where it is identified. */
export function describeActor(scope: ArticleScope, entity: Entity): readonly Triple[] {
  return describe(scope.actor(entity.id), ACTOR_CLASSES[entity.type], [
    [skos.prefLabel, stringLiteral(entity.label)],
    [skos.altLabel, entity.altLabels.map((label) => stringLiteral(label))],
    [schema.sameAs, whenDefined(entity.qid, wikidataItem)],
    [schema.member, (entity.members ?? []).map(scope.actor)],
  ]);
}

/** The office that the article gives an entity, on a node of its own: offices change, so the actor does not carry them. */
export function describeOffice(scope: ArticleScope, entity: Entity): readonly Triple[] {
  if (entity.role === undefined && entity.principal === undefined) return [];
  const { date } = scope.article;
  return describe(
    scope.iris.membership(entity.id),
    [org.Membership],
    [
      [org.member, scope.actor(entity.id)],
      [org.organization, whenDefined(entity.principal, scope.actor)],
      [dip.office, whenDefined(entity.role, stringLiteral)],
      [dip.reportedOn, whenDefined(date, dateLiteral)],
      [prov.wasDerivedFrom, scope.iris.article],
    ],
  );
}

/** The article's outlet, where the text does not speak of it and no entity stands for it. */
export function describePublisher({ article, publisher }: ArticleScope): readonly Triple[] {
  if (publisher === undefined || article.outlet === undefined) return [];
  return describe(publisher, ACTOR_CLASSES.outlet, [[skos.prefLabel, stringLiteral(article.outlet)]]);
}
