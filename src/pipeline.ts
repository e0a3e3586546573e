import { recogniseMentions } from './extract/names/recognise-mentions.ts';
import { applyDecisions } from './link/apply-decisions.ts';
import { linkEntities } from './link/link-entities.ts';
import type { ArticleResult } from './model/article-result.ts';
import type { Article } from './model/article.ts';
import type { UserDecision } from './model/user-decision.ts';
import { takePositions } from './position/take-positions.ts';
import type { Resources } from './resources.ts';
import { annotateText } from './text/annotate-text.ts';

/** The order of the stages: from an article to its claims. Pure: the same article, resources and decisions of persons give the same claims. */
export function readClaims(
  article: Article,
  resources: Resources,
  decisions: readonly UserDecision[] = [],
): ArticleResult {
  const text = annotateText(article, resources.language);
  const attributions = resources.extractor.extract(text);
  const mentions = recogniseMentions(text, attributions, resources.names);
  const linked = applyDecisions(
    linkEntities({ text, mentions, attributions }, resources.registers),
    decisions,
  );
  return { ...linked, claims: takePositions(linked, resources.positions) };
}
