import type { Attribution, Reporting } from '../model/attribution.ts';
import { compareSpans, covers, type Span } from '../model/span.ts';

function firstSpan(attribution: Attribution): Span {
  const spans = [...attribution.source, ...attribution.cue, ...attribution.content];
  return spans.sort(compareSpans)[0] ?? { start: 0, end: 0 };
}

function lengthOf(spans: readonly Span[]): number {
  return spans.reduce((sum, span) => sum + span.end - span.start, 0);
}

/** What must lie in the outer content: the cue, or the content where there is no cue. */
function anchorOf(attribution: Attribution): Span {
  return attribution.cue[0] ?? attribution.content[0] ?? firstSpan(attribution);
}

/** For each attribution the shortest content that holds its anchor: one pass over the spans in reading order. */
function findParents(ordered: readonly Attribution[]): readonly (number | undefined)[] {
  const lengths = ordered.map(({ content }) => lengthOf(content));
  const fragments = ordered
    .flatMap(({ content }, owner) => content.map((span) => ({ span, owner })))
    .sort((left, right) => compareSpans(left.span, right.span));
  const anchors = ordered
    .map((attribution, owner) => ({ span: anchorOf(attribution), owner }))
    .sort((left, right) => compareSpans(left.span, right.span));
  const parents: (number | undefined)[] = ordered.map(() => undefined);
  let open: { readonly span: Span; readonly owner: number }[] = [];
  let next = 0;
  for (const { span, owner } of anchors) {
    for (
      let fragment = fragments[next];
      fragment !== undefined && fragment.span.start <= span.start;
      fragment = fragments[next]
    ) {
      open.push(fragment);
      next += 1;
    }
    open = open.filter((fragment) => fragment.span.end > span.start);
    const own = lengths[owner] ?? 0;
    let best = Infinity;
    for (const outer of open) {
      const length = lengths[outer.owner] ?? 0;
      if (outer.owner === owner || length <= own || length >= best || !covers(outer.span, span)) continue;
      best = length;
      parents[owner] = outer.owner;
    }
  }
  return parents;
}

/**
 * An attitude or act that somebody else reports is not told by the article: in “Oslo said Riga rejects the plan” the
 * inner one is indirect, inside a quotation it is direct.
 */
function reportingWithin(
  ordered: readonly Attribution[],
  parents: readonly (number | undefined)[],
  index: number,
): Reporting {
  const own = ordered[index]?.reporting ?? 'article-voice';
  const parent = parents[index];
  if (own !== 'article-voice' || parent === undefined) return own;
  const outer = reportingWithin(ordered, parents, parent);
  return outer === 'mixed' ? 'indirect' : outer;
}

/** The attributions that have a content in reading order, numbered, each with the innermost one that holds it as parent. */
export function nestAttributions(attributions: readonly Attribution[]): readonly Attribution[] {
  const ordered = attributions
    .filter(({ content }) => content.length > 0)
    .sort(
      (left, right) =>
        compareSpans(firstSpan(left), firstSpan(right)) || compareSpans(anchorOf(left), anchorOf(right)),
    );
  const parents = findParents(ordered);
  return ordered.map((attribution, index) => {
    const parent = parents[index];
    const reporting = reportingWithin(ordered, parents, index);
    return { ...attribution, index, reporting, ...(parent === undefined ? {} : { parent }) };
  });
}
