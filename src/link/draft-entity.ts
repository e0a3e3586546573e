import type { LinkDecision } from '../model/link-decision.ts';
import type { Cluster } from './cluster.ts';
import type { PersonDecision } from './decide-person.ts';
import type { ThingRecord } from './gazetteer.ts';

const GAZETTEER = 'gazetteer';
const USER_ENTITIES = 'user-entities';
/** The method by which a name of the lists is linked. */
export const NAME_LIST = 'name-list';

/** A cluster with what it was led to. */
export interface EntityDraft {
  readonly cluster: Cluster;
  readonly label: string;
  readonly qid?: string;
  readonly iri?: string;
  readonly decision: Omit<LinkDecision, 'entity'>;
}

/** The entity of a person's cluster as it was decided. */
export function draftPerson(cluster: Cluster, decision: PersonDecision): EntityDraft {
  const { best, second, judgement } = decision;
  const runnerUp =
    second?.person.qid === undefined
      ? {}
      : { runnerUp: { qid: second.person.qid, label: second.person.label, score: round(second.score) } };
  const isLinked = judgement === 'linked' && best !== undefined;
  // Who waits for a person's decision needs the candidate by name.
  const candidate = judgement === 'review' ? best?.person : undefined;
  const evidence = [
    ...(candidate === undefined ? [] : [`best candidate: ${candidate.label}`]),
    ...(best?.evidence ?? []),
    ...(decision.reason === '' ? [] : [decision.reason]),
  ];
  const person = isLinked ? best.person : undefined;
  return {
    cluster,
    label: person?.label ?? longest(cluster.surfaces),
    ...(person?.qid === undefined ? {} : { qid: person.qid }),
    ...(person?.iri === undefined ? {} : { iri: person.iri }),
    decision: {
      judgement,
      ...((person ?? candidate)?.qid === undefined ? {} : { qid: (person ?? candidate)?.qid ?? '' }),
      score: round(best?.score ?? 0),
      ...runnerUp,
      evidence,
      method: person?.iri === undefined ? GAZETTEER : USER_ENTITIES,
    },
  };
}

/** The entity of a state, organisation, place or description. */
export function draftThing(cluster: Cluster): EntityDraft {
  const { thing } = cluster;
  if (thing === undefined) {
    return {
      cluster,
      label: longest(cluster.surfaces),
      decision: { judgement: 'nil', score: 0, evidence: ['no candidate'], method: GAZETTEER },
    };
  }
  const isLinked = thing.qid !== undefined || thing.iri !== undefined;
  return {
    cluster,
    label: thing.label,
    ...(thing.qid === undefined ? {} : { qid: thing.qid }),
    ...(thing.iri === undefined ? {} : { iri: thing.iri }),
    decision: {
      judgement: isLinked ? 'linked' : 'nil',
      ...(thing.qid === undefined ? {} : { qid: thing.qid }),
      score: isLinked ? scoreThing(thing, cluster) : 0,
      evidence: [`listed name of the ${thing.type}`, ...(isLinked ? [] : ['no source confirms a QID'])],
      method: thing.iri === undefined ? NAME_LIST : USER_ENTITIES,
    },
  };
}

/** A listed name is nearly certain; one word shared by places is less so. */
function scoreThing(thing: ThingRecord, cluster: Cluster): number {
  if (thing.type === 'place') return 0.85;
  return cluster.surfaces.some((surface) => surface === thing.label) ? 0.98 : 0.95;
}

function longest(surfaces: readonly string[]): string {
  return surfaces.reduce(
    (best, surface) => (surface.length > best.length ? surface : best),
    surfaces[0] ?? '',
  );
}

function round(score: number): number {
  return Math.round(score * 1000) / 1000;
}
