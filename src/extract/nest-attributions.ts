import type { Attribution } from '../model/attribution.ts';
import { compareSpans, covers, type Span } from '../model/span.ts';

function startOf(attribution: Attribution): Span {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content];
  return spans.sort(compareSpans)[0] ?? { start: 0, end: 0 };
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** What must lie in the outer content: the cue, or the content where there is no cue. */
function isReportedIn(inner: Attribution, outer: Attribution): boolean {
  const anchor = inner.cue[0] ?? inner.content[0];
  return (
    anchor !== undefined &&
    outer !== inner &&
    lengthOf(outer.content) > lengthOf(inner.content) &&
    outer.content.some((span) => covers(span, anchor))
  );
}

/** The attributions in reading order, numbered, each with the innermost one that holds it as its parent. */
export function nestAttributions(attributions: readonly Attribution[]): readonly Attribution[] {
  const ordered = [...attributions].sort(
    (left, right) =>
      compareSpans(startOf(left), startOf(right)) ||
      compareSpans(left.content[0] ?? startOf(left), right.content[0] ?? startOf(right)),
  );
  return ordered.map((attribution, index) => {
    const parent = ordered
      .map((outer, position) => ({ outer, position }))
      .filter(({ outer }) => isReportedIn(attribution, outer))
      .sort((left, right) => lengthOf(left.outer.content) - lengthOf(right.outer.content))[0];
    return {
      ...attribution,
      index,
      ...(parent === undefined ? {} : { parent: parent.position }),
    };
  });
}
