import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { classesOf, startCluster, statesOf, surfaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Gazetteer } from './gazetteer.ts';
import { foldName } from './name-key.ts';
import { readRole } from './read-role.ts';
import type { RoleReading } from './read-role.ts';

/** Classes of role that say too little to tell one person from another. */
const VAGUE = new Set([
  'official',
  'leader',
  'chief',
  'director',
  'diplomat',
  'expert',
  'witness',
  'chair',
  'adviser',
  'legislator',
]);

/**
 * Offices, groups and descriptions: “the French foreign minister” joins the person who bears that office in the text,
 * “the minister” the last person named with such an office; what joins nobody is an entity of its own wording.
 */
export function clusterDescribed(
  extraction: Extraction,
  persons: readonly Cluster[],
  gazetteer: Gazetteer,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): Cluster[] {
  const own = new Map<string, Cluster>();
  const byHead = new Map<string, Cluster>();
  const clusterOf = new Map<number, Cluster>();
  for (const cluster of persons) for (const index of cluster.mentions) clusterOf.set(index, cluster);
  for (const mention of extraction.mentions) {
    const isDescribed =
      mention.kind === 'group' ||
      mention.kind === 'nominal' ||
      (mention.kind === 'office' && mention.type !== 'organisation');
    if (!isDescribed) continue;
    const surface = surfaceOf(extraction, mention);
    const role = readRole(surface, gazetteer);
    // “… to the president”: who speaks in a quotation may mean another president than the article does.
    const isQuoted =
      mention.kind === 'nominal' && (extraction.text.tokens[mention.headToken]?.quotation ?? -1) >= 0;
    const bearer =
      mention.type === 'person' && !isQuoted && isDefinite(extraction, mention, role, gazetteer)
        ? findBearer(clusterOf, mention, role)
        : undefined;
    const key = `${mention.type} ${foldName(surface)}`;
    const head = extraction.text.tokens[mention.headToken]?.lemma.toLowerCase() ?? '';
    const home =
      bearer ??
      own.get(key) ??
      (mention.type !== 'person' && isBackReference(extraction, mention) ? byHead.get(head) : undefined);
    if (home === undefined) {
      const cluster = startCluster(extraction, mention, gazetteer, genders);
      cluster.roles.push(role);
      own.set(key, cluster);
      clusterOf.set(mention.index, cluster);
    } else {
      home.mentions.push(mention.index);
      clusterOf.set(mention.index, home);
      if (bearer === undefined) joinSurface(home, surface);
    }
    const described = clusterOf.get(mention.index);
    if (described !== undefined && mention.type !== 'person') byHead.set(head, described);
  }
  return [...own.values()];
}

/** “The court” behind “a court in Nairobi”: a definite noun alone is the one described before with that noun. */
function isBackReference({ text }: Extraction, mention: Mention): boolean {
  const noun = text.tokens[mention.headToken];
  const isAlone = noun?.start === mention.start && noun.end === mention.end;
  return isAlone && /^(?:the|this|that|these|those)$/i.test(text.tokens[mention.headToken - 1]?.form ?? '');
}

/** Words that make an office another's than that of the person named before: “a president”, “the third president”. */
const OTHER_HOLDER =
  /\b(?:first|second|third|fourth|fifth|last|next|new|another|other|future|previous|elected|sitting|potential|possible|leading|likely|permanent|only)\b/i;

/**
 * Whether a description speaks of one known holder: “the minister”, “the French president”; not “a president”, “the third
 * president”, nor one whose owner nothing lists: “the Yugoslav president”, “Ada Obi's vice president”.
 */
function isDefinite(
  extraction: Extraction,
  mention: Mention,
  role: RoleReading,
  gazetteer: Gazetteer,
): boolean {
  const { tokens } = extraction.text;
  let first = mention.headToken;
  while ((tokens[first - 1]?.start ?? -1) >= mention.start) first -= 1;
  const words = surfaceOf(extraction, mention);
  const before = tokens[first - 1]?.form.toLowerCase() ?? '';
  if (OTHER_HOLDER.test(words) || /^(?:a|an|any|every|each|no|another|his|her|their|its)$/.test(before))
    return false;
  const isOwned = role.states.length > 0 || role.organisations.length > 0;
  if (!isOwned && !/^(?:the|this|that)$/.test(before)) return false;
  // A capital beside the words of office names an owner; where no list knows it, nobody can say whose office it is.
  return isOwned || !/\p{Lu}|['’]s\b/u.test(withoutOffice(words, gazetteer));
}

/** What stands beside the words of office in a description: “Yugoslav” of “Yugoslav president”. */
function withoutOffice(surface: string, { offices }: Gazetteer): string {
  const words = surface.split(' ');
  for (let length = words.length; length > 0; length -= 1) {
    for (let from = 0; from + length <= words.length; from += 1) {
      if (
        !offices.has(
          words
            .slice(from, from + length)
            .join(' ')
            .toLowerCase(),
        )
      )
        continue;
      return [...words.slice(0, from), ...words.slice(from + length)].join(' ');
    }
  }
  return surface;
}

function joinSurface(cluster: Cluster, surface: string): void {
  if (!cluster.surfaces.includes(surface)) cluster.surfaces.push(surface);
}

/** How many mentions back the bearer of an unowned office may have been named. */
const REACH = 40;

/** The person named last before the mention who bears such an office. */
function findBearer(
  clusterOf: ReadonlyMap<number, Cluster>,
  mention: Mention,
  role: RoleReading,
): Cluster | undefined {
  const telling = role.classes.filter((roleClass) => !VAGUE.has(roleClass));
  if (telling.length === 0 || role.isFormer) return undefined;
  for (let index = mention.index - 1; index >= mention.index - REACH; index -= 1) {
    const cluster = clusterOf.get(index);
    if (cluster?.type === 'person' && bearsOffice(cluster, telling, role)) return cluster;
  }
  return undefined;
}

function bearsOffice(cluster: Cluster, telling: readonly string[], role: RoleReading): boolean {
  if (!telling.some((roleClass) => fitsOffice(roleClass, cluster))) return false;
  const states = statesOf(cluster);
  const isElsewhere = role.states.length > 0 && !role.states.some((state) => states.includes(state));
  const isOfOther =
    role.organisations.length > 0 &&
    role.states.length === 0 &&
    !cluster.roles.some((held) => held.organisations.some((body) => role.organisations.includes(body)));
  return !isElsewhere && !isOfOther;
}

/** “the minister” fits any minister; another office only its own class. */
function fitsOffice(roleClass: string, cluster: Cluster): boolean {
  return classesOf(cluster).some(
    (held) => held === roleClass || (roleClass === 'minister' && /minister|head-of-government/.test(held)),
  );
}
