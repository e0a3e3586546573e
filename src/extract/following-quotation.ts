import type { AnnotatedText, Quotation } from '../model/annotated-text.ts';
import type { Finding } from './finding.ts';
import { cutContent, quotationRange } from './complement.ts';
import { isPunctuation, rangesMeet, subtractRanges, type TokenRange } from './token-range.ts';

const LONGEST_GAP = 25;
const MOST_WORDS_BETWEEN = 12;

/**
 * Gives a direct quotation the ones that go on with it: “…,” said X. “…” in the same paragraph, and the paragraphs
 * that a quotation without closing mark runs through.
 */
export function addFollowingQuotations(
  text: AnnotatedText,
  findings: readonly Finding[],
): readonly Finding[] {
  const outer = findings.filter(({ cueToken }) => (text.tokens[cueToken]?.quotation ?? -1) < 0);
  const grown = findings.map((finding) => ({ ...finding, content: [...finding.content] }));
  for (const quotation of text.quotations) {
    const range = quotationRange(text, quotation.index);
    if (range === undefined || isTold(outer, range) || !isUtterance(text, range)) continue;
    const speaker = findSpeaker(text, grown, quotation, range) ?? findAnnouncer(text, grown, range);
    if (speaker === undefined) continue;
    // What was found of the quotation so far goes up in the whole of it.
    const others = speaker.content.flatMap((part) => subtractRanges(part, [range]));
    speaker.content = [...others, ...cutContent(text, range, [])];
  }
  return grown;
}

function isTold(findings: readonly Finding[], range: TokenRange): boolean {
  return findings.some((finding) =>
    [...finding.content, ...finding.cue].some(
      (other) =>
        Math.min(range.end, other.end) - Math.max(range.first, other.first) > (range.end - range.first) * 0.2,
    ),
  );
}

/** A quotation that begins a sentence or follows a pause, and holds more than a few words. */
function isUtterance(text: AnnotatedText, range: TokenRange): boolean {
  const before = text.tokens[range.first - 1];
  const starts =
    text.sentences[text.tokens[range.first]?.sentence ?? -1]?.firstToken === range.first ||
    (before !== undefined && /^[,:.]$/u.test(before.form));
  return starts && range.end - range.first > 5;
}

interface GrowingFinding extends Omit<Finding, 'content'> {
  content: readonly TokenRange[];
}

function findSpeaker(
  text: AnnotatedText,
  findings: readonly GrowingFinding[],
  quotation: Quotation,
  range: TokenRange,
): GrowingFinding | undefined {
  const { continues } = quotation;
  if (continues !== undefined) {
    const continued = quotationRange(text, continues);
    return findings.find((finding) =>
      finding.content.some((part) => continued !== undefined && rangesMeet(part, continued)),
    );
  }
  const block = blockOf(text, range.first);
  const candidates = findings.filter(
    (finding) =>
      finding.cueToken >= 0 &&
      (text.tokens[finding.cueToken]?.quotation ?? -1) < 0 &&
      finding.cueToken < range.first &&
      blockOf(text, finding.cueToken) === block,
  );
  const nearest = candidates.reduce<GrowingFinding | undefined>(
    (best, finding) => (best === undefined || finding.cueToken > best.cueToken ? finding : best),
    undefined,
  );
  if (nearest === undefined || !isMostlyQuoted(text, nearest.content)) return undefined;
  const end = Math.max(
    ...[...nearest.content, ...nearest.cue, ...nearest.source]
      .map((part) => part.end)
      .filter((edge) => edge <= range.first),
  );
  const between = text.tokens.slice(end, range.first).filter((token) => !isPunctuation(token));
  return range.first - end <= LONGEST_GAP && between.length <= MOST_WORDS_BETWEEN ? nearest : undefined;
}

/** “We need medicine.” The mayor said: “We will ask for it.”: the colon looks forward, the speaker is the same. */
function findAnnouncer(
  text: AnnotatedText,
  findings: readonly GrowingFinding[],
  range: TokenRange,
): GrowingFinding | undefined {
  let next = range.end;
  while (next < text.tokens.length && isPunctuation(text.tokens[next])) next += 1;
  return findings.find(
    (finding) =>
      [...finding.source, ...finding.cue].some((part) => part.first === next) &&
      blockOf(text, finding.cueToken) === blockOf(text, range.first) &&
      isMostlyQuoted(text, finding.content),
  );
}

function isMostlyQuoted(text: AnnotatedText, content: readonly TokenRange[]): boolean {
  const tokens = content.flatMap((part) => text.tokens.slice(part.first, part.end));
  return tokens.filter((token) => token.quotation >= 0).length >= tokens.length * 0.6;
}

function blockOf(text: AnnotatedText, index: number): number | undefined {
  return text.sentences[text.tokens[index]?.sentence ?? -1]?.block;
}
