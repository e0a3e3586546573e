import type { Entity } from '../model/entity.ts';
import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { covers } from '../model/span.ts';

const LONGEST_ARTICLE = 'both the '.length;
const OWNER = /^['’]s?(?=\s)/u;

const ACTORS: ReadonlySet<string> = new Set(['person', 'state', 'organisation', 'group', 'outlet']);

function startOf({ title, start }: Mention): number {
  return Math.min(title?.start ?? start, start);
}

/** The mentions within a group, in reading order: they stand next to it among all mentions. */
function mentionsInside({ mentions }: Extraction, group: Mention): readonly Mention[] {
  let [first, end] = [group.index, group.index + 1];
  while ((mentions[first - 1]?.start ?? -1) >= group.start) first -= 1;
  while ((mentions[end]?.start ?? group.end) < group.end) end += 1;
  return mentions.slice(first, end).filter((mention) => mention !== group && covers(group, mention));
}

/** The names of which a group consists; none for groups by kind: “Greek officials”, “allies of Kenya and Uganda”. */
function findNames(extraction: Extraction, group: Mention): readonly Mention[] {
  const { text } = extraction.text.article;
  const names = mentionsInside(extraction, group)
    .filter(({ kind }) => kind === 'name' || kind === 'metonym')
    .filter(({ end }) => !OWNER.test(text.slice(end, end + 3)))
    .toSorted((left, right) => left.start - right.start);
  const [first, last] = [names[0], names.at(-1)];
  if (first === undefined || last === undefined) return [];
  const isWhole = startOf(first) - group.start <= LONGEST_ARTICLE && last.end === group.end;
  return isWhole && /\band\b/iu.test(text.slice(group.start, group.end)) ? names : [];
}

/**
 * A group that is nothing but names, with those who act together in it: Turkey and Libya for “Turkey and Libya agreed
 * on a border”. Any other entity is given back as it is.
 */
export function withMembers(
  extraction: Extraction,
  entity: Entity,
  entities: readonly Entity[],
  entityOfMention: readonly (string | undefined)[],
): Entity {
  if (entity.type !== 'group') return entity;
  const ids = entity.mentions.flatMap((index) => {
    const mention = extraction.mentions[index];
    const names = mention?.kind === 'group' ? findNames(extraction, mention) : [];
    return names.flatMap((name) => entityOfMention[name.index] ?? []);
  });
  const members = [...new Set(ids)].filter((id) => id !== entity.id);
  const areActors = entities.every(({ id, type }) => !members.includes(id) || ACTORS.has(type));
  return members.length < 2 || !areActors ? entity : { ...entity, members };
}
