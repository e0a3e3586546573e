import type { Extraction } from '../model/extraction.ts';
import type { Mention } from '../model/mention.ts';
import { sliceText } from '../model/span.ts';
import type { Gazetteer, ThingRecord } from './gazetteer.ts';
import { straighten } from './thing-table.ts';

/** A name of a place or body where it stands. */
export interface NamedThing {
  readonly extraction: Extraction;
  readonly mention: Mention;
  /** ISO codes of the states that the article names. */
  readonly spoken: ReadonlySet<string>;
}

/** A city of this size needs no mention of its country. */
const METROPOLIS = 1_000_000;
/** A city must outgrow its namesakes this many times to be meant without further words. */
const MUCH_LARGER = 8;

/** The city or region that a name of a place means; undefined where several may be meant. */
export function findPlace(surface: string, named: NamedThing, gazetteer: Gazetteer): ThingRecord | undefined {
  const state = gazetteer.thingNamed(surface);
  const places = [...gazetteer.placesNamed(surface)].sort(
    (left, right) => right.population - left.population,
  );
  const region = places.find((place) => place.isRegion);
  const cities = places.filter((place) => !place.isRegion);
  const [first, second] = cities;
  const seat =
    state?.form === 'seat' ? cities.find(({ country }) => country === state.thing.country) : undefined;
  const isCity = seat !== undefined || (first !== undefined && first.population >= METROPOLIS);
  // “Virginia” and “Ontario” are no towns, “New York” and “Washington” are unless regions stand beside them.
  if (region !== undefined && (!isCity || isAmongRegions(named, region, gazetteer))) return region;
  if (first === undefined) return undefined;
  if (seat !== undefined) return seat;
  const isLone = second === undefined || first.population > second.population * MUCH_LARGER;
  if (isLone && first.population >= METROPOLIS) return first;
  const near = cities.filter(({ country }) => named.spoken.has(country));
  return near.length === 1 ? near[0] : undefined;
}

/** “Georgia” beside Florida, in an article that says nothing of Tbilisi or of Georgians, is the American state. */
export function findRegion(
  surface: string,
  state: ThingRecord,
  named: NamedThing,
  gazetteer: Gazetteer,
): ThingRecord | undefined {
  const region = gazetteer
    .placesNamed(surface)
    .find((place) => place.isRegion && place.country !== state.country);
  if (region === undefined || !named.spoken.has(region.country)) return undefined;
  const isAbroad = otherSurfaces(named).some((other) => {
    const found = gazetteer.thingNamed(other);
    return found !== undefined && found.form !== 'name' && found.thing.country === state.country;
  });
  const words = named.extraction.text.text;
  const isNamed = [...(state.demonyms ?? [])].some((word) => words.includes(word));
  const hasSiblings = otherSurfaces(named).some((other) => isRegionOf(other, region.country, gazetteer));
  return hasSiblings && !isAbroad && !isNamed ? region : undefined;
}

/** Whether the sentence lists regions of the same state, or the name tells where a town lies: “White Plains, New York”. */
function isAmongRegions(named: NamedThing, region: ThingRecord, gazetteer: Gazetteer): boolean {
  const { extraction, mention } = named;
  const { tokens, text } = extraction.text;
  const sentence = tokens[mention.headToken]?.sentence;
  const before = extraction.mentions.find(
    (other) =>
      other.kind === 'name' &&
      /^,\s*$/.test(text.slice(other.end, mention.start)) &&
      other.end < mention.start,
  );
  if (before?.type === 'place') return true;
  // “Senator Chuck Schumer of New York”
  const isHome = extraction.mentions.some(
    (other) =>
      other.type === 'person' &&
      /^,?\s+(?:of|from)\s+$/.test(text.slice(other.end, mention.start)) &&
      other.end < mention.start,
  );
  if (isHome) return true;
  return extraction.mentions.some(
    (other) =>
      other.index !== mention.index &&
      other.type === 'place' &&
      tokens[other.headToken]?.sentence === sentence &&
      isRegionOf(straighten(sliceText(text, other)), region.country, gazetteer) &&
      straighten(sliceText(text, other)) !== region.label,
  );
}

function isRegionOf(name: string, country: string, gazetteer: Gazetteer): boolean {
  return (
    gazetteer.thingNamed(name) === undefined &&
    gazetteer.placesNamed(name).some((place) => place.isRegion && place.country === country)
  );
}

/** The names of places and states in the article but this. */
function otherSurfaces({ extraction, mention }: NamedThing): string[] {
  const own = sliceText(extraction.text.text, mention);
  const surfaces = extraction.mentions
    .filter((other) => other.type === 'place' || other.type === 'state')
    .map((other) => straighten(sliceText(extraction.text.text, other)));
  return [...new Set(surfaces)].filter((surface) => surface !== own);
}
