import type { ClaimDocument, ScoredClaim, ScoredSpan } from './claim-document.ts';
import type { PairedDocuments } from './evaluate-claims.ts';
import { matchClaims, polarityOf } from './match-claims.ts';

/** What claims can be grouped by: the kind of report, the cue's words, the outlet. */
export const GROUPINGS = ['kind', 'cue', 'outlet'] as const;
export type Grouping = (typeof GROUPINGS)[number];

/** The counts of the claims that share a value: gold ones and how many were found, predicted ones and how many are right. */
export interface GroupCounts {
  readonly group: string;
  readonly gold: number;
  readonly found: number;
  /** With its holder; where gold has none, with source and cue. */
  readonly foundWithHolder: number;
  readonly foundWithPolarity: number;
  readonly predicted: number;
  readonly right: number;
}

/** The texts of documents by id, for words that the files leave out. */
export type Texts = ReadonlyMap<string, string>;

/** The words of a span: as the file gives them, else out of the text; undefined where neither is there. */
export function wordsOfSpan(document: ClaimDocument, span: ScoredSpan, texts: Texts): string | undefined {
  return span.surface ?? (document.text ?? texts.get(document.id))?.slice(span.start, span.end);
}

function groupOf(claim: ScoredClaim, document: ClaimDocument, by: Grouping, texts: Texts): string {
  if (by === 'kind') return claim.reporting ?? '(unknown)';
  if (by === 'outlet') return document.outlet ?? '(unknown)';
  const cue = claim.cue.map((span) => wordsOfSpan(document, span, texts) ?? '(unknown)').join(' … ');
  return cue === '' ? '(none)' : cue.toLowerCase();
}

type Tally = { -readonly [Name in Exclude<keyof GroupCounts, 'group'>]: GroupCounts[Name] };

/** Counts claims by a value of theirs: gold claims by the gold value, predicted ones by the predicted value; the largest group first. */
export function groupClaims({ pairs }: PairedDocuments, by: Grouping, texts: Texts): readonly GroupCounts[] {
  const tallies = new Map<string, Tally>();
  const tallyOf = (claim: ScoredClaim, document: ClaimDocument): Tally => {
    const group = groupOf(claim, document, by, texts);
    const tally = tallies.get(group) ?? {
      gold: 0,
      found: 0,
      foundWithHolder: 0,
      foundWithPolarity: 0,
      predicted: 0,
      right: 0,
    };
    tallies.set(group, tally);
    return tally;
  };
  for (const { gold, predicted } of pairs) {
    // Both sides go by the outlet that gold knows.
    const predictedDocument = gold.outlet === undefined ? predicted : { ...predicted, outlet: gold.outlet };
    const { content, attribution, full } = matchClaims(gold, predicted);
    const whole = gold.isBare === true ? attribution : full;
    const byContent = new Set(content.map((pair) => pair.gold));
    const partner = new Map(whole.map((pair) => [pair.gold, predicted.claims[pair.predicted]]));
    const right = new Set(whole.map((pair) => pair.predicted));
    for (const [index, claim] of gold.claims.entries()) {
      const tally = tallyOf(claim, gold);
      const match = partner.get(index);
      tally.gold += 1;
      if (byContent.has(index)) tally.found += 1;
      if (match !== undefined) tally.foundWithHolder += 1;
      if (match !== undefined && polarityOf(match) === polarityOf(claim)) tally.foundWithPolarity += 1;
    }
    for (const [index, claim] of predicted.claims.entries()) {
      const tally = tallyOf(claim, predictedDocument);
      tally.predicted += 1;
      if (right.has(index)) tally.right += 1;
    }
  }
  return [...tallies]
    .map(([group, tally]) => ({ group, ...tally }))
    .toSorted(
      (left, right) =>
        right.gold - left.gold || right.predicted - left.predicted || (left.group < right.group ? -1 : 1),
    );
}
