import type { Entity } from '../model/entity.ts';
import type { Extraction } from '../model/extraction.ts';
import type { LinkDecision } from '../model/link-decision.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { AntecedentWeights } from './antecedent-features.ts';
import { joinCluster } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { clusterDescribed } from './cluster-described.ts';
import { clusterPersons } from './cluster-persons.ts';
import { clusterThings } from './cluster-things.ts';
import { resolvePronouns } from './coreference.ts';
import { decidePerson } from './decide-person.ts';
import type { PersonDecision } from './decide-person.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { findPrincipal } from './principal.ts';
import type { UserEntities } from './read-entities.ts';
import { readRole } from './read-role.ts';
import type { RoleReading } from './read-role.ts';
import type { DocumentEvidence } from './score-person.ts';

/** What entities are linked to. */
export interface Registers {
  readonly gazetteer: Gazetteer;
  /** Entities of `data/entities/*.ttl`: they outrank the gazetteer. */
  readonly userEntities: UserEntities;
  /** Literal translations of names, lower case, with the name meant. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What antecedents of pronouns are weighed by. */
  readonly antecedents: AntecedentWeights;
}

const GAZETTEER = 'gazetteer';
const USER_ENTITIES = 'user-entities';
const NAME_LIST = 'name-list';

interface Draft {
  readonly cluster: Cluster;
  readonly label: string;
  readonly qid?: string;
  readonly iri?: string;
  readonly decision: Omit<LinkDecision, 'entity'>;
}

/** Leads mentions to entities and entities to registers. Whoever nothing confirms stays without a QID. */
export function linkEntities(extraction: Extraction, registers: Registers): LinkedExtraction {
  const { gazetteer, userEntities } = registers;
  const { persons, things, described } = clusterMentions(extraction, registers);
  const clusters = [...persons, ...things, ...described];
  resolvePronouns(extraction, clusters, registers.antecedents);
  const document = readRole(extraction.text.text, gazetteer);
  const drafts = clusters.map((cluster) =>
    cluster.type === 'person' && persons.includes(cluster)
      ? draftPerson(
          cluster,
          decidePerson(cluster, gazetteer, userEntities, evidenceFor(extraction, cluster, things, document)),
        )
      : draftThing(cluster),
  );
  return assemble(extraction, uniteSamePersons(extraction, drafts, gazetteer), gazetteer);
}

/** The clusters of everything but pronouns. */
export function clusterMentions(
  extraction: Extraction,
  registers: Omit<Registers, 'antecedents'>,
): Readonly<Record<'persons' | 'things' | 'described', Cluster[]>> {
  const { gazetteer } = registers;
  const persons = clusterPersons(extraction, gazetteer, gazetteer.genders);
  const things = clusterThings(extraction, registers);
  const described = clusterDescribed(extraction, persons, gazetteer, gazetteer.genders);
  return { persons, things, described };
}

/** What the document shows round a cluster: its states, and the organisations in the cluster's sentences. */
function evidenceFor(
  extraction: Extraction,
  cluster: Cluster,
  things: readonly Cluster[],
  document: RoleReading,
): DocumentEvidence {
  const { article, tokens } = extraction.text;
  const sentenceOf = (index: number): number => {
    const mention = extraction.mentions[index];
    return mention === undefined ? -1 : (tokens[mention.headToken]?.sentence ?? -1);
  };
  const sentences = new Set(cluster.mentions.map(sentenceOf));
  const states = new Set(document.states);
  const organisations: string[] = [];
  for (const thing of things) {
    if (thing.type !== 'organisation' && thing.type !== 'outlet') continue;
    if (!thing.mentions.some((index) => sentences.has(sentenceOf(index)))) continue;
    organisations.push(...(thing.thing?.names ?? []), ...thing.surfaces);
  }
  for (const role of cluster.roles) for (const state of role.states) states.add(state);
  return { states, organisations, ...(article.date === undefined ? {} : { date: article.date }) };
}

function draftPerson(cluster: Cluster, decision: PersonDecision): Draft {
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

function draftThing(cluster: Cluster): Draft {
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

/** Two clusters that lead to one register entry are one entity: two garbled spellings of a name. */
function uniteSamePersons(extraction: Extraction, drafts: readonly Draft[], gazetteer: Gazetteer): Draft[] {
  const byIdentity = new Map<string, Draft>();
  const kept: Draft[] = [];
  for (const draft of drafts) {
    const identity = draft.qid ?? draft.iri;
    const known = identity === undefined ? undefined : byIdentity.get(identity);
    if (known === undefined) {
      if (identity !== undefined) byIdentity.set(identity, draft);
      kept.push(draft);
      continue;
    }
    for (const index of draft.cluster.mentions) {
      const mention = extraction.mentions[index];
      if (mention !== undefined)
        joinCluster(extraction, known.cluster, mention, gazetteer, gazetteer.genders);
    }
  }
  return kept;
}

/** The person whose spokesperson, envoy or minister the cluster is: “Angela Merkel's spokesperson, Steffen Seibert”. */
function findPatron<Named extends { readonly cluster: Cluster }>(
  cluster: Cluster,
  drafts: readonly Named[],
): Named | undefined {
  const title = cluster.title?.replace(/’/g, "'") ?? '';
  const isSpokesman = cluster.roles.some((role) => role.speaksForOthers);
  if (cluster.type !== 'person' || !isSpokesman) return undefined;
  return drafts.find(
    (draft) =>
      draft.cluster !== cluster &&
      draft.cluster.type === 'person' &&
      draft.cluster.surfaces.some(
        (name) =>
          title.includes(`${name}'s `) || title.endsWith(`of ${name}`) || title.endsWith(`for ${name}`),
      ),
  );
}

/** Whether a person is known by office alone: “the Russian foreign minister”. */
function isDescribed(extraction: Extraction, cluster: Cluster): boolean {
  const isNamed = cluster.mentions.some((index) => extraction.mentions[index]?.kind === 'name');
  return cluster.type === 'person' && cluster.roles.length > 0 && !isNamed;
}

/** Numbers the entities in order of first mention and names their principals. */
function assemble(extraction: Extraction, drafts: readonly Draft[], gazetteer: Gazetteer): LinkedExtraction {
  const sorted = drafts
    .filter((draft) => draft.cluster.mentions.length > 0)
    .map((draft) => ({
      draft,
      first: draft.cluster.mentions.reduce((least, index) => Math.min(least, index), Infinity),
    }))
    .sort((left, right) => left.first - right.first)
    .map(({ draft }, index) => ({ ...draft, id: `e${index + 1}` }));
  const entities: Entity[] = [];
  const entityOfMention: (string | undefined)[] = extraction.mentions.map(() => undefined);
  const decisions: LinkDecision[] = [];
  const added: ThingRecord[] = [];
  const idOfState = (thing: ThingRecord): string => {
    const known = sorted.find((draft) => draft.cluster.thing?.key === thing.key);
    if (known !== undefined) return known.id;
    if (!added.includes(thing)) added.push(thing);
    return `e${sorted.length + added.indexOf(thing) + 1}`;
  };
  for (const draft of sorted) {
    const { cluster, id, label } = draft;
    const mentions = [...new Set(cluster.mentions)].sort((left, right) => left - right);
    for (const index of mentions) entityOfMention[index] = id;
    const role = cluster.title ?? (isDescribed(extraction, cluster) ? cluster.surfaces[0] : undefined);
    const principal = findPrincipal(cluster, gazetteer);
    const principalId = principal === undefined ? findPatron(cluster, sorted)?.id : idOfState(principal);
    entities.push({
      id,
      label,
      type: cluster.type,
      ...(draft.qid === undefined ? {} : { qid: draft.qid }),
      ...(draft.iri === undefined ? {} : { iri: draft.iri }),
      mentions,
      altLabels: cluster.surfaces.filter((surface) => surface !== label),
      ...(principalId === undefined || principalId === id ? {} : { principal: principalId }),
      ...(role === undefined ? {} : { role }),
    });
    decisions.push({ entity: id, ...draft.decision });
  }
  for (const [index, thing] of added.entries()) {
    const id = `e${sorted.length + index + 1}`;
    const identity = thing.qid === undefined ? {} : { qid: thing.qid };
    entities.push({ id, label: thing.label, type: thing.type, ...identity, mentions: [], altLabels: [] });
    decisions.push({
      entity: id,
      judgement: thing.qid === undefined ? 'nil' : 'linked',
      ...identity,
      score: thing.qid === undefined ? 0 : 0.95,
      evidence: ['named in the words of an office'],
      method: NAME_LIST,
    });
  }
  return { ...extraction, entities, entityOfMention, decisions };
}
