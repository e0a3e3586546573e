import type { NamedNode, Quad } from '@rdfjs/types';
import type { Judgement } from '../../model/link-decision.ts';
import { compareCodeUnits } from '../../rdf/compare-code-units.ts';
import { qidOf } from '../../rdf/iris.ts';
import { dip, org, prov, rdf, schema, skos } from '../../rdf/vocabulary.ts';
import type { Identity } from './identity.ts';
import { NOTHING, readNodes, valuesOf } from './node-properties.ts';
import type { Properties } from './node-properties.ts';
import { readMentions } from './read-mentions.ts';

const TYPES: readonly (readonly [NamedNode, string])[] = [
  [schema.Person, 'person'],
  [dip.State, 'state'],
  [schema.Organization, 'organisation'],
  [schema.Place, 'place'],
  [dip.Group, 'group'],
  [dip.Outlet, 'outlet'],
];

const JUDGEMENTS: ReadonlyMap<string, Judgement> = new Map([
  [dip.Linked.value, 'linked'],
  [dip.NotLinked.value, 'nil'],
  [dip.ForReview.value, 'review'],
]);

function countClaims(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const [, node] of nodes) {
    if (!valuesOf(node, rdf.type).includes(dip.Claim.value)) continue;
    const parties = new Set(
      [dip.holder, dip.speaker, dip.onBehalfOf].flatMap((role) => valuesOf(node, role)),
    );
    for (const actor of parties) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  }
  return counts;
}

function offices(nodes: ReadonlyMap<string, Properties>): ReadonlyMap<string, ReadonlySet<string>> {
  const byActor = new Map<string, Set<string>>();
  for (const [, node] of nodes) {
    for (const office of valuesOf(node, dip.office)) {
      for (const actor of valuesOf(node, org.member)) {
        byActor.set(actor, (byActor.get(actor) ?? new Set()).add(office));
      }
    }
  }
  return byActor;
}

interface Decision {
  readonly node: Properties;
  readonly score: number;
  readonly judgement: Judgement;
  readonly on: string;
}

/** The outcomes, the one that most needs a look first. */
const RANKS: readonly Judgement[] = ['review', 'nil', 'linked'];

/** The decision that tells most: a person's latest, else the one of the least certain outcome. */
function chooseDecision(decisions: readonly Decision[]): Decision | undefined {
  const byPersons = decisions.filter(({ on }) => on !== '');
  if (byPersons.length > 0)
    return byPersons.toSorted((left, right) => compareCodeUnits(right.on, left.on))[0];
  return decisions.toSorted(
    (left, right) =>
      RANKS.indexOf(left.judgement) - RANKS.indexOf(right.judgement) || left.score - right.score,
  )[0];
}

/** The actors of a graph with their decisions and mentions, in code-unit order of their IRIs. */
export function readIdentities(quads: readonly Quad[]): readonly Identity[] {
  const nodes = readNodes(quads);
  const mentions = readMentions(nodes);
  const claims = countClaims(nodes);
  const officesOf = offices(nodes);
  const decisions = new Map<string, Decision[]>();
  for (const [, node] of nodes) {
    for (const actor of valuesOf(node, dip.decisionOn)) {
      const decision = {
        node,
        score: Number(valuesOf(node, dip.score)[0] ?? 0),
        judgement: JUDGEMENTS.get(valuesOf(node, dip.judgement)[0] ?? '') ?? 'nil',
        on: valuesOf(node, prov.generatedAtTime)[0] ?? '',
      };
      const known = decisions.get(actor);
      if (known === undefined) decisions.set(actor, [decision]);
      else known.push(decision);
    }
  }
  const identities: Identity[] = [];
  for (const [actor, own] of decisions) {
    const node = nodes.get(actor) ?? NOTHING;
    const decision = chooseDecision(own);
    if (decision === undefined || !valuesOf(node, rdf.type).includes(dip.Actor.value)) continue;
    identities.push({
      ...describeActor(actor, node),
      ...describeDecision(decision, node),
      offices: [...(officesOf.get(actor) ?? [])].toSorted(compareCodeUnits),
      mentions: (mentions.get(actor) ?? []).toSorted(
        (left, right) => compareCodeUnits(left.article, right.article) || left.start - right.start,
      ),
      claims: claims.get(actor) ?? 0,
    });
  }
  return identities.toSorted((left, right) => compareCodeUnits(left.actor, right.actor));
}

function describeActor(
  actor: string,
  node: Properties,
): Pick<Identity, 'actor' | 'label' | 'names' | 'type'> {
  const types = valuesOf(node, rdf.type);
  const [label = actor, ...otherLabels] = valuesOf(node, skos.prefLabel);
  const names = new Set([...otherLabels, ...valuesOf(node, skos.altLabel)]);
  names.delete(label);
  return {
    actor,
    label,
    names: [...names].toSorted(compareCodeUnits),
    type: TYPES.find(([term]) => types.includes(term.value))?.[1] ?? 'other',
  };
}

type Outcome = Pick<
  Identity,
  'qid' | 'judgement' | 'score' | 'candidate' | 'runnerUp' | 'reasons' | 'foundBy' | 'decided'
>;

function describeDecision({ node, judgement, score, on }: Decision, actor: Properties): Outcome {
  const candidate = qidOf(valuesOf(node, dip.candidate)[0] ?? '');
  const qid =
    judgement === 'linked'
      ? (candidate ?? valuesOf(actor, schema.sameAs).flatMap((iri) => qidOf(iri) ?? [])[0])
      : undefined;
  const second = qidOf(valuesOf(node, dip.runnerUp)[0] ?? '');
  const [foundBy = ''] = valuesOf(node, dip.foundBy);
  return {
    ...(qid === undefined ? {} : { qid }),
    judgement,
    score,
    ...(judgement === 'linked' || candidate === undefined ? {} : { candidate }),
    ...(second === undefined
      ? {}
      : {
          runnerUp: {
            qid: second,
            label: valuesOf(node, dip.runnerUpLabel)[0] ?? '',
            score: Number(valuesOf(node, dip.runnerUpScore)[0] ?? 0),
          },
        }),
    reasons: [...valuesOf(node, dip.reason)].toSorted(compareCodeUnits),
    foundBy,
    ...(on === '' ? {} : { decided: { by: foundBy, on } }),
  };
}
