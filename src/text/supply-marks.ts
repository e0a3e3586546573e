import type { Span } from '../model/span.ts';
import { isNarrated, reportFollows } from './read-quotation-marks.ts';
import type { QuotationMark } from './read-quotation-marks.ts';

/** A block as the pairing sees it: indices of tokens are the document's. */
export interface QuotedBlock {
  readonly firstToken: number;
  readonly endToken: number;
  readonly marks: readonly QuotationMark[];
  readonly singles: readonly { readonly open: number; readonly close: number }[];
  /** The next block opens with a mark, so that a quotation left open may go on there. */
  readonly isContinued: boolean;
}

/** A text with its tokens and the sentences that they stand in. */
export interface QuotedText {
  readonly text: string;
  readonly tokens: readonly Span[];
  /** For each token the first token of its sentence, and the end of it. */
  readonly sentenceStarts: Int32Array;
  readonly sentenceEnds: Int32Array;
}

/** Offset at which a token begins. */
export function startOf(source: QuotedText, token: number): number {
  return source.tokens[token]?.start ?? 0;
}

/** Offset behind a token. */
export function endOf(source: QuotedText, token: number): number {
  return source.tokens[token]?.end ?? 0;
}

/** The end of the last sentence between `first` and `limit`, else the token after the last comma; else `limit`. */
function endBefore(source: QuotedText, first: number, limit: number): number {
  const sentence = source.sentenceStarts[limit] ?? limit;
  if (sentence > first) return sentence;
  for (let token = limit - 1; token > first; token -= 1) {
    if (/^[,;]$/u.test(source.text.slice(startOf(source, token), endOf(source, token)))) return token + 1;
  }
  return limit;
}

/** “We need medicine, the mayor said.”: the token after the comma at which a report follows; undefined for none. */
function findReport(source: QuotedText, first: number, end: number): number | undefined {
  for (let token = first; token < end - 1; token += 1) {
    const stop = source.text.slice(startOf(source, token), endOf(source, token));
    if (/^[,!?]$/u.test(stop) && reportFollows(source.text, endOf(source, token))) return token + 1;
  }
  return undefined;
}

/** Words that are not closed after so many sentences are not all one quotation. */
const LONGEST_SUPPLIED = 12;

/**
 * Where quoted sentences end that nothing closes: behind a report that ends one, before one of the narrator's, after a
 * dozen. “We need medicine. We need it now, the mayor said. | The road is closed.”
 */
function endOfSentences(source: QuotedText, mark: QuotationMark, end: number): number {
  let sentence = source.sentenceEnds[mark.token] ?? end;
  for (let count = 1; sentence < end; count += 1) {
    if (count >= LONGEST_SUPPLIED || isNarrated(source.text, startOf(source, sentence))) return sentence;
    const next = source.sentenceEnds[sentence] ?? end;
    const report = findReport(source, sentence, Math.min(next, end));
    if (report !== undefined) return report;
    sentence = next;
  }
  return end;
}

/** Where a quotation ends whose closing mark is missing: `next` is the next mark, or the block's end. */
export function supplyEnd(source: QuotedText, block: QuotedBlock, mark: QuotationMark, next: number): number {
  const start = startOf(source, mark.token);
  const sentenceEnd = source.sentenceEnds[mark.token] ?? next;
  const report = block.isContinued
    ? undefined
    : findReport(source, mark.lastToken + 1, Math.min(next, sentenceEnd));
  if (report !== undefined) return report;
  const leads =
    mark.token === block.firstToken || /:\s?$/u.test(source.text.slice(Math.max(0, start - 2), start));
  if (leads) {
    const end = next === block.endToken ? next : endBefore(source, mark.lastToken, next);
    return block.isContinued ? end : endOfSentences(source, mark, end);
  }
  return Math.min(next, sentenceEnd);
}

/** Where a quotation begins whose opening mark is missing: with its sentence, but not before `floor`. */
export function supplyStart(
  source: QuotedText,
  block: QuotedBlock,
  mark: QuotationMark,
  floor: number,
): number {
  const sentence = source.sentenceStarts[mark.token] ?? floor;
  const started = sentence === mark.token && sentence > block.firstToken;
  return Math.max(floor, started ? (source.sentenceStarts[mark.token - 1] ?? floor) : sentence);
}
