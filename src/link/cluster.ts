import type { Extraction } from '../model/extraction.ts';
import type { EntityType, Mention } from '../model/mention.ts';
import { sliceText } from '../model/span.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { readRole } from './read-role.ts';
import type { RoleReading } from './read-role.ts';

/** Mentions that lead to one and the same, while clusters grow. */
export interface Cluster {
  type: EntityType;
  /** Indices of mentions, in the order in which they joined. */
  readonly mentions: number[];
  /** The names as written, in order of joining, without repetition. */
  readonly surfaces: string[];
  /** What the words of office beside the mentions show. */
  readonly roles: RoleReading[];
  /** The first words of office found: “Sweden Defense Minister”. */
  title?: string;
  /** The listed state, organisation or place that the name is. */
  thing?: ThingRecord;
  /** Persons: `m` or `f` where a form of address or a given name shows it. */
  gender?: 'm' | 'f';
}

/** A new cluster of one mention. */
export function startCluster(
  extraction: Extraction,
  mention: Mention,
  gazetteer: Gazetteer,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): Cluster {
  const cluster: Cluster = { type: mention.type, mentions: [], surfaces: [], roles: [] };
  joinCluster(extraction, cluster, mention, gazetteer, genders);
  return cluster;
}

/** Adds a mention with its words of office. */
export function joinCluster(
  extraction: Extraction,
  cluster: Cluster,
  mention: Mention,
  gazetteer: Gazetteer,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): void {
  const surface = surfaceOf(extraction, mention);
  cluster.mentions.push(mention.index);
  if (mention.kind !== 'pronoun' && !cluster.surfaces.includes(surface)) cluster.surfaces.push(surface);
  if (mention.title !== undefined) {
    const words = sliceText(extraction.text.text, mention.title).replace(/\s+/g, ' ');
    cluster.title ??= words;
    cluster.roles.push(readRole(words, gazetteer));
  }
  if (isReporting(extraction, mention)) cluster.roles.push(readRole('reporter', gazetteer));
  const gender = genderOf(extraction, mention, genders);
  if (gender !== undefined) cluster.gender ??= gender;
}

/** The words of a mention, white space made single. */
export function surfaceOf(extraction: Extraction, mention: Mention): string {
  return sliceText(extraction.text.text, mention).replace(/\s+/g, ' ');
}

/** “Yulia Shabovova, who reported Moscow, said”, “Rory Challands, reporting from Kyiv, said”: a correspondent. */
function isReporting(extraction: Extraction, mention: Mention): boolean {
  const after = extraction.text.text.slice(mention.end, mention.end + 40);
  return (
    mention.kind === 'name' &&
    /^\s*,\s*(?:who\s+(?:is\s+|was\s+)?)?report(?:ed|ing|s)\s+(?:(?:live\s+)?from\s+|in\s+)?\p{Lu}/u.test(
      after,
    )
  );
}

const ADDRESS: Readonly<Record<string, 'm' | 'f'>> = {
  mr: 'm',
  sir: 'm',
  lord: 'm',
  king: 'm',
  spokesman: 'm',
  mrs: 'f',
  ms: 'f',
  miss: 'f',
  lady: 'f',
  dame: 'f',
  baroness: 'f',
  queen: 'f',
  spokeswoman: 'f',
};

function genderOf(
  extraction: Extraction,
  mention: Mention,
  genders: ReadonlyMap<string, 'm' | 'f'>,
): 'm' | 'f' | undefined {
  if (mention.type !== 'person' || mention.kind === 'pronoun') return undefined;
  const before = /(\p{L}+)\.?\s+$/u.exec(
    extraction.text.text.slice(Math.max(0, mention.start - 12), mention.start),
  );
  const address = ADDRESS[before?.[1]?.toLowerCase() ?? ''];
  if (address !== undefined) return address;
  const words = surfaceOf(extraction, mention).split(' ');
  const described = ADDRESS[words.at(-1)?.toLowerCase() ?? ''];
  if (mention.kind !== 'name') return described;
  return words.length > 1 ? genders.get(words[0] ?? '') : undefined;
}

interface RoleSummary {
  /** How many roles have been read. */
  read: number;
  readonly classes: string[];
  readonly states: string[];
}

const SUMMARIES = new WeakMap<readonly RoleReading[], RoleSummary>();

/** What the roles show together: they only grow, so that each is read once. */
function summarise({ roles }: Cluster): RoleSummary {
  const summary = SUMMARIES.get(roles) ?? { read: 0, classes: [], states: [] };
  SUMMARIES.set(roles, summary);
  for (; summary.read < roles.length; summary.read += 1) {
    const role = roles[summary.read];
    addNew(summary.classes, role?.classes ?? []);
    addNew(summary.states, role?.states ?? []);
  }
  return summary;
}

function addNew(list: string[], added: readonly string[]): void {
  for (const item of added) if (!list.includes(item)) list.push(item);
}

/** All classes of role that the cluster's titles show. */
export function classesOf(cluster: Cluster): readonly string[] {
  return summarise(cluster).classes;
}

/** All states that the cluster's titles name. */
export function statesOf(cluster: Cluster): readonly string[] {
  return summarise(cluster).states;
}
