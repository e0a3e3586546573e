import type { Token } from '../../model/annotated-text.ts';
import { cutContent, quotationRange } from '../complement.ts';
import { trimSource } from '../source-phrase.ts';
import { isTime } from '../time-words.ts';
import { isPunctuation, rangesMeet, subtractRanges } from '../token-range.ts';
import type { TokenRange } from '../token-range.ts';
import type { LabelledCue } from './label-attributions.ts';
import type { ModelReading } from './reading.ts';
import { findRuled } from './rule-view.ts';
import { countTokens } from './span-tokens.ts';

/** Source and content as they are cut for evidence. */
export interface CutArguments {
  readonly source: readonly TokenRange[];
  readonly content: readonly TokenRange[];
}

/** How much a quotation may add to the tokens of it that were labelled. */
const MOST_GROWTH = 2.5;
const FREE_GROWTH = 6;
const LONGEST_SOURCE = 25;

/**
 * What the labels leave undone: quotations are made whole, loose marks go, fragments that only punctuation parts are
 * joined, and a missing source is taken from the rules.
 */
export function completeArguments(
  reading: ModelReading,
  labelled: LabelledCue,
  cue: readonly TokenRange[],
): CutArguments {
  const source = completeSource(reading, labelled, cue);
  const holes = [...source, ...cue];
  const whole = joinRanges([...labelled.content, ...wholeQuotations(reading, labelled, holes)]);
  const joined = joinAcrossPunctuation(reading, whole).flatMap((range) => withoutThat(reading, range));
  const cut = joinRanges(joined.flatMap((range) => cutContent(reading.text, range, holes)));
  return { source, content: upToRelative(reading, cut) };
}

/** “The plan, which | Manila rejects, | foresees …”: the pronoun stands for what is rejected, and what follows is not it. */
function upToRelative({ text }: ModelReading, ranges: readonly TokenRange[]): readonly TokenRange[] {
  const place = ranges.findIndex(({ first, end }) => end - first > 1 && isRelative(text.tokens[end - 1]));
  const range = ranges[place];
  if (range === undefined) return ranges;
  const end = range.end - (text.tokens[range.end - 2]?.form === ',' ? 2 : 1);
  return end > range.first ? [...ranges.slice(0, place), { first: range.first, end }] : ranges;
}

function isRelative(token: Token | undefined): boolean {
  return token !== undefined && /^W(?:DT|P)$/u.test(token.xpos) && /^(?:which|that|whom)$/iu.test(token.form);
}

/** “who” stands for somebody, and “on Tuesday” for nobody; the rules know for whom. */
function completeSource(
  reading: ModelReading,
  labelled: LabelledCue,
  cue: readonly TokenRange[],
): readonly TokenRange[] {
  const { text, rules } = reading;
  const own = nearestRange(
    joinAcrossPunctuation(
      reading,
      labelled.source
        .flatMap((range) => subtractRanges(range, cue))
        .flatMap((range) => trimSource(text, range) ?? []),
    ),
    labelled.core,
  );
  const [first] = own;
  const alone = countTokens(own) === 1 ? text.tokens[first?.first ?? -1] : undefined;
  const nameless = alone !== undefined && (/^(?:who|which|that)$/iu.test(alone.form) || isTime(alone));
  const ruled = findRuled(rules, labelled.core)?.source ?? [];
  if (own.length > 0 && !nameless) return isTailOfList(reading, own, ruled) ? ruled : own;
  const taken = ruled.some((range) => labelled.content.some((content) => rangesMeet(content, range)));
  return ruled.length === 0 || taken || countTokens(ruled) > LONGEST_SOURCE ? own : ruled;
}

/** “Peru, | Chile and Brazil”: the labels begin within a list that the rules have found whole. */
function isTailOfList(
  { text }: ModelReading,
  [own, ...more]: readonly TokenRange[],
  [ruled, ...others]: readonly TokenRange[],
): boolean {
  if (own === undefined || ruled === undefined || more.length + others.length > 0) return false;
  const isInside = ruled.first < own.first && own.first < ruled.end && own.end <= ruled.end;
  return (
    isInside && /^(?:,|and)$/u.test(text.tokens[own.first - 1]?.form ?? '') && isConjoined(text, ruled, own)
  );
}

/** Whether the head of the inner range is joined to a noun before it: “Chile” of “Peru, Chile”. */
function isConjoined({ tokens }: ModelReading['text'], outer: TokenRange, inner: TokenRange): boolean {
  return tokens
    .slice(inner.first, inner.end)
    .some(({ relation, head }) => relation === 'conj' && head >= outer.first && head < inner.first);
}

/** “said that the talks failed”: the conjunction is no part of what was said. */
function withoutThat({ text }: ModelReading, { first, end }: TokenRange): readonly TokenRange[] {
  const token = text.tokens[first];
  const conjunction = token?.form === 'that' && (token.xpos === 'IN' || token.relation === 'mark');
  if (!conjunction) return [{ first, end }];
  return first + 1 < end ? [{ first: first + 1, end }] : [];
}

/** Of several fragments the one beside the cue: “According to the agency … he | believes”. */
function nearestRange(ranges: readonly TokenRange[], cue: TokenRange): readonly TokenRange[] {
  const distance = ({ first, end }: TokenRange): number => Math.max(first - cue.end, cue.first - end);
  const nearest = ranges.reduce<TokenRange | undefined>(
    (best, range) => (best === undefined || distance(range) < distance(best) ? range : best),
    undefined,
  );
  return nearest === undefined ? [] : [nearest];
}

/** The quotations of which enough is labelled, unless cue or source stand within. */
function wholeQuotations(
  { text }: ModelReading,
  { content }: LabelledCue,
  holes: readonly TokenRange[],
): readonly TokenRange[] {
  const labelled = new Map<number, number>();
  for (const { first, end } of content) {
    for (let index = first; index < end; index += 1) {
      const quotation = text.tokens[index]?.quotation ?? -1;
      if (quotation >= 0) labelled.set(quotation, (labelled.get(quotation) ?? 0) + 1);
    }
  }
  return [...labelled].flatMap(([quotation, count]) => {
    const range = quotationRange(text, quotation);
    if (range === undefined || holes.some((hole) => rangesMeet(hole, range))) return [];
    return range.end - range.first <= MOST_GROWTH * count + FREE_GROWTH ? [range] : [];
  });
}

function joinRanges(ranges: readonly TokenRange[]): readonly TokenRange[] {
  const joined: TokenRange[] = [];
  for (const range of [...ranges].sort((left, right) => left.first - right.first || left.end - right.end)) {
    const last = joined.at(-1);
    if (last !== undefined && range.first <= last.end) {
      joined[joined.length - 1] = { first: last.first, end: Math.max(last.end, range.end) };
    } else joined.push(range);
  }
  return joined;
}

function joinAcrossPunctuation({ text }: ModelReading, ranges: readonly TokenRange[]): readonly TokenRange[] {
  const joined: TokenRange[] = [];
  for (const range of ranges) {
    const last = joined.at(-1);
    const gap = last === undefined ? [] : text.tokens.slice(last.end, range.first);
    if (last !== undefined && gap.length <= 2 && gap.every((token) => isPunctuation(token))) {
      joined[joined.length - 1] = { first: last.first, end: range.end };
    } else joined.push(range);
  }
  return joined;
}
