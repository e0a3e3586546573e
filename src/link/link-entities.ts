import type { Entity } from '../model/entity.ts';
import type { Extraction } from '../model/extraction.ts';
import type { LinkDecision } from '../model/link-decision.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { AntecedentWeights } from './antecedent-features.ts';
import { joinCluster, surfaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { clusterDescribed } from './cluster-described.ts';
import { clusterPersons } from './cluster-persons.ts';
import { clusterThings } from './cluster-things.ts';
import { resolvePronouns } from './coreference.ts';
import { decidePerson } from './decide-person.ts';
import { draftPerson, draftThing, NAME_LIST } from './draft-entity.ts';
import type { EntityDraft } from './draft-entity.ts';
import { withMembers } from './find-members.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { resolveOwnStates } from './own-state.ts';
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

/** Leads mentions to entities and entities to registers. Whoever nothing confirms stays without a QID. */
export function linkEntities(given: Extraction, registers: Registers): LinkedExtraction {
  const { gazetteer, userEntities } = registers;
  const extraction = withOwnTypes(given, userEntities);
  const { persons, things, described, document } = clusterMentions(extraction, registers);
  const found = [...persons, ...things, ...described];
  resolvePronouns(extraction, found, registers.antecedents);
  const clusters = resolveOwnStates(extraction, found, gazetteer);
  const named = new Set(persons);
  const bodies = bodiesBySentence(extraction, things);
  const drafts = clusters.map((cluster) =>
    cluster.type === 'person' && named.has(cluster)
      ? draftPerson(
          cluster,
          decidePerson(cluster, gazetteer, userEntities, evidenceFor(extraction, cluster, bodies, document)),
        )
      : draftThing(cluster),
  );
  return assemble(extraction, uniteSamePersons(extraction, drafts, gazetteer), gazetteer);
}

/** A name that an entity file gives to a place or a body is no person's: “Crimea has always been Russian”. */
function withOwnTypes(extraction: Extraction, { things }: UserEntities): Extraction {
  const types = new Map(things.flatMap(({ names, type }) => names.map((name) => [name, type] as const)));
  const mentions = extraction.mentions.map((mention) => {
    const type = types.get(surfaceOf(extraction, mention));
    const isMistaken = mention.kind === 'name' && mention.type === 'person' && mention.title === undefined;
    return isMistaken && type !== undefined ? { ...mention, type } : mention;
  });
  return { ...extraction, mentions };
}

/** The clusters of everything but pronouns, and what the text shows read as words of office. */
export function clusterMentions(
  extraction: Extraction,
  registers: Omit<Registers, 'antecedents'>,
): Readonly<Record<'persons' | 'things' | 'described', Cluster[]>> & { readonly document: RoleReading } {
  const { gazetteer } = registers;
  const document = readRole(extraction.text.text, gazetteer);
  const persons = clusterPersons(extraction, gazetteer, gazetteer.genders);
  const things = clusterThings(extraction, { ...registers, document });
  const described = clusterDescribed(extraction, persons, gazetteer, gazetteer.genders);
  return { persons, things, described, document };
}

function sentenceOf({ mentions, text }: Extraction, index: number): number {
  return text.tokens[mentions[index]?.headToken ?? -1]?.sentence ?? -1;
}

/** Organisations and outlets by the sentences that mention them. */
function bodiesBySentence(
  extraction: Extraction,
  things: readonly Cluster[],
): ReadonlyMap<number, ReadonlySet<Cluster>> {
  const bodies = new Map<number, Set<Cluster>>();
  for (const thing of things) {
    if (thing.type !== 'organisation' && thing.type !== 'outlet') continue;
    for (const index of thing.mentions) {
      const sentence = sentenceOf(extraction, index);
      const known = bodies.get(sentence);
      if (known === undefined) bodies.set(sentence, new Set([thing]));
      else known.add(thing);
    }
  }
  return bodies;
}

/** What the document shows round a cluster: its states, and the organisations in the cluster's sentences. */
function evidenceFor(
  extraction: Extraction,
  cluster: Cluster,
  bodies: ReadonlyMap<number, ReadonlySet<Cluster>>,
  document: RoleReading,
): DocumentEvidence {
  const { article } = extraction.text;
  const sentences = new Set(cluster.mentions.map((index) => sentenceOf(extraction, index)));
  const states = new Set(document.states);
  const near = new Set([...sentences].flatMap((sentence) => [...(bodies.get(sentence) ?? [])]));
  const organisations = [...near].flatMap(({ thing, surfaces }) => [...(thing?.names ?? []), ...surfaces]);
  for (const role of cluster.roles) for (const state of role.states) states.add(state);
  const classes = new Set(document.classes);
  return { states, classes, organisations, ...(article.date === undefined ? {} : { date: article.date }) };
}

/** Two clusters that lead to one register entry are one entity: two garbled spellings of a name. */
function uniteSamePersons(
  extraction: Extraction,
  drafts: readonly EntityDraft[],
  gazetteer: Gazetteer,
): EntityDraft[] {
  const byIdentity = new Map<string, EntityDraft>();
  const kept: EntityDraft[] = [];
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
function assemble(
  extraction: Extraction,
  drafts: readonly EntityDraft[],
  gazetteer: Gazetteer,
): LinkedExtraction {
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
  const idOfThing = new Map<string, string>();
  for (const { cluster, id } of sorted)
    if (cluster.thing !== undefined && !idOfThing.has(cluster.thing.key))
      idOfThing.set(cluster.thing.key, id);
  const idOfState = (thing: ThingRecord): string => {
    const known = idOfThing.get(thing.key);
    if (known !== undefined) return known;
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
  const joined = entities.map((entity) => withMembers(extraction, entity, entities, entityOfMention));
  return { ...extraction, entities: joined, entityOfMention, decisions };
}
