import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/model/article.ts';
import { readClaims } from '../../src/pipeline.ts';
import { loadResources } from '../../src/resources.ts';
import { LEXICON, bareIssue } from './settings.ts';
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

  it.each([
    ['what only a condition supposes', 'Qatar will talk if Israel accepts a ceasefire in Gaza.', 'Israel'],
    ['an indirect question', 'Asked whether Israel supports a ceasefire in Gaza, Rubio left.', 'Israel'],
    ['a refusal to comment', 'Israel declined to comment on a ceasefire in Gaza.', 'Israel'],
    ['what is denied', 'Oslo denied that Israel supports a ceasefire in Gaza.', 'Israel'],
    ['what nobody wants', 'Nobody in Israel supports a ceasefire in Gaza, Rubio said.', 'Nobody in Israel'],
    ['a spokesman’s principal', 'A spokesman for Netanyahu rejected a ceasefire in Gaza.', 'Netanyahu'],
  ])('takes %s for nobody’s position', (_, text, holder) => {
    const { claims, entities } = readClaims(article(text), resources);
    const holders = claims.map((claim) => entities.find(({ id }) => id === claim.holder)?.label);
    expect(holders).not.toContain(holder);
  });

  it.each([
    ['Kenya condemned the coup.', 'Kenya', 'criticises'],
    ['The Arab League rejected the annexation.', 'Arab League', 'rejects'],
    [
      'The operation was condemned by members of the African Union.',
      'members of the African Union',
      'criticises',
    ],
    ['On Monday, a group of mayors in Lyon denounced the reform.', 'group of mayors in Lyon', 'criticises'],
  ])('takes the side on a single noun for a position: %s', (text, holder, stance) => {
    const { claims, entities } = readClaims(article(text), resources);
    const read = claims.map((claim) => [entities.find(({ id }) => id === claim.holder)?.label, claim.stance]);
    expect(read).toContainEqual([holder, stance]);
    // Few words are no reason for doubt where the verb itself takes the side.
    expect(claims[0]?.confidence).toBeGreaterThan(0.5);
  });

  it('lets a pattern hold only where the places of its issue are told of', () => {
    const pattern = { all: [['resume'], ['talk', 'talks']], window: 8, direction: 'pro' as const };
    const issue = { ...bareIssue('korea-talks', 'North and South Korea talk'), patterns: [pattern] };
    const settings = { ...resources, positions: { issues: [issue], lexicon: LEXICON } };
    const issuesOf = (text: string): readonly (string | undefined)[] =>
      readClaims(article(text), settings).claims.map((claim) => claim.issue);
    expect(issuesOf('Peru said it would resume talks with Chile.')).toEqual([undefined]);
    expect(issuesOf('South Korea said it would resume talks.')).toEqual(['korea-talks']);
  });
});
