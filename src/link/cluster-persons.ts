import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { classesOf, joinCluster, startCluster, statesOf, surfaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Gazetteer } from './gazetteer.ts';
import { foldName, skeletonOf } from './name-key.ts';
import { familySimilarity, givenSimilarity, partsOf, similarity } from './name-similarity.ts';

/** A lone name joins the person whose family name is at least this like it. Set in `../research/names.md`, kept on the development articles. */
const SAME_FAMILY = 0.62;
/** Two full names are one person's from these likenesses on. */
const SAME_FULL_FAMILY = 0.7;
const SAME_GIVEN = 0.75;
/** Bearers of offices this prominent are known by the surname alone. */
const KNOWN_EVERYWHERE = 0.8;
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
  for (const mention of [...mentions.filter(isFull), ...mentions.filter((mention) => !isFull(mention))]) {
    const single = startCluster(extraction, mention, gazetteer, genders);
    const home = isFull(mention)
      ? findFullName(clusters, single)
      : findLoneName(clusters, single, mention, gazetteer);
    if (home === undefined) clusters.push(single);
    else joinCluster(extraction, home, mention, gazetteer, genders);
  }
  return clusters;
}

function findFullName(clusters: readonly Cluster[], single: Cluster): Cluster | undefined {
  const surface = single.surfaces[0] ?? '';
  return clusters.find((cluster) =>
    cluster.surfaces.some((other) => isSameFullName(surface, other) && !clash(cluster, single)),
  );
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
  if (given < SAME_GIVEN) return false;
  // Two spellings at once need both to be close: “Maria Ivanova” and “Marina Ivanov” stay apart.
  return family === 1 || given === 1 ? family * given >= 0.7 : family + given >= 1.7;
}

/** The persons of the registers whose family name is written just so. */
function bearersOf(family: string, { persons }: Gazetteer): ReadonlySet<string> {
  const form = foldName(family);
  const bearers = persons
    .personsNear(skeletonOf(family))
    .filter(
      ({ prominence, names }) =>
        prominence >= KNOWN_EVERYWHERE && names.some((name) => foldName(partsOf(name).last) === form),
    );
  return new Set(bearers.map(({ qid, label }) => qid ?? label));
}

/** Two spellings that the registers know as names of different leaders are no garbles of one: “Khomeini”, “Khamenei”. */
function areKnownApart(name: string, cluster: Cluster, gazetteer: Gazetteer): boolean {
  const bearers = bearersOf(partsOf(name).last, gazetteer);
  if (bearers.size === 0) return false;
  const others = cluster.surfaces.flatMap((surface) => [...bearersOf(partsOf(surface).last, gazetteer)]);
  return others.length > 0 && !others.some((other) => bearers.has(other));
}

function findLoneName(
  clusters: readonly Cluster[],
  single: Cluster,
  mention: Mention,
  gazetteer: Gazetteer,
): Cluster | undefined {
  const name = single.surfaces[0] ?? '';
  let best: Cluster | undefined;
  let bestScore = 0;
  for (const cluster of clusters) {
    if (clash(cluster, single)) continue;
    const likeness = Math.max(...cluster.surfaces.map((surface) => likenessOfLone(name, surface)));
    if (likeness < SAME_FAMILY) continue;
    if (likeness < 0.95 && areKnownApart(name, cluster, gazetteer)) continue;
    const isUnsafe =
      likeness < 1 &&
      skeletonOf(partsOf(name).last).length < TELLING_SKELETON &&
      !sharesRole(cluster, single);
    if (isUnsafe) continue;
    const score = likeness + (sharesRole(cluster, single) ? 0.12 : 0) + recency(cluster, mention);
    if (score > bestScore) {
      best = cluster;
      bestScore = score;
    }
  }
  return best;
}

/** “Xi” is the first word of “Xi Jinping”, “Saddam” of “Saddam Hussein”: then only the exact word counts. */
function likenessOfLone(name: string, surface: string): number {
  const parts = partsOf(surface);
  const alone = partsOf(name);
  if (parts.first !== '' && foldName(parts.first) === foldName(name)) return 0.95;
  // “Rosselló” is “Ricardo Rosselló Nevares”.
  const isMiddle = surface
    .split(' ')
    .slice(1, -1)
    .some((word) => word.length > 2 && foldName(word) === foldName(name));
  return Math.max(isMiddle ? 0.97 : 0, similarity(alone.last, parts.last), similarity(name, parts.family));
}

function sharesRole(left: Cluster, right: Cluster): boolean {
  const classes = classesOf(left);
  return classesOf(right).some((roleClass) => classes.includes(roleClass));
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

/** Of two persons with one family name, the one who was named last before the mention is meant. */
function recency(cluster: Cluster, mention: Mention): number {
  const before = cluster.mentions.filter((index) => index < mention.index);
  if (before.length === 0) return 0;
  return 0.01 + 0.04 / (1 + mention.index - Math.max(...before));
}
