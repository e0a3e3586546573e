import type { ContentWords, Sighting } from './content-words.ts';
import type { IssueProfile, Wording } from './issue-profile.ts';

const LEAST_EARLIER = 2;
const NEAR: ReadonlySet<Sighting['place']> = new Set(['content', 'cue', 'source', 'sentence']);
/** What is left of a pattern's score where no place of the issue stands in the sentence. */
const DISTANT_FACTOR = 0.9;

function placesOf({ slots }: Wording): readonly (readonly string[])[] {
  return slots.filter(({ kind }) => kind === 'place').map(({ keys }) => [...keys]);
}

function isToldOf(keys: readonly string[], { sightingsOf }: ContentWords): boolean {
  const sightings = keys.flatMap(sightingsOf);
  return sightings.some(({ place }) => place !== 'earlier') || sightings.length >= LEAST_EARLIER;
}

/**
 * How far the places around a content let a pattern of the issue hold, 0–1: “resume talks” is about the war of which
 * the article tells, and not about one whose parties it never names. All places of one wording must stand before, a
 * passing mention does not count; where the content names only other places, none of them may be far.
 */
export function supportPlaces({ wordings }: IssueProfile, words: ContentWords): number {
  const asked = wordings.map(placesOf).filter((places) => places.length > 0);
  if (asked.length === 0) return 1;
  if (!asked.some((places) => places.every((keys) => isToldOf(keys, words)))) return 0;
  const all = asked.flat(2);
  const isNear = all.some((key) => words.sightingsOf(key).some(({ place }) => NEAR.has(place)));
  if (isNear) return 1;
  const isForeign = [...words.contentPlaces].some((key) => !all.includes(key));
  return isForeign ? 0 : DISTANT_FACTOR;
}
