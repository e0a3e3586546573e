import type { LinkDecision } from '../model/link-decision.ts';
import { wikidataItem } from '../rdf/iris.ts';
import { decimalLiteral, stringLiteral } from '../rdf/terms.ts';
import { dip, prov } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { JUDGEMENT_TERMS } from './concepts.ts';
import { describe, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

/** A link decision with its score, its runner-up and what spoke for it, so that it can be questioned. */
export function describeDecision(scope: ArticleScope, decision: LinkDecision): readonly Triple[] {
  const { qid, runnerUp } = decision;
  return describe(
    scope.iris.decision(decision.entity),
    [dip.LinkDecision, prov.Entity],
    [
      [dip.decisionOn, scope.actor(decision.entity)],
      [dip.judgement, JUDGEMENT_TERMS[decision.judgement]],
      [dip.candidate, whenDefined(qid, wikidataItem)],
      [dip.score, decimalLiteral(decision.score)],
      [dip.runnerUp, runnerUp === undefined ? undefined : wikidataItem(runnerUp.qid)],
      [dip.runnerUpLabel, runnerUp === undefined ? undefined : stringLiteral(runnerUp.label)],
      [dip.runnerUpScore, runnerUp === undefined ? undefined : decimalLiteral(runnerUp.score)],
      [dip.reason, decision.evidence.map((reason) => stringLiteral(reason))],
      [dip.foundBy, stringLiteral(decision.method)],
      [prov.wasDerivedFrom, scope.iris.article],
      [prov.wasGeneratedBy, scope.run],
    ],
  );
}
