import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { AlikeNames } from './alike-names.ts';
import { chooseBearer, meet, sharesRole } from './choose-bearer.ts';
import { joinCluster, startCluster, statesOf, surfaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Gazetteer } from './gazetteer.ts';
import { foldName, skeletonOf } from './name-key.ts';
import {
  differInMiddle,
  familySimilarity,
  givenSimilarity,
  partsOf,
  prepareName,
  similarity,
} from './name-similarity.ts';

/** A lone name joins the person whose family name is at least this like it. Set in `../research/names.md`, kept on the development articles. */
const SAME_FAMILY = 0.62;
/** Two full names are one person's from these likenesses on. */
const SAME_FULL_FAMILY = 0.7;
const SAME_GIVEN = 0.75;
/** From this likeness on a lone name is a part of the full name as it is written. */
const WRITTEN = 0.95;
/** Skeletons shorter than this need an exact name: “Rice” and “Ross” are both `rs`. */
const TELLING_SKELETON = 3;

/** The clusters of the names of persons: full names first, then lone names to the person they fit best. */
export function clusterPersons(
  extraction: Extraction,
  gazetteer: Gazetteer,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): Cluster[] {
  const mentions = extraction.mentions.filter(
    (mention) => mention.kind === 'name' && mention.type === 'person',
  );
  const isFull = (mention: Mention): boolean => partsOf(surfaceOf(extraction, mention)).first !== '';
  const clusters: Cluster[] = [];
  const place = (
    names: AlikeNames,
    mention: Mention,
    find: (single: Cluster) => Cluster | undefined,
  ): void => {
    const single = startCluster(extraction, mention, gazetteer, genders);
    const home = find(single);
    if (home === undefined) clusters.push(single);
    else joinCluster(extraction, home, mention, gazetteer, genders);
    names.add(home ?? single, single.surfaces);
  };
  const full = new AlikeNames((left, right) => (isSameFullName(left, right) ? 1 : 0), 1, keyOfName);
  for (const mention of mentions.filter(isFull))
    place(full, mention, (single) => findFullName(extraction, full, single));
  const lone = new AlikeNames(likenessOfLone, SAME_FAMILY, keyOfName);
  for (const cluster of clusters) lone.add(cluster, cluster.surfaces);
  for (const same of groupBySpelling(
    extraction,
    mentions.filter((mention) => !isFull(mention)),
  )) {
    const garbled = findGarbled(extraction, lone, same, gazetteer, genders);
    for (const mention of same)
      place(lone, mention, (single) => findWritten(extraction, lone, single, mention) ?? garbled);
  }
  return clusters;
}

/** The skeleton of a family name. */
function keyOfName(name: string): string {
  return skeletonOf(partsOf(name).last);
}

/** Lone names of one spelling, in the order of their first mentions. */
function groupBySpelling(extraction: Extraction, mentions: readonly Mention[]): readonly Mention[][] {
  const groups = new Map<string, Mention[]>();
  for (const mention of mentions) {
    const { last } = partsOf(surfaceOf(extraction, mention));
    const group = groups.get(foldName(last));
    if (group === undefined) groups.set(foldName(last), [mention]);
    else group.push(mention);
  }
  return [...groups.values()];
}

function findFullName(extraction: Extraction, names: AlikeNames, single: Cluster): Cluster | undefined {
  const surface = single.surfaces[0] ?? '';
  return names
    .find(surface)
    .find(
      ({ cluster }) =>
        !clash(cluster, single) &&
        (cluster.surfaces.some((other) => isWrittenAlike(surface, other)) ||
          ((isTelling(surface) || sharesRole(cluster, single)) && !meet(extraction, cluster, single))),
    )?.cluster;
}

/**
 * Whether two full names are one person's. The same family name with another given name is another person
 * (“Hillary Clinton”, “Bill Clinton”); a given name may be an initial, a middle name may be missing.
 */
export function isSameFullName(left: string, right: string): boolean {
  if (foldName(left) === foldName(right)) return true;
  const a = partsOf(left);
  const b = partsOf(right);
  if (a.first === '' || b.first === '') return false;
  const family = familySimilarity(a, b);
  if (family < SAME_FULL_FAMILY) return false;
  const given = givenSimilarity(a.first, b.first);
  if (given < SAME_GIVEN || differInMiddle(prepareName(left), prepareName(right))) return false;
  // Two spellings at once need both to be close: “Maria Ivanova” and “Marina Ivanov” stay apart.
  return family === 1 || given === 1 ? family * given >= 0.7 : family + given >= 1.7;
}

function isWrittenAlike(left: string, right: string): boolean {
  const a = partsOf(left);
  const b = partsOf(right);
  return familySimilarity(a, b) === 1 && givenSimilarity(a.first, b.first) === 1;
}

function isTelling(name: string): boolean {
  return skeletonOf(partsOf(name).last).length >= TELLING_SKELETON;
}

/** The person of whose full name a lone name is a part, as it is written. */
function findWritten(
  extraction: Extraction,
  names: AlikeNames,
  single: Cluster,
  mention: Mention,
): Cluster | undefined {
  const bearers = names
    .find(single.surfaces[0] ?? '')
    .filter(
      ({ cluster, likeness }) =>
        likeness >= WRITTEN && !clash(cluster, single) && !isFormerHolder(cluster, single, mention),
    )
    .map(({ cluster }) => cluster);
  if (bearers.length < 2) return bearers[0];
  return chooseBearer(extraction, bearers, single, mention);
}

/**
 * The person whose name was garbled to this lone name. Names that are spelt alike are not therefore one person's: nobody
 * is named in two spellings in one sentence (“Khamenei followed Khomeini”), and two spellings that the registers both
 * know (“Potter”, “Potts”) are two persons unless they bear the same office here.
 */
function findGarbled(
  extraction: Extraction,
  names: AlikeNames,
  same: readonly Mention[],
  gazetteer: Gazetteer,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): Cluster | undefined {
  const [first, ...rest] = same;
  if (first === undefined) return undefined;
  const single = startCluster(extraction, first, gazetteer, genders);
  for (const mention of rest) joinCluster(extraction, single, mention, gazetteer, genders);
  const name = single.surfaces[0] ?? '';
  let best: Cluster | undefined;
  let greatest = 0;
  for (const { cluster, likeness } of names.find(name)) {
    // Where the name stands as it is written, another reason kept them apart.
    if (likeness >= WRITTEN || clash(cluster, single) || meet(extraction, cluster, single)) continue;
    const hasOffice = sharesRole(cluster, single);
    // “Imam Khomeini” beside “Khamenei, the Supreme Leader”: other offices, other persons.
    if (!hasOffice && hasRole(cluster) && hasRole(single)) continue;
    if (!hasOffice && (!isTelling(name) || areKnownApart(name, cluster, gazetteer))) continue;
    const score = likeness + (hasOffice ? 0.12 : 0);
    if (score > greatest) {
      best = cluster;
      greatest = score;
    }
  }
  return best;
}

function hasRole({ roles }: Cluster): boolean {
  return roles.some((role) => role.classes.length > 0);
}

/** Whether the registers know a family name in just this spelling. */
function isRegistered(family: string, { persons }: Gazetteer): boolean {
  const form = foldName(family);
  return persons
    .personsNear(skeletonOf(family))
    .some(({ names }) => names.some((name) => foldName(partsOf(name).last) === form));
}

/** Two spellings that the registers know are no garbles of one. */
function areKnownApart(name: string, cluster: Cluster, gazetteer: Gazetteer): boolean {
  return (
    isRegistered(partsOf(name).last, gazetteer) &&
    cluster.surfaces.some((surface) => isRegistered(partsOf(surface).last, gazetteer))
  );
}

/** “Xi” is the first word of “Xi Jinping”, “Saddam” of “Saddam Hussein”: then only the exact word counts. */
function likenessOfLone(name: string, surface: string): number {
  const parts = partsOf(surface);
  const alone = partsOf(name);
  if (parts.first !== '' && foldName(parts.first) === foldName(name)) return WRITTEN;
  // “Rosselló” is “Ricardo Rosselló Nevares”.
  const isMiddle = surface
    .split(' ')
    .slice(1, -1)
    .some((word) => word.length > 2 && foldName(word) === foldName(name));
  return Math.max(isMiddle ? 0.97 : 0, similarity(alone.last, parts.last), similarity(name, parts.family));
}

/** “Mr. Clinton” is not “Hillary Clinton”; Sweden's defence minister is not Norway's. */
function clash(left: Cluster, right: Cluster): boolean {
  if (left.gender !== undefined && right.gender !== undefined && left.gender !== right.gender) return true;
  const states = statesOf(left);
  const others = statesOf(right);
  return (
    sharesRole(left, right) &&
    states.length > 0 &&
    others.length > 0 &&
    !others.some((state) => states.includes(state))
  );
}

/** “President Bush said …” before “his father, former President George H.W. Bush” is named: two presidents. */
function isFormerHolder(cluster: Cluster, single: Cluster, mention: Mention): boolean {
  const holds = single.roles.some((role) => role.classes.length > 0 && !role.isFormer);
  if (!holds || cluster.roles.length === 0 || !sharesRole(cluster, single)) return false;
  const isLater = cluster.mentions.every((index) => index > mention.index);
  return isLater && cluster.roles.every((role) => role.isFormer);
}
