import type { NamedNode } from '@rdfjs/types';
import type { Claim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';
import { booleanLiteral, integerLiteral } from '../rdf/terms.ts';
import { dip, prov } from '../rdf/vocabulary.ts';
import type { ArticleScope } from './article-scope.ts';
import { describeSpans } from './describe-span.ts';
import { describe } from './triple.ts';
import type { Triple } from './triple.ts';

interface Step {
  readonly role: NamedNode;
  readonly agent: NamedNode;
  readonly cue: readonly Span[];
  readonly source: readonly Span[];
  readonly inferred: boolean;
}

/** The claims inside which a claim is reported, the outermost first. */
function outerClaims(scope: ArticleScope, claim: Claim): readonly Claim[] {
  const outer: Claim[] = [];
  const seen = new Set([claim.id]);
  for (let parent = claim.parent; parent !== undefined;) {
    if (seen.has(parent)) throw new RangeError(`the claim "${parent}" is reported inside itself`);
    seen.add(parent);
    const next = scope.claim(parent);
    outer.unshift(next);
    parent = next.parent;
  }
  return outer;
}

function plain(role: NamedNode, agent: NamedNode): Step {
  return { role, agent, cue: [], source: [], inferred: false };
}

/**
 * The chain from the publisher over every speaker to the holder and the principal: “Agence X reports that the envoy
 * said the general wants …”. An unknown publisher is the article's own voice, so the first step is always there.
 */
function listSteps(scope: ArticleScope, claim: Claim): readonly Step[] {
  const speaking = ({ speaker, cue, source }: Claim): Step => ({
    ...plain(dip.Speaker, scope.actor(speaker)),
    cue,
    source,
  });
  const speakers = [...outerClaims(scope, claim), claim].map(speaking);
  // Whoever reports himself or goes on speaking is one speaker: keep the innermost of equal neighbours.
  const distinct = speakers.filter((step, index) => speakers[index + 1]?.agent.value !== step.agent.value);
  const principal = claim.onBehalfOf;
  return [
    plain(dip.Publisher, scope.publisher ?? dip.articleVoice),
    ...distinct,
    plain(dip.Holder, scope.actor(claim.holder)),
    ...(principal === undefined ? [] : [{ ...plain(dip.Principal, scope.actor(principal)), inferred: true }]),
  ];
}

/** The claim's attribution steps, numbered from the publisher inwards. */
export function describeChain(scope: ArticleScope, claim: Claim): readonly Triple[] {
  const { iris } = scope;
  const hash = scope.claimHash(claim.id);
  return listSteps(scope, claim).flatMap((step, index) => {
    const node = iris.step(hash, index + 1);
    return [
      [iris.claim(hash), dip.attributionStep, node],
      ...describe(
        node,
        [dip.AttributionStep],
        [
          [dip.position, integerLiteral(index + 1)],
          [dip.role, step.role],
          [dip.agent, step.agent],
          [dip.inferred, booleanLiteral(step.inferred)],
          [prov.wasDerivedFrom, iris.article],
        ],
      ),
      ...describeSpans(scope, node, dip.cueSpan, step.cue),
      ...describeSpans(scope, node, dip.sourceSpan, step.source),
    ];
  });
}
