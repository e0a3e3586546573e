import { describe, expect, it } from 'vitest';
import { applyDecisions } from '../../src/link/apply-decisions.ts';
import type { UserDecision } from '../../src/model/user-decision.ts';
import { entityAt, linkText } from './link-text.ts';

const TEXT =
  'Peruvian Foreign Minister Rosaura Quintanilla rejected the offer. Bolivia had asked for it, Quintanilla said. ' +
  'Chile welcomed the words of Aurelia Montoya.';
const LINKED = linkText(TEXT);

function decide(words: string, changes: Partial<UserDecision> = {}): UserDecision {
  const start = TEXT.indexOf(words);
  return {
    article: '0123456789abcdef',
    actor: 'https://example.org/actor',
    mentions: [{ start, end: start + words.length }],
    judgement: 'linked',
    qid: 'Q999001',
    label: words,
    by: 'Ada Obi',
    on: '2026-01-01T00:00:00Z',
    ...changes,
  };
}

function nil(words: string, on = '2026-01-01T00:00:00Z'): UserDecision {
  const { qid: _qid, ...decision } = decide(words, { judgement: 'nil', on });
  return decision;
}

describe('applyDecisions', () => {
  it('changes nothing without decisions, or where the mentions are not there', () => {
    expect(applyDecisions(LINKED, [])).toBe(LINKED);
    expect(applyDecisions(LINKED, [decide('Rosaura', { mentions: [{ start: 1, end: 2 }] })])).toBe(LINKED);
  });

  it('links the entity that the mentions lead to, all its mentions with it', () => {
    const decided = applyDecisions(LINKED, [decide('Rosaura Quintanilla')]);
    expect(entityAt(decided, 'Quintanilla')).toMatchObject({ qid: 'Q999001', label: 'Rosaura Quintanilla' });
    expect(decided.decisions.filter(({ method }) => method === 'user')).toEqual([
      expect.objectContaining({ judgement: 'linked', qid: 'Q999001', score: 1 }),
    ]);
  });

  it('takes a link back and calls the entity as the article does', () => {
    const bolivia = entityAt(applyDecisions(LINKED, [nil('Bolivia')]), 'Bolivia');
    expect(bolivia).toMatchObject({ label: 'Bolivia' });
    expect(bolivia).not.toHaveProperty('qid');
  });

  it('takes the later of two decisions, in whatever order they come', () => {
    const [early, late] = [decide('Bolivia', { qid: 'Q1' }), nil('Bolivia', '2026-02-01T00:00:00Z')];
    for (const decisions of [
      [early, late],
      [late, early],
    ])
      expect(entityAt(applyDecisions(LINKED, decisions), 'Bolivia')).not.toHaveProperty('qid');
  });

  it('makes one entity of two that are decided to be one item', () => {
    const decided = applyDecisions(LINKED, [decide('Rosaura Quintanilla'), decide('Aurelia Montoya')]);
    const one = entityAt(decided, 'Aurelia Montoya');
    expect(one).toBe(entityAt(decided, 'Rosaura Quintanilla'));
    expect(one?.altLabels).toContain('Aurelia Montoya');
    const ids = decided.entities.map(({ id }) => id);
    expect(decided.decisions.map(({ entity }) => entity)).toEqual(ids);
    expect(decided.entityOfMention.filter((id) => id !== undefined && !ids.includes(id))).toEqual([]);
  });
});
