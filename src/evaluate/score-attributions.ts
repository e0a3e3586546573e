import type { Span } from '../model/span.ts';

/** An attribution to be compared: source, cue and content, each of any number of fragments. */
export interface ComparedAttribution {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  /** The cue is a verb of speech or attitude. */
  readonly core: boolean;
}

/** What agrees between the gold and the predicted attributions of some texts; counts add up. */
export interface AttributionCounts {
  readonly gold: number;
  readonly predicted: number;
  /** Pairs whose cues overlap. */
  readonly cues: number;
  /** Content shares half its words (Dice), source and cue overlap. */
  readonly full: number;
  /** Content and source share half their words each. */
  readonly half: number;
  /** As `half`, of the attributions whose cue is a verb of speech or attitude. */
  readonly core: number;
  readonly coreGold: number;
  readonly corePredicted: number;
}

/** Counts of nothing. */
export const NO_ATTRIBUTIONS: AttributionCounts = {
  gold: 0,
  predicted: 0,
  cues: 0,
  full: 0,
  half: 0,
  core: 0,
  coreGold: 0,
  corePredicted: 0,
};

/** The sum of counts. */
export function addAttributionCounts(left: AttributionCounts, right: AttributionCounts): AttributionCounts {
  return {
    gold: left.gold + right.gold,
    predicted: left.predicted + right.predicted,
    cues: left.cues + right.cues,
    full: left.full + right.full,
    half: left.half + right.half,
    core: left.core + right.core,
    coreGold: left.coreGold + right.coreGold,
    corePredicted: left.corePredicted + right.corePredicted,
  };
}

interface Words {
  readonly source: ReadonlySet<number>;
  readonly cue: ReadonlySet<number>;
  readonly content: ReadonlySet<number>;
}

/** One gold and one predicted attribution that were found to be about the same. */
export interface AttributionMatch {
  readonly gold: number;
  readonly predicted: number;
  readonly cue: boolean;
  readonly full: boolean;
  readonly half: boolean;
}

const LEAST_LIKENESS = 0.3;

/** Pairs gold and predicted attributions, the likest first, each at most once. */
export function matchAttributions(
  text: string,
  gold: readonly ComparedAttribution[],
  predicted: readonly ComparedAttribution[],
): readonly AttributionMatch[] {
  const words = [...text.matchAll(/[\p{L}\p{N}]+/gu)].map(({ index, 0: word }) => ({
    start: index,
    end: index + word.length,
  }));
  const golds = gold.map((attribution) => wordsOf(attribution, words));
  const predictions = predicted.map((attribution) => wordsOf(attribution, words));
  const pairs = golds.flatMap((left, goldIndex) =>
    predictions.flatMap((right, predictedIndex) => {
      const likeness =
        Number(overlap(left.cue, right.cue)) +
        dice(left.content, right.content) +
        0.5 * dice(left.source, right.source);
      return likeness > LEAST_LIKENESS ? [{ likeness, goldIndex, predictedIndex, left, right }] : [];
    }),
  );
  pairs.sort(
    (one, other) =>
      other.likeness - one.likeness ||
      one.goldIndex - other.goldIndex ||
      one.predictedIndex - other.predictedIndex,
  );
  const usedGold = new Set<number>();
  const usedPredicted = new Set<number>();
  const matches: AttributionMatch[] = [];
  for (const { goldIndex, predictedIndex, left, right } of pairs) {
    if (usedGold.has(goldIndex) || usedPredicted.has(predictedIndex)) continue;
    usedGold.add(goldIndex);
    usedPredicted.add(predictedIndex);
    const content = dice(left.content, right.content) >= 0.5;
    const cue = overlap(left.cue, right.cue);
    matches.push({
      gold: goldIndex,
      predicted: predictedIndex,
      cue,
      full: content && cue && overlap(left.source, right.source),
      half: content && dice(left.source, right.source) >= 0.5,
    });
  }
  return matches;
}

/** Counts what agrees in one text. */
export function scoreAttributions(
  text: string,
  gold: readonly ComparedAttribution[],
  predicted: readonly ComparedAttribution[],
): AttributionCounts {
  const matches = matchAttributions(text, gold, predicted);
  const isCore = (match: AttributionMatch): boolean =>
    gold[match.gold]?.core === true && predicted[match.predicted]?.core === true;
  return {
    gold: gold.length,
    predicted: predicted.length,
    cues: matches.filter((match) => match.cue).length,
    full: matches.filter((match) => match.full).length,
    half: matches.filter((match) => match.half).length,
    core: matches.filter((match) => match.half && isCore(match)).length,
    coreGold: gold.filter(({ core }) => core).length,
    corePredicted: predicted.filter(({ core }) => core).length,
  };
}

function wordsOf({ source, cue, content }: ComparedAttribution, words: readonly Span[]): Words {
  const read = (spans: readonly Span[]): ReadonlySet<number> => {
    const found = new Set<number>();
    for (const span of spans) {
      for (
        let index = firstEndingAfter(words, span.start);
        (words[index]?.start ?? Infinity) < span.end;
        index += 1
      ) {
        found.add(index);
      }
    }
    return found;
  };
  return { source: read(source), cue: read(cue), content: read(content) };
}

function firstEndingAfter(words: readonly Span[], offset: number): number {
  let low = 0;
  let high = words.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.end ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function shared(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  let count = 0;
  for (const word of left) if (right.has(word)) count += 1;
  return count;
}

/** Two parts that are both left out agree. */
function dice(left: ReadonlySet<number>, right: ReadonlySet<number>): number {
  return left.size + right.size === 0 ? 1 : (2 * shared(left, right)) / (left.size + right.size);
}

function overlap(left: ReadonlySet<number>, right: ReadonlySet<number>): boolean {
  return left.size + right.size === 0 || shared(left, right) > 0;
}
