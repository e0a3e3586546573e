import type { NamedNode, Quad, Quad_Object } from '@rdfjs/types';
import { inferredGraphIri, shortHash } from '../rdf/iris.ts';
import {
  booleanLiteral,
  integerLiteral,
  namedNode,
  quad,
  stringLiteral,
  typedLiteral,
} from '../rdf/terms.ts';
import { dip, edtf, prov, rdf } from '../rdf/vocabulary.ts';
import type { ClaimFact } from './claim-fact.ts';
import type { Position } from './derive-positions.ts';
import type { NearDuplicate } from './find-near-duplicates.ts';
import { groupBy } from '../rdf/group-by.ts';
import type { ReportGroup } from './group-reports.ts';
import type { Bearing } from './take-sides.ts';

type Properties = readonly (readonly [NamedNode, Quad_Object | readonly Quad_Object[] | undefined])[];

function describe(subject: string, properties: Properties, graph: NamedNode): readonly Quad[] {
  const node = namedNode(subject);
  return properties.flatMap(([predicate, value]) => {
    if (value === undefined) return [];
    const objects = 'termType' in value ? [value] : value;
    return objects.map((object) => quad(node, predicate, object, graph));
  });
}

const time = (value: string | undefined): Quad_Object | undefined =>
  value === undefined ? undefined : typedLiteral(value, edtf.EDTF);

const claimNodes = (bearings: readonly Bearing[]): readonly NamedNode[] =>
  bearings.map(({ fact }) => namedNode(fact.claim));

const optionalNode = (iri: string | undefined): NamedNode | undefined =>
  iri === undefined ? undefined : namedNode(iri);

/** The stance that weighs most among the supporting claims, each report once. */
function heaviestStance({ supporting }: Position): NamedNode | undefined {
  const weights = [...groupBy(supporting, ({ fact }) => fact.stance)].map(([stance, claims]) => {
    const reports = groupBy(claims, ({ report }) => String(report));
    const sure = [...reports.values()].map((copies) =>
      Math.max(...copies.map(({ fact }) => fact.confidence)),
    );
    return { stance, weight: sure.reduce((sum, one) => sum + one, 0) };
  });
  const [best] = weights.toSorted(
    (left, right) => right.weight - left.weight || (left.stance < right.stance ? -1 : 1),
  );
  return optionalNode(best?.stance);
}

/** A position with its claims. */
export function describePosition(position: Position, graph: NamedNode): readonly Quad[] {
  const { iri, actor, issue, polarity, supporting } = position;
  return describe(
    iri,
    [
      [rdf.type, [dip.Position, prov.Entity]],
      [dip.heldBy, namedNode(actor)],
      [dip.towards, namedNode(issue)],
      [dip.heldPolarity, integerLiteral(polarity)],
      [dip.heldStance, heaviestStance(position)],
      [dip.supportingClaim, claimNodes(supporting)],
      [dip.dissentingClaim, claimNodes(position.dissenting)],
      [dip.neutralClaim, claimNodes(position.neutral)],
      [dip.ownVoiceClaim, claimNodes(position.ownVoice)],
      [dip.since, time(position.since)],
      [dip.lastReported, time(position.lastReported)],
      [dip.until, time(position.until)],
      [dip.previousPosition, optionalNode(position.previous)],
      [dip.representedBy, optionalNode(position.representedBy)],
      [dip.byOffice, booleanLiteral(position.isByOffice)],
      [dip.reportCount, integerLiteral(new Set(supporting.map(({ report }) => report)).size)],
      [dip.articleCount, integerLiteral(new Set(supporting.map(({ fact }) => fact.article)).size)],
    ],
    graph,
  );
}

/** A report that several articles carry; what one article has alone needs no node. */
export function describeReport({ holder, issue, claims }: ReportGroup, base: string): readonly Quad[] {
  if (new Set(claims.map(({ article }) => article)).size < 2) return [];
  const iri = `${base}report/${shortHash(
    claims
      .map(({ claim }) => claim)
      .toSorted()
      .slice(0, 1),
  )}`;
  return describe(
    iri,
    [
      [rdf.type, [dip.Report, prov.Entity]],
      [
        dip.heldBy,
        holder === dip.articleVoice.value || holder === dip.unattributed.value
          ? undefined
          : namedNode(holder),
      ],
      [dip.towards, namedNode(issue)],
      [dip.carriesClaim, claims.map(({ claim }) => namedNode(claim))],
    ],
    inferredGraphIri(base),
  );
}

/** The words of a claim that say that a position changed. */
export function describeChangePhrase({ claim, changePhrase }: ClaimFact, graph: NamedNode): readonly Quad[] {
  return changePhrase === undefined
    ? []
    : describe(claim, [[dip.changePhrase, stringLiteral(changePhrase)]], graph);
}

/** An article as a copy of another. */
export function describeNearDuplicate({ copy, original }: NearDuplicate, graph: NamedNode): readonly Quad[] {
  return describe(copy, [[dip.nearDuplicateOf, namedNode(original)]], graph);
}
