import type { Issue, IssuePattern } from '../model/issue.ts';
import type { Token } from '../model/annotated-text.ts';
import { stemWord } from './stem-word.ts';
import type { ContentWords, Place, Sighting } from './content-words.ts';
import type { IssueProfile, Slot, Wording } from './issue-profile.ts';

/** How well a content fits an issue, and where. */
export interface IssueMatch {
  readonly issue: Issue;
  /** Share of the proposition's telling words that the content fills, 0–1. */
  readonly score: number;
  /** Whether the content speaks of the proposition as worded (+1) or of its contrary (−1). */
  readonly direction: 1 | -1;
  /** Tokens of content and cue that fill a slot. */
  readonly tokens: readonly number[];
  /** The token whose place in the sentence decides the stance. */
  readonly target: number;
  readonly reasons: readonly string[];
}

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
const CONTRARY_CREDIT = 0.7;
const FOREIGN_PLACE_FACTOR = 0.8;
const OTHER_PLACE_FACTOR = 0.5;
const DISTANT_PLACE_FACTOR = 0.9;
const NO_PREDICATE_FACTOR = 0.8;

/** Added to a proposition's weight, so that few words that fit weigh less than many. */
const SMOOTHING = 0.5;
const LEAST_NAMELESS_SHARE = 0.3;
const LEAST_POINTING_SHARE = 0.15;

/** The least score at which a content is said to be about an issue. */
export const LEAST_SCORE = 0.36;

const FAR: ReadonlySet<Place> = new Set(['source', 'before', 'headline', 'earlier']);

interface Filling {
  readonly slot: Slot;
  readonly credit: number;
  readonly sighting: Sighting;
  readonly contrary: boolean;
}

function isNear({ place }: Sighting): boolean {
  return place === 'content' || place === 'cue';
}

function fillSlot(
  slot: Slot,
  { sightings, pointsBack }: ContentWords,
  taken: ReadonlySet<number>,
): Filling | undefined {
  let best: Filling | undefined;
  for (const sighting of sightings) {
    if (taken.has(sighting.token)) continue;
    const { key } = sighting.term;
    const contrary = !slot.keys.has(key) && slot.contraries.has(key);
    if (!contrary && !slot.keys.has(key)) continue;
    const isName = slot.kind === 'place' || slot.kind === 'name';
    const isFar = FAR.has(sighting.place);
    if (isFar && !isName && !(pointsBack && sighting.place === 'before')) continue;
    const likeness = contrary ? CONTRARY_CREDIT : slot.own.has(key) ? 1 : SYNONYM_CREDIT;
    const near = isFar && pointsBack ? (isName ? POINTING_CREDIT : NAMELESS_CREDIT) : CREDIT[sighting.place];
    const credit = likeness * near;
    if (best === undefined || credit > best.credit) best = { slot, credit, sighting, contrary };
  }
  return best;
}

/** Every slot with the best word for it; a word fills one slot only, its own sooner than a synonym's. */
function fillSlots(slots: readonly Slot[], words: ContentWords): readonly Filling[] {
  const taken = new Set<number>();
  const filled = new Map<Slot, Filling>();
  const free = new Set(slots);
  while (free.size > 0) {
    const candidates = [...free]
      .map((slot) => fillSlot(slot, words, taken))
      .filter((filling) => filling !== undefined);
    const [best] = candidates.sort((left, right) => right.credit - left.credit);
    if (best === undefined) break;
    free.delete(best.slot);
    filled.set(best.slot, best);
    if (best.slot.kind !== 'place') taken.add(best.sighting.token);
  }
  return slots.flatMap((slot) => filled.get(slot) ?? []);
}

/** Predicates decide where the stance is read; among several the first of the proposition does. */
function chooseTarget(near: readonly Filling[], isAct: boolean): Filling | undefined {
  const inContent = near.filter(({ sighting }) => sighting.place === 'content');
  const pool = inContent.length > 0 ? inContent : near;
  // “banned” for “Germany bars the airline”: the act is what the proposition is about.
  const act = near.find(({ slot, sighting }) => sighting.place === 'cue' && slot.kind === 'predicate');
  if (act !== undefined && isAct) return act;
  return (
    pool.find(({ contrary }) => contrary) ??
    pool.find(({ slot }) => slot.kind === 'predicate' && slot.contraries.size > 0) ??
    pool.find(({ slot }) => slot.kind === 'predicate') ??
    pool.find(({ slot }) => slot.kind === 'word' || slot.kind === 'name') ??
    pool[0]
  );
}

function matchWording(issue: Issue, wording: Wording, words: ContentWords): IssueMatch | undefined {
  const fillings = fillSlots(wording.slots, words);
  const near = fillings.filter(({ sighting }) => isNear(sighting));
  if (!near.some(({ slot }) => slot.kind !== 'place')) return undefined;
  const places = wording.slots.filter(({ kind }) => kind === 'place');
  const filledPlaces = fillings.filter(({ slot }) => slot.kind === 'place');
  if (places.length > 0 && filledPlaces.length === 0) return undefined;
  const nameless = wording.slots
    .filter(({ kind }) => kind !== 'place')
    .reduce((sum, { weight }) => sum + weight, 0);
  const shown = near
    .filter(({ slot }) => slot.kind !== 'place')
    .reduce((sum, { slot, credit }) => sum + slot.weight * credit, 0);
  const least = words.pointsBack ? LEAST_POINTING_SHARE : LEAST_NAMELESS_SHARE;
  if (shown < least * nameless) return undefined;
  const gained = fillings.reduce((sum, { slot, credit }) => sum + slot.weight * credit, 0);
  const expected = new Set(places.flatMap(({ keys }) => [...keys]));
  const isForeign = words.sightings.some(
    ({ term, place }) => term.kind === 'place' && place === 'content' && !expected.has(term.key),
  );
  const missesPlace = filledPlaces.filter(({ sighting }) => isNear(sighting)).length < places.length;
  const isFarFromPlaces =
    places.length > 0 && !words.pointsBack && filledPlaces.every(({ sighting }) => FAR.has(sighting.place));
  // “Georgia's membership” is not Finland's, unless Finland stands somewhere before.
  const isOther = isForeign && filledPlaces.length < places.length;
  const foreign = isOther ? OTHER_PLACE_FACTOR : isForeign && missesPlace ? FOREIGN_PLACE_FACTOR : 1;
  const factor = foreign * (isFarFromPlaces ? DISTANT_PLACE_FACTOR : 1);
  const lacksPredicate =
    wording.slots.some(({ isPredicate }) => isPredicate) && !near.some(({ slot }) => slot.isPredicate);
  const target = chooseTarget(near, words.isAct);
  if (target === undefined) return undefined;
  const contrary = near.find((filling) => filling.contrary);
  return {
    issue,
    score: Math.min(
      1,
      ((lacksPredicate ? NO_PREDICATE_FACTOR : 1) * factor * gained) / (wording.weight + SMOOTHING),
    ),
    direction: contrary === undefined ? 1 : -1,
    tokens: [...new Set(near.map(({ sighting }) => sighting.token))].sort((left, right) => left - right),
    target: target.sighting.token,
    reasons: [
      `words of the proposition: ${fillings.map(({ slot }) => slot.word).join(', ')}`,
      ...(contrary === undefined ? [] : [`the contrary of “${contrary.slot.word}”`]),
    ],
  };
}

function findPhrase(tokens: readonly Token[], phrase: string): number | undefined {
  const words = phrase.toLowerCase().split(' ');
  const stems = words.map(stemWord);
  const start = tokens.findIndex((_, index) =>
    words.every((word, offset) => {
      const token = tokens[index + offset];
      if (token === undefined) return false;
      return token.lemma.toLowerCase() === word || stemWord(token.form) === stems[offset];
    }),
  );
  return start < 0 ? undefined : start;
}

const PATTERN_SCORE = 0.8;
const WORDING_SHARE = 0.2;

/** The verb among a pattern's words, else its first noun: “affiliated” of “affiliated with NATO … forces”. */
function choosePatternTarget(tokens: readonly Token[], positions: readonly number[]): number {
  const found = positions.map((position) => tokens[position]).filter((token) => token !== undefined);
  const target =
    found.find(({ upos }) => upos === 'VERB') ?? found.find(({ upos }) => upos === 'NOUN') ?? found.at(-1);
  return target?.index ?? -1;
}

/** A pattern holds when one alternative of each element stands within the window. */
function matchPattern(
  issue: Issue,
  pattern: IssuePattern,
  { content, cue }: ContentWords,
): IssueMatch | undefined {
  const tokens = [...cue, ...content].sort((left, right) => left.index - right.index);
  const positions: number[] = [];
  for (const alternatives of pattern.all) {
    const found = alternatives
      .map((phrase) => findPhrase(tokens, phrase))
      .find((position) => position !== undefined);
    if (found === undefined) return undefined;
    positions.push(found);
  }
  const indices = positions.map((position) => tokens[position]?.index ?? -1);
  if (Math.max(...indices) - Math.min(...indices) > pattern.window) return undefined;
  return {
    issue,
    score: PATTERN_SCORE,
    direction: pattern.direction === 'con' ? -1 : 1,
    tokens: [...indices].sort((left, right) => left - right),
    target: choosePatternTarget(tokens, positions),
    reasons: [`pattern: ${pattern.all.map((alternatives) => alternatives.join('|')).join(' + ')}`],
  };
}

/** The content's fit with one issue: by its words, or by a pattern where that fits better; undefined if blocked. */
export function matchIssue(profile: IssueProfile, words: ContentWords): IssueMatch | undefined {
  const { issue, wordings } = profile;
  if (issue.blockers.some((blocker) => findPhrase(words.content, blocker) !== undefined)) return undefined;
  const patterns = issue.patterns
    .map((pattern) => matchPattern(issue, pattern, words))
    .filter((match) => match !== undefined);
  const byWords = wordings
    .map((wording) => matchWording(issue, wording, words))
    .filter((match) => match !== undefined);
  const best = highest(byWords);
  const pattern = patterns[0];
  if (pattern === undefined) return best;
  // Of two issues whose patterns hold, the one whose proposition is nearer to the words comes first.
  return { ...pattern, score: PATTERN_SCORE + WORDING_SHARE * (best?.score ?? 0) };
}

function highest(matches: readonly IssueMatch[]): IssueMatch | undefined {
  return matches.reduce<IssueMatch | undefined>(
    (best, match) => (best === undefined || match.score > best.score ? match : best),
    undefined,
  );
}

/** All issues that fit, the best first; of equal ones the one named first. */
export function matchIssues(profiles: readonly IssueProfile[], words: ContentWords): readonly IssueMatch[] {
  return profiles
    .map((profile) => matchIssue(profile, words))
    .filter((match) => match !== undefined && match.score >= LEAST_SCORE)
    .filter((match) => match !== undefined)
    .sort((left, right) => right.score - left.score);
}
