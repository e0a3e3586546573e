import { describe, expect, it } from 'vitest';
import { weighItems } from '../../src/link/online/weigh-candidates.ts';
import type { NamedItem } from '../../src/link/online/weigh-candidates.ts';
import { GAZETTEER } from './link-text.ts';

const ELSEWHERE: NamedItem = {
  qid: 'Q1',
  names: ['National Salvation Front'],
  description: 'party in Romania',
  countries: ['RO'],
  isPlace: false,
};
const HERE: NamedItem = { ...ELSEWHERE, qid: 'Q2', description: 'movement in Egypt', countries: ['EG'] };
const ACTOR = {
  type: 'organisation',
  names: ['National Salvation Front'],
  offices: [],
  texts: ['The National Salvation Front of Egypt rejected the draft in Cairo.'],
};

describe('weighItems', () => {
  it('prefers the namesake of a state that the article names, and says why', () => {
    const weighing = weighItems(ACTOR, [ELSEWHERE, HERE], GAZETTEER);
    expect(weighing).toMatchObject({ best: { qid: 'Q2' }, second: { qid: 'Q1' }, isGood: false });
    expect(weighing?.evidence).toEqual([
      'the same name',
      'of a state that the article names',
      'movement in Egypt',
    ]);
  });

  it.each([
    ['another name', 'place', { ...HERE, names: ['Front'], isPlace: true }, 0.5],
    ['what is no place for a place', 'place', HERE, 0.65],
    ['an item whose state nobody knows', 'organisation', { ...HERE, countries: [] }, 0.7],
  ])('counts %s less', (_what, type, item, score) => {
    expect(weighItems({ ...ACTOR, type }, [item], GAZETTEER)?.best.score).toBeCloseTo(score, 6);
  });

  it('finds nobody among nothing', () => {
    expect(weighItems(ACTOR, [], GAZETTEER)).toBeUndefined();
  });
});
