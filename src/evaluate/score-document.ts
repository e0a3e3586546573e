import type { Span } from '../model/span.ts';
import type { ClaimDocument, ScoredClaim } from './claim-document.ts';
import { matchClaims, polarityOf } from './match-claims.ts';
import type { Pair } from './match-greedily.ts';
import { matchItems } from './match-greedily.ts';
import { scoreLinks } from './score-links.ts';
import type { LinkCounts } from './score-links.ts';
import { sharedLength } from './span-overlap.ts';

/** The parts of an attribution that are scored as spans. */
export type SpanPart = 'source' | 'cue' | 'content';

/** How many spans there are, and how many agree exactly and by overlap. */
export interface SpanCounts {
  readonly gold: number;
  readonly predicted: number;
  readonly exact: number;
  readonly lenient: number;
}

/** A value as gold has it and as it was predicted, on a claim whose content and holder agree. */
export type ValuePair<Value> = readonly [gold: Value | undefined, predicted: Value | undefined];

/** The counts of one document; the sums of many give the scores. */
export interface DocumentScore {
  readonly id: string;
  readonly spans: Readonly<Record<SpanPart, SpanCounts>>;
  readonly gold: number;
  readonly predicted: number;
  readonly content: number;
  readonly attribution: number;
  readonly full: number;
  readonly speaker: number;
  readonly polarity: readonly ValuePair<number>[];
  readonly stance: readonly ValuePair<string>[];
  readonly issue: readonly ValuePair<string>[];
  readonly reporting: readonly ValuePair<string>[];
  readonly certainty: readonly ValuePair<string>[];
  /** For each kind of report, the gold claims of that kind and how many of them were found with their holder. */
  readonly byReporting: ReadonlyMap<string, { readonly found: number; readonly gold: number }>;
  /** Gold claims whose speaker is a third party and not the holder, and how many of them were found. */
  readonly nested: { readonly found: number; readonly gold: number };
  readonly links: LinkCounts;
}

const keyOf = ({ start, end }: Span): string => `${start}-${end}`;

/** The spans of all claims, each once. */
function distinctSpans(claims: readonly ScoredClaim[], part: SpanPart): readonly Span[] {
  return [...new Map(claims.flatMap((claim) => claim[part]).map((span) => [keyOf(span), span])).values()];
}

function scoreSpans(gold: ClaimDocument, predicted: ClaimDocument, part: SpanPart): SpanCounts {
  const golds = distinctSpans(gold.claims, part);
  const predictions = distinctSpans(predicted.claims, part);
  const keys = new Set(predictions.map(keyOf));
  const lenient = matchItems(golds, predictions, (left, right) => {
    const shared = sharedLength(left, right);
    return shared === 0 ? undefined : (2 * shared) / (left.end - left.start + right.end - right.start);
  });
  return {
    gold: golds.length,
    predicted: predictions.length,
    exact: golds.filter((span) => keys.has(keyOf(span))).length,
    lenient: lenient.length,
  };
}

function isNested(claim: ScoredClaim): boolean {
  return claim.speaker !== claim.holder && claim.speaker !== 'article';
}

function countByReporting(gold: ClaimDocument, found: ReadonlySet<number>): DocumentScore['byReporting'] {
  const counts = new Map<string, { found: number; gold: number }>();
  for (const [index, { reporting = 'unknown' }] of gold.claims.entries()) {
    const count = counts.get(reporting) ?? { found: 0, gold: 0 };
    counts.set(reporting, { found: count.found + (found.has(index) ? 1 : 0), gold: count.gold + 1 });
  }
  return counts;
}

/** Compares the claims predicted for a document with its gold ones; a document without prediction has none. */
export function scoreDocument(gold: ClaimDocument, predicted: ClaimDocument): DocumentScore {
  const matches = matchClaims(gold, predicted);
  const valuesOf = <Value>(read: (claim: ScoredClaim) => Value | undefined): readonly ValuePair<Value>[] =>
    matches.full.map(({ gold: left, predicted: right }: Pair) => {
      const [one, other] = [gold.claims[left], predicted.claims[right]];
      return [one && read(one), other && read(other)];
    });
  const found = new Set(matches.full.map((pair) => pair.gold));
  return {
    id: gold.id,
    spans: {
      source: scoreSpans(gold, predicted, 'source'),
      cue: scoreSpans(gold, predicted, 'cue'),
      content: scoreSpans(gold, predicted, 'content'),
    },
    gold: gold.claims.length,
    predicted: predicted.claims.length,
    content: matches.content.length,
    attribution: matches.attribution.length,
    full: matches.full.length,
    speaker: matches.speaker.length,
    polarity: valuesOf(polarityOf),
    stance: valuesOf(({ stance }) => stance),
    issue: valuesOf(({ issue }) => issue),
    reporting: valuesOf(({ reporting }) => reporting),
    certainty: valuesOf(({ certainty }) => certainty),
    byReporting: countByReporting(gold, found),
    nested: {
      found: gold.claims.filter((claim, index) => found.has(index) && isNested(claim)).length,
      gold: gold.claims.filter(isNested).length,
    },
    links: scoreLinks(gold, predicted),
  };
}
