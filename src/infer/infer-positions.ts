import type { Quad } from '@rdfjs/types';
import { distinctQuads } from '../rdf/distinct-quads.ts';
import { DEFAULT_BASE, inferredGraphIri } from '../rdf/iris.ts';
import { integerLiteral, namedNode, quad, typedLiteral } from '../rdf/terms.ts';
import { dip } from '../rdf/vocabulary.ts';
import { applyRule, indexTriples } from './apply-rule.ts';
import type { PlainTriple } from './claim-fact.ts';
import { derivePositions } from './derive-positions.ts';
import type { Principals } from './derive-positions.ts';
import {
  describeChangePhrase,
  describeNearDuplicate,
  describePosition,
  describeReport,
} from './describe-inferred.ts';
import { findNearDuplicates } from './find-near-duplicates.ts';
import { groupReports } from './group-reports.ts';
import type { InferenceRule, RuleLevel } from './inference-rule.ts';
import type { Facts } from './read-facts.ts';

/** What inference needs besides the facts. */
export interface InferenceOptions {
  readonly rules: readonly InferenceRule[];
  readonly base?: string;
}

function applyRules(
  level: RuleLevel,
  quads: readonly Quad[],
  { rules, base }: InferenceOptions,
): readonly Quad[] {
  const index = indexTriples(quads);
  const graph = inferredGraphIri(base);
  return rules
    .filter(({ from }) => from === level)
    .flatMap((rule) => applyRule(rule, index))
    .map(({ subject, predicate, object }) =>
      predicate.termType === 'NamedNode' ? [quad(subject, predicate, object, graph)] : [],
    )
    .flat();
}

function toQuad({ subject, predicate, object, datatype }: PlainTriple): Quad {
  const value = datatype === undefined ? namedNode(object) : typedLiteral(object, namedNode(datatype));
  return quad(namedNode(subject), namedNode(predicate), value);
}

function readPrincipals(quads: readonly Quad[]): Principals {
  const principals = new Map<string, readonly string[]>();
  for (const { subject, predicate, object } of quads) {
    if (!predicate.equals(dip.countsFor)) continue;
    principals.set(subject.value, [...(principals.get(subject.value) ?? []), object.value].toSorted());
  }
  return principals;
}

/**
 * All that follows from the claims, as the quads of the graph `{base}graph/inferred`: reports told from copies,
 * positions over time, their changes, conflicts and agreements. The claims stay as they are; the same claims give the
 * same quads. Rules see the claims of holders by office, then the positions; grouping of texts and the order of time
 * are code (`groupReports`, `takeSides`).
 */
export function inferPositions(facts: Facts, options: InferenceOptions): readonly Quad[] {
  const base = options.base ?? DEFAULT_BASE;
  const graph = inferredGraphIri(base);
  const counted = applyRules('claims', facts.triples.map(toQuad), options);
  const reports = groupReports(facts.claims);
  const positions = derivePositions(reports, readPrincipals(counted), base);
  const described = [
    ...positions.flatMap((position) => describePosition(position, graph)),
    ...facts.claims.flatMap((claim) => describeChangePhrase(claim, graph)),
  ];
  const polarities = positions.flatMap(({ dissenting }) =>
    dissenting.map(({ fact }) => quad(namedNode(fact.claim), dip.polarity, integerLiteral(fact.polarity))),
  );
  const concluded = applyRules('positions', [...described, ...polarities], options);
  return distinctQuads([
    ...counted,
    ...described,
    ...reports.flatMap((report) => describeReport(report, base)),
    ...findNearDuplicates(facts.articles).flatMap((found) => describeNearDuplicate(found, graph)),
    ...concluded,
  ]);
}
