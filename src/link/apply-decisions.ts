import type { Entity } from '../model/entity.ts';
import type { LinkDecision } from '../model/link-decision.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { sliceText } from '../model/span.ts';
import type { UserDecision } from '../model/user-decision.ts';

/** How the decisions of persons are named as a method. */
export const USER = 'user';

/**
 * The entities as persons decided: each decision counts for the entity that most of its mentions lead to, a later one
 * before an earlier one. Entities that were decided to be one item become one entity. A decision none of whose
 * mentions is found any more changes nothing.
 */
export function applyDecisions(
  linked: LinkedExtraction,
  decisions: readonly UserDecision[],
): LinkedExtraction {
  const inOrder = [...decisions].sort((left, right) => compare(left.on, right.on));
  const decided = new Map<string, UserDecision>();
  for (const decision of inOrder) {
    const entity = findEntity(linked, decision);
    if (entity !== undefined) decided.set(entity.id, decision);
  }
  if (decided.size === 0) return linked;
  const entities = linked.entities.map((entity) => decideEntity(linked, entity, decided.get(entity.id)));
  const replaced = linked.decisions.map((decision) => overrule(decision, decided.get(decision.entity)));
  return uniteItems({ ...linked, entities, decisions: replaced }, new Set(decided.keys()));
}

function compare(left: string, right: string): number {
  if (left === right) return 0;
  return left < right ? -1 : 1;
}

function findEntity(linked: LinkedExtraction, decision: UserDecision): Entity | undefined {
  const spans = new Set(decision.mentions.map(({ start, end }) => `${start}-${end}`));
  const counts = new Map<string, number>();
  for (const mention of linked.mentions) {
    const entity = linked.entityOfMention[mention.index];
    if (entity === undefined || !spans.has(`${mention.start}-${mention.end}`)) continue;
    // A pronoun tells little: the next version of the software may lead it elsewhere.
    counts.set(entity, (counts.get(entity) ?? 0) + (mention.kind === 'pronoun' ? 0.1 : 1));
  }
  const most = Math.max(0, ...counts.values());
  return linked.entities.find(({ id }) => most > 0 && counts.get(id) === most);
}

function decideEntity(linked: LinkedExtraction, entity: Entity, decision: UserDecision | undefined): Entity {
  if (decision === undefined) return entity;
  const { qid: _qid, iri: _iri, ...own } = entity;
  const label = decision.judgement === 'linked' ? decision.label : longestName(linked, entity);
  const altLabels = [entity.label, ...entity.altLabels].filter(
    (name) => name !== label && (entity.altLabels.includes(name) || occurs(linked, entity, name)),
  );
  return { ...own, label, altLabels, ...(decision.qid === undefined ? {} : { qid: decision.qid }) };
}

function textsOf(linked: LinkedExtraction, entity: Entity): string[] {
  return entity.mentions.flatMap((index) => {
    const mention = linked.mentions[index];
    if (mention === undefined || mention.kind === 'pronoun') return [];
    return [sliceText(linked.text.text, mention).replace(/\s+/g, ' ')];
  });
}

function occurs(linked: LinkedExtraction, entity: Entity, name: string): boolean {
  return textsOf(linked, entity).includes(name);
}

/** Who is nobody in Wikidata is called as the article calls him, not as the register does. */
function longestName(linked: LinkedExtraction, entity: Entity): string {
  return textsOf(linked, entity).reduce(
    (best, name) => (name.length > best.length ? name : best),
    entity.altLabels[0] ?? '',
  );
}

function overrule(decision: LinkDecision, user: UserDecision | undefined): LinkDecision {
  if (user === undefined) return decision;
  const { qid: _qid, runnerUp: _runnerUp, ...rest } = decision;
  return {
    ...rest,
    judgement: user.judgement,
    ...(user.qid === undefined ? {} : { qid: user.qid }),
    score: 1,
    evidence: [`decided by ${user.by} on ${user.on}`, ...(user.note === undefined ? [] : [user.note])],
    method: USER,
  };
}

/** Entities that a decision made the same item become one, under the id of the first. */
function uniteItems(linked: LinkedExtraction, decided: ReadonlySet<string>): LinkedExtraction {
  const home = new Map<string, string>();
  for (const entity of linked.entities) {
    const first = linked.entities.find((other) => other.qid !== undefined && other.qid === entity.qid);
    const isTouched = first !== undefined && (decided.has(first.id) || decided.has(entity.id));
    home.set(entity.id, isTouched ? first.id : entity.id);
  }
  const homeOf = (id: string): string => home.get(id) ?? id;
  const entities = linked.entities
    .filter(({ id }) => homeOf(id) === id)
    .map((entity) => {
      const parts = linked.entities.filter(({ id }) => homeOf(id) === entity.id);
      const names = new Set(parts.flatMap(({ label, altLabels }) => [label, ...altLabels]));
      names.delete(entity.label);
      return {
        ...entity,
        ...(entity.principal === undefined ? {} : { principal: homeOf(entity.principal) }),
        altLabels: parts.length === 1 ? entity.altLabels : [...names],
        mentions: parts.flatMap(({ mentions }) => mentions).sort((left, right) => left - right),
      };
    });
  return {
    ...linked,
    entities,
    entityOfMention: linked.entityOfMention.map((id) => (id === undefined ? undefined : homeOf(id))),
    decisions: linked.decisions
      .filter(({ entity }) => homeOf(entity) === entity || decided.has(entity))
      .map((decision) => ({ ...decision, entity: homeOf(decision.entity) }))
      .filter(
        (decision, place, all) =>
          place ===
          all.findIndex(
            (other) =>
              other.entity === decision.entity &&
              (other.method === USER ||
                !all.some((third) => third.entity === decision.entity && third.method === USER)),
          ),
      ),
  };
}
