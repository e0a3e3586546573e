import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { readClaims } from '../../src/pipeline.ts';
import { loadResources } from '../../src/resources.ts';
import { LEXICON } from './settings.ts';
import { SENTENCE_ISSUES, STANCE_CONSTRUCTIONS, STANCE_SENTENCES } from './stance-sentences.ts';
import type { StanceSentence } from './stance-sentences.ts';

/** What other rooms may get wrong (a parse, a missed attribution) before this test says so. */
const LEAST_PLAIN = 0.92;
const LEAST_HARD = 0.76;

function article(text: string): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id: 'sentence', text, sha256, date: '2024-05-17', metadata: [], origin: 'sentence' };
}

describe('takePositions on sentences read by the pipeline', async () => {
  const resources = { ...(await loadResources()), positions: { issues: SENTENCE_ISSUES, lexicon: LEXICON } };

  function isRead({
    text,
    holder,
    issue,
    stance,
    certainty = 'certain',
    condition,
  }: StanceSentence): boolean {
    const { claims, entities } = readClaims(article(text), resources);
    return claims.some((claim) => {
      const label = entities.find(({ id }) => id === claim.holder)?.label;
      const words =
        claim.condition === undefined ? undefined : text.slice(claim.condition.start, claim.condition.end);
      return (
        label === holder &&
        claim.issue === issue &&
        claim.stance === stance &&
        claim.certainty === certainty &&
        (condition === undefined || words === condition)
      );
    });
  }

  it.each([
    ['nearly all plain sentences', STANCE_SENTENCES, LEAST_PLAIN],
    ['most hard constructions', STANCE_CONSTRUCTIONS, LEAST_HARD],
  ] as const)('reads holder, issue, stance, certainty and condition of %s', (_, sentences, least) => {
    const wrong = sentences.filter((sentence) => !isRead(sentence)).map(({ text }) => text);
    expect(wrong.slice(0, Math.floor(sentences.length * (1 - least)) + 1)).toEqual(wrong);
    expect(wrong.length / sentences.length).toBeLessThanOrEqual(1 - least);
  });
});
