import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { sliceText } from '../model/span.ts';
import { joinCluster, startCluster, surfaceOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import { findPlace, findRegion } from './find-place.ts';
import type { NamedThing } from './find-place.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { foldName } from './name-key.ts';
import { readRole } from './read-role.ts';
import type { RoleReading } from './read-role.ts';
import { straighten } from './thing-table.ts';
import type { UserEntities } from './read-entities.ts';

/** What clusters are made with. */
export interface ThingRegisters {
  readonly gazetteer: Gazetteer;
  readonly userEntities: UserEntities;
  /** Literal translations of names, lower case, with the name meant: “the island” → “Al Jazeera”. */
  readonly aliases: ReadonlyMap<string, string>;
  /** What the whole text shows as words of office: the states that it names. */
  readonly document: RoleReading;
}

const NO_GENDERS: ReadonlyMap<string, 'm' | 'f'> = new Map();

/** The clusters of states, organisations, outlets, places and other names: one for each listed thing or wording. */
export function clusterThings(extraction: Extraction, registers: ThingRegisters): Cluster[] {
  const clusters = new Map<string, Cluster>();
  const byFirstWord = new Map<string, Set<Cluster>>();
  const acronyms = readAcronyms(extraction);
  const spoken: ReadonlySet<string> = new Set(registers.document.states);
  for (const mention of extraction.mentions) {
    if (mention.type === 'person' || mention.kind === 'pronoun' || mention.kind === 'nominal') continue;
    if (mention.kind === 'group' || (mention.kind === 'office' && mention.type !== 'organisation')) continue;
    const thing = findThing({ extraction, mention, spoken }, registers);
    const surface = surfaceOf(extraction, mention);
    const full = acronyms.get(surface) ?? surface;
    const key = thing?.key ?? `${mention.kind === 'office' ? 'body ' : ''}${foldName(full)}`;
    const home = clusters.get(key) ?? findShortened(byFirstWord, mention, surface);
    if (home === undefined) {
      const cluster = startCluster(extraction, mention, registers.gazetteer, NO_GENDERS);
      if (thing !== undefined) {
        cluster.thing = thing;
        cluster.type = thing.type;
      }
      if (mention.kind === 'office') cluster.roles.push(readRole(surface, registers.gazetteer));
      clusters.set(key, cluster);
      noteFirstWord(byFirstWord, cluster, surface);
    } else {
      joinCluster(extraction, home, mention, registers.gazetteer, NO_GENDERS);
      noteFirstWord(byFirstWord, home, surface);
    }
  }
  return [...clusters.values()];
}

/** The listed thing that a name, a seat or “the government of …” means. */
export function findThing(
  named: NamedThing,
  { gazetteer, userEntities, aliases }: ThingRegisters,
): ThingRecord | undefined {
  const { extraction, mention } = named;
  const surface = straighten(surfaceOf(extraction, mention));
  const alias = aliases.get(surface.toLowerCase());
  const name = alias ?? surface;
  const own = userEntities.things.find((thing) => thing.names.includes(name));
  if (
    own !== undefined &&
    (mention.type === 'other' || (mention.type === 'place') === (own.type === 'place'))
  )
    return own;
  if (mention.kind === 'metonym' || mention.kind === 'demonym') return findState(surface, mention, gazetteer);
  if (mention.type === 'place') return findPlace(surface, named, gazetteer);
  const found = gazetteer.thingNamed(name);
  if (found?.form === 'shared') return isOwnBody(found.thing, named, gazetteer) ? found.thing : undefined;
  if (found?.form !== 'name') return undefined;
  return found.thing.type === 'state'
    ? (findRegion(surface, found.thing, named, gazetteer) ?? found.thing)
    : found.thing;
}

function findState(surface: string, mention: Mention, gazetteer: Gazetteer): ThingRecord | undefined {
  const seat = mention.type === 'organisation' ? gazetteer.seatsOfOrganisations.get(surface) : undefined;
  if (seat !== undefined) return seat;
  const found = gazetteer.thingNamed(surface);
  if (found !== undefined) return found.thing;
  // “the Syrian government”, “the government of Rwanda”
  const states = readRole(surface, gazetteer).states;
  return states.length === 1 ? gazetteer.states.get(states[0] ?? '') : undefined;
}

/** “Congress” in an article that names the United States; not “the Philippine Congress”, nor “the Maryland General Assembly”. */
function isOwnBody(
  body: ThingRecord,
  { extraction, mention, spoken }: NamedThing,
  gazetteer: Gazetteer,
): boolean {
  const before = extraction.text.text.slice(Math.max(0, mention.start - 40), mention.start);
  const word = /(\p{L}[\p{L}\p{M}.-]*?)(?:['’]s?)?\s+$/u.exec(before)?.[1] ?? '';
  const owner = gazetteer.thingNamed(word)?.thing;
  if (owner !== undefined && owner.type === 'state' && owner.country !== body.country) return false;
  if (owner === undefined && /^\p{Lu}/u.test(word) && gazetteer.placesNamed(word).length > 0) return false;
  return body.country === '' || spoken.has(body.country);
}

/** Acronyms that stand in brackets behind their expansion: “Syrian Democratic Forces (SDF)”. */
function readAcronyms(extraction: Extraction): Map<string, string> {
  const acronyms = new Map<string, string>();
  const names = extraction.mentions.filter((mention) => mention.kind === 'name');
  for (const [place, mention] of names.entries()) {
    const next = names[place + 1];
    if (next === undefined) continue;
    const between = sliceText(extraction.text.text, { start: mention.end, end: next.start });
    const short = surfaceOf(extraction, next);
    if (/^\s*\(\s*["“]?$/.test(between) && /^\p{Lu}[\p{Lu}\p{N}-]{1,7}$/u.test(short)) {
      const full = surfaceOf(extraction, mention);
      if (fitsInitials(short, full)) acronyms.set(short, full);
    }
  }
  return acronyms;
}

/** Whether the letters of an acronym come in order in the words of the name. */
export function fitsInitials(acronym: string, name: string): boolean {
  const letters = foldName(acronym).replace(/[^a-z]/g, '');
  const folded = foldName(name);
  let from = 0;
  for (const letter of letters) {
    const at = folded.indexOf(letter, from);
    if (at < 0) return false;
    from = at + 1;
  }
  return letters.length >= 2 && folded.startsWith(letters.slice(0, 1));
}

/** Notes a cluster under the first of several words. */
function noteFirstWord(byFirstWord: Map<string, Set<Cluster>>, cluster: Cluster, surface: string): void {
  const length = surface.indexOf(' ');
  if (length < 0) return;
  const word = surface.slice(0, length);
  const known = byFirstWord.get(word);
  if (known === undefined) byFirstWord.set(word, new Set([cluster]));
  else known.add(cluster);
}

/** “Mahan” after “Mahan Air”: one word that begins just one longer name of the same kind. */
function findShortened(
  byFirstWord: ReadonlyMap<string, ReadonlySet<Cluster>>,
  mention: Mention,
  surface: string,
): Cluster | undefined {
  if (mention.kind !== 'name' || surface.includes(' ') || surface.length < 4) return undefined;
  const longer = [...(byFirstWord.get(surface) ?? [])].filter(
    (cluster) => cluster.thing === undefined && (cluster.type === 'organisation' || cluster.type === 'other'),
  );
  return longer.length === 1 ? longer[0] : undefined;
}
