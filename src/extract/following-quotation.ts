import type { AnnotatedText, Quotation } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import type { Finding } from './finding.ts';
import { cutContent, quotationRange } from './complement.ts';
import { SpanIndex } from './models/span-index.ts';
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
  const told = indexRanges(outer, ({ content, cue }) => [...content, ...cue]);
  const grown = findings.map((finding): GrowingFinding => ({ ...finding, content: [...finding.content] }));
  const search: FindingSearch = {
    findings: grown,
    byContent: indexRanges(grown, ({ content }) => content),
    byWords: indexRanges(grown, ({ source, cue }) => [...source, ...cue]),
    byCue: listCues(text, grown),
  };
  for (const quotation of text.quotations) {
    const range = quotationRange(text, quotation.index);
    if (range === undefined || isTold(outer, told, range) || !isUtterance(text, range)) continue;
    const index = findSpeaker(text, search, quotation, range) ?? findAnnouncer(text, search, range);
    const speaker = grown[index ?? -1];
    if (index === undefined || speaker === undefined) continue;
    // What was found of the quotation so far goes up in the whole of it.
    const others = speaker.content.flatMap((part) => subtractRanges(part, [range]));
    const added = cutContent(text, range, []);
    speaker.content = [...others, ...added];
    search.byContent.add(added.map(asSpan), index);
  }
  return grown;
}

interface GrowingFinding extends Omit<Finding, 'content'> {
  content: readonly TokenRange[];
}

/** The findings and where to look for them; an index may name more than those that fit. */
interface FindingSearch {
  readonly findings: readonly GrowingFinding[];
  readonly byContent: SpanIndex;
  readonly byWords: SpanIndex;
  /** Places of findings whose cue stands outside quotations, by ascending cue. */
  readonly byCue: readonly number[];
}

function asSpan({ first, end }: TokenRange): Span {
  return { start: first, end };
}

function indexRanges<Item>(
  findings: readonly Item[],
  rangesOf: (finding: Item) => readonly TokenRange[],
): SpanIndex {
  const index = new SpanIndex();
  for (const [place, finding] of findings.entries()) index.add(rangesOf(finding).map(asSpan), place);
  return index;
}

function listCues(text: AnnotatedText, findings: readonly GrowingFinding[]): readonly number[] {
  const cueOf = (place: number): number => findings[place]?.cueToken ?? -1;
  return [...findings.keys()]
    .filter((place) => cueOf(place) >= 0 && (text.tokens[cueOf(place)]?.quotation ?? -1) < 0)
    .sort((left, right) => cueOf(left) - cueOf(right) || right - left);
}

function isTold(findings: readonly Finding[], told: SpanIndex, range: TokenRange): boolean {
  return told.near([asSpan(range)]).some((place) => {
    const finding = findings[place];
    return (
      finding !== undefined &&
      [...finding.content, ...finding.cue].some(
        (other) =>
          Math.min(range.end, other.end) - Math.max(range.first, other.first) >
          (range.end - range.first) * 0.2,
      )
    );
  });
}

/** A quotation that begins a sentence or follows a pause, and holds more than a few words. */
function isUtterance(text: AnnotatedText, range: TokenRange): boolean {
  const before = text.tokens[range.first - 1];
  const starts =
    text.sentences[text.tokens[range.first]?.sentence ?? -1]?.firstToken === range.first ||
    (before !== undefined && /^[,:.]$/u.test(before.form));
  return starts && range.end - range.first > 5;
}

/** The last of the findings whose cue stands before the token. */
function lastCueBefore({ findings, byCue }: FindingSearch, token: number): number | undefined {
  let low = 0;
  let high = byCue.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((findings[byCue[middle] ?? -1]?.cueToken ?? Infinity) < token) low = middle + 1;
    else high = middle;
  }
  return byCue[low - 1];
}

/** The place of the finding that a quotation goes on with. */
function findSpeaker(
  text: AnnotatedText,
  search: FindingSearch,
  quotation: Quotation,
  range: TokenRange,
): number | undefined {
  const { findings } = search;
  if (quotation.continues !== undefined) {
    const continued = quotationRange(text, quotation.continues);
    if (continued === undefined) return undefined;
    return search.byContent
      .near([asSpan(continued)])
      .find((place) => findings[place]?.content.some((part) => rangesMeet(part, continued)));
  }
  const place = lastCueBefore(search, range.first);
  const nearest = findings[place ?? -1];
  if (nearest === undefined || blockOf(text, nearest.cueToken) !== blockOf(text, range.first))
    return undefined;
  // “justified the strike: “At the direction of …””: a colon announces words, whatever the verb.
  const isAnnounced = text.tokens[range.first - 1]?.form === ':' && nearest.source.length > 0;
  if (!isAnnounced && !isMostlyQuoted(text, nearest.content)) return undefined;
  const end = [...nearest.content, ...nearest.cue, ...nearest.source].reduce(
    (last, part) => (part.end <= range.first ? Math.max(last, part.end) : last),
    -Infinity,
  );
  const between = text.tokens.slice(end, range.first).filter((token) => !isPunctuation(token));
  return range.first - end <= LONGEST_GAP && between.length <= MOST_WORDS_BETWEEN ? place : undefined;
}

/** “We need medicine.” The mayor said: “We will ask for it.”: the colon looks forward, the speaker is the same. */
function findAnnouncer(
  text: AnnotatedText,
  { findings, byWords }: FindingSearch,
  range: TokenRange,
): number | undefined {
  let next = range.end;
  while (next < text.tokens.length && isPunctuation(text.tokens[next])) next += 1;
  return byWords.near([{ start: next, end: next + 1 }]).find((place) => {
    const finding = findings[place];
    return (
      finding !== undefined &&
      [...finding.source, ...finding.cue].some((part) => part.first === next) &&
      blockOf(text, finding.cueToken) === blockOf(text, range.first) &&
      isMostlyQuoted(text, finding.content)
    );
  });
}

function isMostlyQuoted(text: AnnotatedText, content: readonly TokenRange[]): boolean {
  let [quoted, all] = [0, 0];
  for (const { first, end } of content) {
    for (let index = first; index < end; index += 1)
      if ((text.tokens[index]?.quotation ?? -1) >= 0) quoted += 1;
    all += end - first;
  }
  return quoted >= all * 0.6;
}

function blockOf(text: AnnotatedText, index: number): number | undefined {
  return text.sentences[text.tokens[index]?.sentence ?? -1]?.block;
}
