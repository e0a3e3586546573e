import type { NamedNode, Quad } from '@rdfjs/types';
import type { Span } from '../model/span.ts';
import type { UserDecision } from '../model/user-decision.ts';
import {
  DEFAULT_BASE,
  identityGraphIri,
  qidOf,
  reviewGraphIri,
  shortHash,
  wikidataItem,
} from '../rdf/iris.ts';
import { decimalLiteral, namedNode, stringLiteral, typedLiteral } from '../rdf/terms.ts';
import { dip, prov, rdf, schema, skos, xsd } from '../rdf/vocabulary.ts';
import { JUDGEMENT_TERMS } from './concepts.ts';
import { indexNodes } from './node-index.ts';
import { describe, placeInGraph, whenDefined } from './triple.ts';
import type { Triple } from './triple.ts';

function mentionIri(article: string, { start, end }: Span, base: string): NamedNode {
  return namedNode(`${base}mention/${article}/${start}-${end}`);
}

function describeUserDecision(decision: UserDecision, base: string): readonly Triple[] {
  const { actor, article, judgement, qid, label, by, on, note } = decision;
  const mentions = decision.mentions.map((span) => mentionIri(article, span, base));
  const name = shortHash([
    actor,
    article,
    judgement,
    qid ?? '',
    by,
    on,
    ...mentions.map((node) => node.value),
  ]);
  return describe(
    namedNode(`${base}decision/user/${name}`),
    [dip.LinkDecision, prov.Entity],
    [
      [dip.decisionOn, namedNode(actor)],
      [dip.judgement, JUDGEMENT_TERMS[judgement]],
      [dip.candidate, whenDefined(qid, wikidataItem)],
      [dip.score, decimalLiteral(1)],
      [dip.foundBy, stringLiteral(by)],
      [dip.reason, whenDefined(note, stringLiteral)],
      [skos.prefLabel, stringLiteral(label)],
      [prov.generatedAtTime, typedLiteral(on, xsd.dateTime)],
      [prov.wasDerivedFrom, [namedNode(`${base}article/${article}`), ...mentions]],
    ],
  );
}

/** Decisions of persons as quads of the review graph `{base}graph/review`, to which is only ever added. */
export function encodeUserDecisions(
  decisions: readonly UserDecision[],
  base: string = DEFAULT_BASE,
): readonly Quad[] {
  const triples = decisions.flatMap((decision) => describeUserDecision(decision, base));
  return placeInGraph(triples, reviewGraphIri(base));
}

const PROPERTIES = [
  rdf.type,
  dip.decisionOn,
  dip.judgement,
  dip.candidate,
  dip.foundBy,
  dip.reason,
  skos.prefLabel,
  prov.generatedAtTime,
  prov.wasDerivedFrom,
];

const MENTION = /\/mention\/([0-9a-f]{16})\/(\d+)-(\d+)$/u;

/** The decisions of persons that a review graph holds, in the order of their times. */
export function readUserDecisions(
  quads: readonly Quad[],
  base: string = DEFAULT_BASE,
): readonly UserDecision[] {
  const review = reviewGraphIri(base);
  const index = indexNodes(
    quads.filter(({ graph }) => graph.equals(review)),
    PROPERTIES,
  );
  const decisions: UserDecision[] = [];
  for (const node of index.having(dip.decisionOn)) {
    const text = (property: NamedNode): string | undefined => index.values(node, property)[0]?.value;
    const isLinked = text(dip.judgement) === dip.Linked.value;
    const found = index
      .values(node, prov.wasDerivedFrom)
      .flatMap(({ value }) => [MENTION.exec(value) ?? []].filter((match) => match.length > 0));
    const mentions = found
      .map(([, , start, end]) => ({ start: Number(start), end: Number(end) }))
      .toSorted((left, right) => left.start - right.start || left.end - right.end);
    const qid = qidOf(text(dip.candidate) ?? '');
    const note = text(dip.reason);
    decisions.push({
      article: found[0]?.[1] ?? '',
      actor: text(dip.decisionOn) ?? '',
      mentions,
      judgement: isLinked ? 'linked' : 'nil',
      ...(isLinked && qid !== undefined ? { qid } : {}),
      label: text(skos.prefLabel) ?? '',
      by: text(dip.foundBy) ?? '',
      on: text(prov.generatedAtTime) ?? '',
      ...(note === undefined ? {} : { note }),
    });
  }
  return decisions.toSorted((left, right) =>
    left.on === right.on ? (left.actor < right.actor ? -1 : 1) : left.on < right.on ? -1 : 1,
  );
}

/** Those of the decisions that no later one on a mention of theirs has replaced. `decisions` stand in order of time. */
export function decisionsInForce(decisions: readonly UserDecision[]): readonly UserDecision[] {
  return decisions.filter((decision, place) => {
    const spans = new Set(decision.mentions.map(({ start, end }) => `${start}-${end}`));
    return !decisions
      .slice(place + 1)
      .some(
        (later) =>
          later.article === decision.article &&
          later.mentions.some(({ start, end }) => spans.has(`${start}-${end}`)),
      );
  });
}

/**
 * The identities that decisions of persons give to actors of single articles, as `schema:sameAs` in the graph
 * `{base}graph/identity`: an actor keeps it under the IRI that it bore before a build gave it a shared one.
 * An actor that is shared already stands for its own item; a correction of it moves the mentions at the next build.
 */
export function encodeDecidedIdentities(
  decisions: readonly UserDecision[],
  base: string = DEFAULT_BASE,
): readonly Quad[] {
  const triples = decisionsInForce(decisions).flatMap(({ actor, qid }): readonly Triple[] => {
    const isShared = /^Q\d+$/u.test(actor.slice(`${base}actor/`.length));
    return qid === undefined || isShared ? [] : [[namedNode(actor), schema.sameAs, wikidataItem(qid)]];
  });
  return placeInGraph(triples, identityGraphIri(base));
}
