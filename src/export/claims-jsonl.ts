import type { ArticleResult } from '../model/article-result.ts';
import { STANCE_POLARITY } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import type { Span } from '../model/span.ts';

const copySpans = (spans: readonly Span[]): readonly Span[] =>
  spans.map(({ start, end }) => ({ start, end }));

function formatClaim(claim: Claim): object {
  return {
    id: claim.id,
    speaker: claim.speaker,
    holder: claim.holder,
    on_behalf_of: claim.onBehalfOf ?? null,
    source: copySpans(claim.source),
    cue: copySpans(claim.cue),
    content: copySpans(claim.content),
    issue: claim.issue ?? null,
    stance: claim.stance ?? null,
    polarity: claim.stance === undefined ? null : STANCE_POLARITY[claim.stance],
    reporting: claim.reporting,
    certainty: claim.certainty,
    condition:
      claim.condition === undefined ? null : { start: claim.condition.start, end: claim.condition.end },
    said_on: claim.saidOn?.edtf ?? null,
    parent: claim.parent ?? null,
    confidence: claim.confidence,
  };
}

/**
 * One article and its claims as one line of claims JSONL, without the line's end.
 * Offsets are UTF-16 code units into the article's text, end-exclusive.
 */
export function formatClaimsLine(result: ArticleResult): string {
  const { article } = result.text;
  return JSON.stringify({
    id: article.id,
    sha256: article.sha256,
    date: article.date ?? null,
    outlet: article.outlet ?? null,
    entities: result.entities.map((entity) => ({
      id: entity.id,
      label: entity.label,
      type: entity.type,
      qid: entity.qid ?? null,
      mentions: entity.mentions.flatMap((index) => {
        const mention = result.mentions[index];
        return mention === undefined ? [] : [{ start: mention.start, end: mention.end }];
      }),
    })),
    claims: result.claims.map(formatClaim),
  });
}
