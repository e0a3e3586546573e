import type { Attribution } from '../../model/attribution.ts';
import { overlaps, type Span } from '../../model/span.ts';
import { SpanIndex } from './span-index.ts';

const SAME = 0.9;

/**
 * Leaves each quotation to one speaker. In “Okello congratulated the mayor, saying “We will work together.”” the words
 * in quotation marks go with “saying”, and the other keeps what else it holds.
 */
export function quoteOnce(attributions: readonly Attribution[]): readonly Attribution[] {
  const quoting = new SpanIndex();
  attributions.forEach(({ content, foundBy }, index) => {
    if (foundBy.includes('rules/direct-quotation')) quoting.add(content, index);
  });
  return attributions.flatMap((attribution, index) => {
    const rivals = quoting
      .near(attribution.content)
      .filter((other) => other !== index)
      .flatMap((other) => attributions[other] ?? [])
      .filter((other) => isSurer(other, attribution));
    const content = attribution.content.filter(
      (span) => !rivals.some((other) => other.content.some((quoted) => isSame(span, quoted, attribution))),
    );
    if (content.length === attribution.content.length) return [attribution];
    return content.length === 0 ? [] : [{ ...attribution, content }];
  });
}

/** The first of two that are equally sure keeps the words. */
function isSurer(one: Attribution, other: Attribution): boolean {
  return (
    one.confidence > other.confidence ||
    (one.confidence === other.confidence && one.cueToken < other.cueToken)
  );
}

/** Nearly the same words, and not a report within the quotation. */
function isSame(span: Span, quoted: Span, { cue }: Attribution): boolean {
  const shared = Math.min(span.end, quoted.end) - Math.max(span.start, quoted.start);
  const longest = Math.max(span.end - span.start, quoted.end - quoted.start);
  return shared >= SAME * longest && !cue.some((words) => overlaps(words, quoted));
}
