import type { Literal, NamedNode, Quad_Object } from '@rdfjs/types';
import { STANCE_POLARITY } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import { sliceText } from '../model/span.ts';
import type { Span } from '../model/span.ts';
import {
  dateLiteral,
  decimalLiteral,
  integerLiteral,
  stringLiteral,
  tripleTerm,
  typedLiteral,
} from '../rdf/terms.ts';
import { dip, edtf, prov, rdf, schema } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { describeChain } from './attribution-chain.ts';
import { CERTAINTY_TERMS, REPORTING_TERMS, STANCE_TERMS } from './concepts.ts';
import { describeSpans, joinFragments } from './describe-span.ts';
import { describe, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

/** The lowest score of the decisions that identified those who speak, hold and are bound; undefined without any. */
function linkConfidence({ result }: ArticleScope, claim: Claim): number | undefined {
  const involved = new Set([claim.speaker, claim.holder, claim.onBehalfOf]);
  const scores = result.decisions
    .filter(({ entity, judgement }) => judgement === 'linked' && involved.has(entity))
    .map(({ score }) => score);
  return scores.length === 0 ? undefined : Math.min(...scores);
}

/** The proposition as a triple that is mentioned and not asserted: RDF 1.2 `<<( holder stance issue )>>`. */
function describeProposition(claim: Claim, scope: ArticleScope): Quad_Object | undefined {
  if (claim.issue === undefined || claim.stance === undefined) return undefined;
  return tripleTerm(scope.actor(claim.holder), STANCE_TERMS[claim.stance], scope.issue(claim.issue));
}

function describePlaces(scope: ArticleScope, claim: Claim, node: NamedNode): readonly Triple[] {
  const places: readonly (readonly [NamedNode, readonly (Span | undefined)[]])[] = [
    [dip.evidence, claim.content],
    [dip.sourceSpan, claim.source],
    [dip.cueSpan, claim.cue],
    [dip.conditionSpan, [claim.condition]],
    [dip.dateSpan, [claim.saidOn?.expression]],
    [dip.antecedent, [claim.antecedent]],
  ];
  return places.flatMap(([predicate, spans]) =>
    describeSpans(
      scope,
      node,
      predicate,
      spans.filter((span) => span !== undefined),
    ),
  );
}

/** A claim: who is reported to hold what, the words, the chain, our confidence; never the position as a fact. */
export function describeClaim(scope: ArticleScope, claim: Claim): readonly Triple[] {
  const { article, iris } = scope;
  const { text } = article;
  const node = iris.claim(scope.claimHash(claim.id));
  const words = (span: Span): Literal => stringLiteral(sliceText(text, span));
  const confidence = linkConfidence(scope, claim);
  const properties: readonly (readonly [NamedNode, Quad_Object | readonly Quad_Object[] | undefined])[] = [
    [dip.speaker, scope.actor(claim.speaker)],
    [dip.holder, scope.actor(claim.holder)],
    [dip.onBehalfOf, whenDefined(claim.onBehalfOf, scope.actor)],
    [dip.issue, whenDefined(claim.issue, scope.issue)],
    [dip.stance, whenDefined(claim.stance, (stance) => STANCE_TERMS[stance])],
    [dip.polarity, whenDefined(claim.stance, (stance) => integerLiteral(STANCE_POLARITY[stance]))],
    [rdf.reifies, describeProposition(claim, scope)],
    [dip.reporting, REPORTING_TERMS[claim.reporting]],
    [dip.certainty, CERTAINTY_TERMS[claim.certainty]],
    [dip.quotation, stringLiteral(joinFragments(text, claim.content))],
    [dip.cueText, claim.cue.length === 0 ? undefined : stringLiteral(joinFragments(text, claim.cue))],
    [dip.condition, whenDefined(claim.condition, words)],
    [dip.saidOn, whenDefined(claim.saidOn, ({ edtf: date }) => typedLiteral(date, edtf.EDTF))],
    [dip.dateExpression, whenDefined(claim.saidOn, ({ expression }) => words(expression))],
    [dip.reportedOn, whenDefined(article.date, dateLiteral)],
    [dip.reportedIn, whenDefined(claim.parent, (parent) => iris.claim(scope.claimHash(parent)))],
    [dip.extractionConfidence, decimalLiteral(claim.confidence)],
    [dip.linkConfidence, whenDefined(confidence, decimalLiteral)],
    [dip.reason, claim.reasons.map((reason) => stringLiteral(reason))],
    [dip.foundBy, claim.foundBy.map((rule) => stringLiteral(rule))],
    [prov.wasDerivedFrom, iris.article],
    [prov.wasGeneratedBy, scope.run],
  ];
  return [
    ...describe(node, [dip.Claim, prov.Entity, schema.Claim], properties),
    ...describePlaces(scope, claim, node),
    ...describeChain(scope, claim),
  ];
}
