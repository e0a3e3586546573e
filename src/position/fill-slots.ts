import { PLACES } from './content-words.ts';
import type { ContentWords, Place, Sighting } from './content-words.ts';
import type { Slot } from './issue-profile.ts';

/** What a word counts that stands outside the content, by where it stands. Only names reach over sentences. */
const CREDIT: Readonly<Record<Place, number>> = {
  content: 1,
  cue: 1,
  source: 0.7,
  sentence: 0.55,
  before: 0.4,
  headline: 0.35,
  earlier: 0.3,
};
/** A pronoun or “the operation” points back: what it points to counts almost as if it stood there. */
const POINTING_CREDIT = 0.7;
const NAMELESS_CREDIT = 0.4;
const SYNONYM_CREDIT = 0.85;
const CONTRARY_CREDIT = 0.6;

/** Places outside the sentence's own words. */
export const FAR: ReadonlySet<Place> = new Set(['source', 'before', 'headline', 'earlier']);

/** A slot with the word that stands for it. */
export interface Filling {
  readonly slot: Slot;
  readonly credit: number;
  readonly sighting: Sighting;
  readonly contrary: boolean;
}

/** Whether a word stands in the content or the cue. */
export function isNear({ place }: Sighting): boolean {
  return place === 'content' || place === 'cue';
}

/** Of two words that fit alike the nearer one, then the earlier. */
function isBetter(left: Filling, right: Filling): boolean {
  if (left.credit !== right.credit) return left.credit > right.credit;
  const nearness = PLACES.indexOf(left.sighting.place) - PLACES.indexOf(right.sighting.place);
  return nearness < 0 || (nearness === 0 && left.sighting.token < right.sighting.token);
}

function fillSlot(slot: Slot, words: ContentWords, taken: ReadonlySet<number>): Filling | undefined {
  const { pointsBack } = words;
  const isName = slot.kind === 'place' || slot.kind === 'name';
  let best: Filling | undefined;
  const look = (key: string, likeness: number, contrary: boolean): void => {
    for (const sighting of words.sightingsOf(key)) {
      if (taken.has(sighting.token)) continue;
      const isFar = FAR.has(sighting.place);
      if (isFar && !isName && !(pointsBack && sighting.place === 'before')) continue;
      const near =
        isFar && pointsBack ? (isName ? POINTING_CREDIT : NAMELESS_CREDIT) : CREDIT[sighting.place];
      const filling = { slot, credit: likeness * near, sighting, contrary };
      if (best === undefined || isBetter(filling, best)) best = filling;
    }
  };
  for (const key of slot.keys) look(key, slot.own.has(key) ? 1 : SYNONYM_CREDIT, false);
  for (const key of slot.contraries) if (!slot.keys.has(key)) look(key, CONTRARY_CREDIT, true);
  return best;
}

/** Every slot with the best word for it; a word fills one slot only, its own sooner than a synonym's. */
export function fillSlots(slots: readonly Slot[], words: ContentWords): readonly Filling[] {
  const taken = new Set<number>();
  const filled = new Map<Slot, Filling>();
  const open = new Map<Slot, Filling>();
  for (const slot of slots) {
    const filling = fillSlot(slot, words, taken);
    if (filling !== undefined) open.set(slot, filling);
  }
  while (open.size > 0) {
    let best: Filling | undefined;
    for (const filling of open.values())
      if (best === undefined || filling.credit > best.credit) best = filling;
    if (best === undefined) break;
    open.delete(best.slot);
    filled.set(best.slot, best);
    if (best.slot.kind === 'place') continue;
    const { token } = best.sighting;
    taken.add(token);
    for (const [slot, { sighting }] of open) {
      if (sighting.token !== token) continue;
      const next = fillSlot(slot, words, taken);
      if (next === undefined) open.delete(slot);
      else open.set(slot, next);
    }
  }
  return slots.flatMap((slot) => filled.get(slot) ?? []);
}
