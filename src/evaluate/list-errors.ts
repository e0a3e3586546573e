import type { ClaimDocument, ScoredClaim, ScoredSpan } from './claim-document.ts';
import type { PairedDocuments } from './evaluate-claims.ts';
import { wordsOfSpan } from './group-claims.ts';
import type { Texts } from './group-claims.ts';
import { matchClaims } from './match-claims.ts';

/**
 * What went wrong with a claim: gold was not found, a prediction is not in gold, or it was found with another holder;
 * where gold has no holders, with another source or cue.
 */
export type ErrorKind = 'missed' | 'invented' | 'other-holder' | 'other-source';

/** One error, with the words that it is about. */
export interface ClaimError {
  readonly kind: ErrorKind;
  readonly document: string;
  /** The label of the holder; for `other-holder` the one that gold has. */
  readonly holder: string;
  readonly predictedHolder?: string;
  readonly cue: string;
  readonly content: string;
  readonly reporting: string;
  /** The sentence or sentences that hold the content; empty where the text is not at hand. */
  readonly sentence: string;
}

const SENTENCE_START = /(?:[.!?…]["”’')\]]*\s+|\n+)(?=\S)/gu;
const FARTHEST = 600;

/** The stretch from sentence start to sentence end around a claim's parts. */
function sentenceAround(text: string, spans: readonly ScoredSpan[]): string {
  if (spans.length === 0) return '';
  const start = Math.min(...spans.map((span) => span.start));
  const end = Math.max(...spans.map((span) => span.end));
  const from = Math.max(0, start - FARTHEST);
  const before = [...text.slice(from, start + 1).matchAll(SENTENCE_START)].at(-1);
  const after = /[.!?…]["”’')\]]*(?=\s|$)|\n/u.exec(text.slice(Math.max(start, end - 2), end + FARTHEST));
  const first = before === undefined ? from : from + before.index + before[0].length;
  const last = after === null ? end : Math.max(end, Math.max(start, end - 2) + after.index + after[0].length);
  return text.slice(first, last).trim().replaceAll(/\s+/gu, ' ');
}

function describe(claim: ScoredClaim, document: ClaimDocument, texts: Texts): Omit<ClaimError, 'kind'> {
  const words = (spans: readonly ScoredSpan[]): string =>
    spans.map((span) => wordsOfSpan(document, span, texts) ?? `[${span.start}–${span.end}]`).join(' … ');
  const text = document.text ?? texts.get(document.id) ?? '';
  return {
    document: document.id,
    holder: labelOf(claim.holder, document),
    cue: words(claim.cue),
    content: words(claim.content),
    reporting: claim.reporting ?? '',
    sentence: sentenceAround(text, [...claim.source, ...claim.cue, ...claim.content]),
  };
}

function labelOf(reference: string, document: ClaimDocument): string {
  return document.entities.find(({ id }) => id === reference)?.label ?? reference;
}

/** What was missed, invented, or given to another holder, in the order of documents and claims. */
export function listErrors({ pairs }: PairedDocuments, texts: Texts): readonly ClaimError[] {
  return pairs.flatMap(({ gold, predicted }) => {
    const { content, attribution, full } = matchClaims(gold, predicted);
    const whole = gold.isBare === true ? attribution : full;
    const right = new Set(whole.map((pair) => pair.gold));
    const partner = new Map(content.map((pair) => [pair.gold, predicted.claims[pair.predicted]]));
    const used = new Set([...content, ...whole].map((pair) => pair.predicted));
    const ofGold = gold.claims.flatMap((claim, index): readonly ClaimError[] => {
      if (right.has(index)) return [];
      const match = partner.get(index);
      if (match === undefined) return [{ kind: 'missed', ...describe(claim, gold, texts) }];
      if (gold.isBare === true) return [{ kind: 'other-source', ...describe(claim, gold, texts) }];
      const predictedHolder = labelOf(match.holder, predicted);
      return [{ kind: 'other-holder', ...describe(claim, gold, texts), predictedHolder }];
    });
    const invented = predicted.claims
      .filter((_, index) => !used.has(index))
      .map((claim): ClaimError => ({ kind: 'invented', ...describe(claim, predicted, texts) }));
    return [...ofGold, ...invented];
  });
}
