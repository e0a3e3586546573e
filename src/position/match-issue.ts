import type { Issue } from '../model/issue.ts';
import type { ContentWords } from './content-words.ts';
import { FAR, fillSlots, isNear } from './fill-slots.ts';
import type { Filling } from './fill-slots.ts';
import { focusWords } from './focus-words.ts';
import { selectIssues } from './index-issues.ts';
import type { IssueIndex } from './index-issues.ts';
import type { IssueProfile, Wording } from './issue-profile.ts';
import { findPatternPhrase, matchPattern, readPatternTokens } from './match-pattern.ts';
import type { PatternTokens } from './match-pattern.ts';
import { supportPlaces } from './support-places.ts';

/** How well a content fits an issue, and where. */
export interface IssueMatch {
  readonly issue: Issue;
  readonly profile: IssueProfile;
  /** Share of the proposition's telling words that the content fills, 0–1. */
  readonly score: number;
  /** Weight of the proposition's words that stand in content and cue. */
  readonly shown: number;
  /** Number of words of the proposition that the text shows, also those further away. */
  readonly words: number;
  /** Whether the content speaks of the proposition as worded (+1) or of its contrary (−1). */
  readonly direction: 1 | -1;
  /** Whether what the proposition tells to be done is there, not only those whom it concerns. */
  readonly tellsAct: boolean;
  /** Tokens of content and cue that fill a slot. */
  readonly tokens: readonly number[];
  /** The token whose place in the sentence decides the stance. */
  readonly target: number;
  readonly reasons: readonly string[];
}

/** A place of the proposition stands nowhere before. */
const ABSENT_PLACE_FACTOR = 0.7;
const FOREIGN_PLACE_FACTOR = 0.8;
const OTHER_PLACE_FACTOR = 0.5;
const DISTANT_PLACE_FACTOR = 0.9;
const NO_PREDICATE_FACTOR = 0.7;
const NAMELESS_FACTOR = 0.7;
const TOLD_SHARE = 0.75;
/** The least share that a single word must have of a proposition to show it. */
const LONE_SHARE = 0.6;

/** Added to a proposition's weight, so that few words that fit weigh less than many. */
const SMOOTHING = 0.5;
const LEAST_NAMELESS_SHARE = 0.3;
const LEAST_POINTING_SHARE = 0.15;
const ROUNDING = 1e-9;

/** The least score at which a content is said to be about an issue. */
export const LEAST_SCORE = 0.36;
/** The least score of a near miss. */
const LEAST_NEAR_SCORE = 0.2;

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

/** Whether the words near enough could show the share of the proposition that is asked for. */
function couldShow({ slots, nameless }: Wording, { nearKeys, pointsBack }: ContentWords): boolean {
  const least = pointsBack ? LEAST_POINTING_SHARE : LEAST_NAMELESS_SHARE;
  let shown = 0;
  for (const slot of slots) {
    if (slot.kind === 'place') continue;
    const isShown = [...slot.keys, ...slot.contraries].some((key) => nearKeys.has(key));
    if (isShown) shown += slot.weight;
  }
  return shown > 0 && shown >= least * nameless - ROUNDING;
}

function matchWording(profile: IssueProfile, wording: Wording, words: ContentWords): IssueMatch | undefined {
  if (!couldShow(wording, words)) return undefined;
  const fillings = fillSlots(wording.slots, words);
  const near = fillings.filter(({ sighting }) => isNear(sighting));
  if (!near.some(({ slot }) => slot.kind !== 'place')) return undefined;
  const places = wording.slots.filter(({ kind }) => kind === 'place');
  const filledPlaces = fillings.filter(({ slot }) => slot.kind === 'place');
  if (places.length > 0 ? filledPlaces.length === 0 : supportPlaces(profile, words) === 0) return undefined;
  const { nameless } = wording;
  const shown = near
    .filter(({ slot }) => slot.kind !== 'place')
    .reduce((sum, { slot, credit }) => sum + slot.weight * credit, 0);
  const least = words.pointsBack ? LEAST_POINTING_SHARE : LEAST_NAMELESS_SHARE;
  if (shown < least * nameless) return undefined;
  // “They came back” is no conflict of those whom the article names elsewhere.
  const isFarAway = filledPlaces.length > 0 && filledPlaces.every(({ sighting }) => FAR.has(sighting.place));
  const lacksPredicate =
    wording.slots.some(({ isPredicate }) => isPredicate) && !near.some(({ slot }) => slot.isPredicate);
  const nearPlaces = near.filter(({ slot }) => slot.kind === 'place').length;
  // “Armenia took a lot of land” tells of no exchange with a state that it does not name.
  const isPassing = lacksPredicate && near.length - nearPlaces < 2 && nearPlaces < places.length;
  const isLone =
    (isPassing && !words.pointsBack) ||
    (near.length < 2 && (filledPlaces.length < places.length || shown < LONE_SHARE * nameless || isFarAway));
  if (isLone && !(words.pointsBack && filledPlaces.some(({ sighting }) => sighting.place !== 'earlier')))
    return undefined;
  const gained = fillings.reduce((sum, { slot, credit }) => sum + slot.weight * credit, 0);
  const expected = new Set(places.flatMap(({ keys }) => [...keys]));
  const isForeign = [...words.contentPlaces].some((key) => !expected.has(key));
  const missesPlace = filledPlaces.filter(({ sighting }) => isNear(sighting)).length < places.length;
  const isFarFromPlaces =
    places.length > 0 && !words.pointsBack && filledPlaces.every(({ sighting }) => FAR.has(sighting.place));
  // “Georgia's membership” is not Finland's, unless Finland stands somewhere before.
  const isOther = isForeign && filledPlaces.length < places.length;
  // “Suspension of CFE obligations in response to Russia's actions”: all but the place is there, a name besides.
  const isTold =
    shown >= TOLD_SHARE * nameless && near.some(({ slot }) => slot.kind === 'name' && slot.weight > 0);
  const foreign =
    isOther && !isTold
      ? OTHER_PLACE_FACTOR
      : filledPlaces.length < places.length && !isTold
        ? ABSENT_PLACE_FACTOR
        : isForeign && missesPlace
          ? FOREIGN_PLACE_FACTOR
          : 1;
  // A proposition with names is about them: no other treaty will do for “the CFE Treaty”.
  const isNameless =
    wording.slots.some(({ kind }) => kind === 'name') && !fillings.some(({ slot }) => slot.kind === 'name');
  const factor = foreign * (isFarFromPlaces ? DISTANT_PLACE_FACTOR : 1) * (isNameless ? NAMELESS_FACTOR : 1);
  const target = chooseTarget(near, words.isAct);
  if (target === undefined) return undefined;
  const contrary = near.find((filling) => filling.contrary);
  // “Retreats from Europe” is no word on whether Ukraine joins NATO: the contrary must name whom it is about.
  const isNamed = fillings.some(
    ({ slot, sighting }) => /^(?:place|name)$/.test(slot.kind) && !FAR.has(sighting.place),
  );
  if (contrary !== undefined && !isNamed && wording.slots.some(({ kind }) => /^(?:place|name)$/.test(kind)))
    return undefined;
  return {
    issue: profile.issue,
    profile,
    score: Math.min(
      1,
      ((lacksPredicate ? NO_PREDICATE_FACTOR : 1) * factor * gained) / (wording.weight + SMOOTHING),
    ),
    tellsAct: !lacksPredicate,
    words: fillings.length,
    shown: near.reduce((sum, { slot, credit }) => sum + slot.weight * credit, 0),
    direction: contrary === undefined ? 1 : -1,
    tokens: [...new Set(near.map(({ sighting }) => sighting.token))].sort((left, right) => left - right),
    target: target.sighting.token,
    reasons: [
      `words of the proposition: ${fillings.map(({ slot }) => slot.word).join(', ')}`,
      ...(contrary === undefined ? [] : [`the contrary of “${contrary.slot.word}”`]),
    ],
  };
}

const PATTERN_SCORE = 0.8;
/** A pattern was written for its issue: it tells as much as this many words of the proposition. */
const MANY_WORDS = 5;
const WORDING_SHARE = 0.2;

function highest(matches: readonly IssueMatch[]): IssueMatch | undefined {
  return matches.reduce<IssueMatch | undefined>(
    (best, match) => (best === undefined || match.score > best.score ? match : best),
    undefined,
  );
}

function matchPatterns(
  profile: IssueProfile,
  words: ContentWords,
  patternWords: PatternTokens,
): IssueMatch | undefined {
  for (const prepared of profile.patterns) {
    const found = matchPattern(prepared, patternWords);
    if (found === undefined) continue;
    const support = supportPlaces(profile, words);
    if (support === 0) return undefined;
    const { all, direction } = prepared.pattern;
    return {
      ...found,
      issue: profile.issue,
      profile,
      score: PATTERN_SCORE * support,
      tellsAct: true,
      words: MANY_WORDS * support,
      shown: all.length,
      direction: direction === 'con' ? -1 : 1,
      reasons: [`pattern: ${all.map((alternatives) => alternatives.join('|')).join(' + ')}`],
    };
  }
  return undefined;
}

/** The content's fit with one issue: by its words, or by a pattern where that fits better. */
function matchIssue(
  profile: IssueProfile,
  words: ContentWords,
  focused: readonly ContentWords[],
  patternWords: PatternTokens,
): IssueMatch | undefined {
  const best = highest(
    profile.wordings
      .flatMap((wording) => focused.map((focus) => matchWording(profile, wording, focus)))
      .filter((match) => match !== undefined),
  );
  const pattern = matchPatterns(profile, words, patternWords);
  if (pattern === undefined) return best;
  // Of two issues whose patterns hold, the one whose proposition is nearer to the words comes first.
  return { ...pattern, score: pattern.score + WORDING_SHARE * (best?.score ?? 0) };
}

/** All issues that are near and not blocked, the best first; of equal ones the one named first. */
export function matchIssues(index: IssueIndex, words: ContentWords): readonly IssueMatch[] {
  const patternWords = readPatternTokens(
    [...words.cue, ...words.content].sort((left, right) => left.index - right.index),
  );
  let contentWords: PatternTokens | undefined;
  const isBlocked = ({ blockers }: IssueProfile): boolean => {
    if (blockers.length === 0) return false;
    const tokens = (contentWords ??= readPatternTokens(words.content));
    return blockers.some((blocker) => findPatternPhrase(tokens, blocker).length > 0);
  };
  const focused = focusWords(words);
  const matches: IssueMatch[] = [];
  for (const profile of selectIssues(index, words.nearKeys, patternWords)) {
    const match = matchIssue(profile, words, focused, patternWords);
    if (match !== undefined && match.score >= LEAST_NEAR_SCORE && !isBlocked(profile)) matches.push(match);
  }
  return matches.sort((left, right) => right.score - left.score);
}
