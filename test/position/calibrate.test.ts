import { describe, expect, it } from 'vitest';
import { readProbability, weighEvidence } from '../../src/position/calibrate.ts';
import type { ClaimEvidence } from '../../src/position/calibrate.ts';
import { parseStanceLexicon } from '../../src/position/stance-lexicon.ts';
import { LEXICON } from './settings.ts';

const PLAIN: ClaimEvidence = { attribution: 0.8, shown: 5, doubts: [] };

describe('readProbability', () => {
  const points = [
    { score: 0.2, probability: 0.1 },
    { score: 0.6, probability: 0.5 },
  ];

  it.each([
    [0, 0.1],
    [0.2, 0.1],
    [0.4, 0.3],
    [0.6, 0.5],
    [1, 0.5],
  ])('reads the probability of %f on the line through the points', (score, probability) => {
    expect(readProbability(score, points)).toBeCloseTo(probability);
  });

  it('gives the score back where nothing was measured', () => {
    expect(readProbability(0.7, [])).toBe(0.7);
  });

  it.each(['issue', 'none'])('never falls with the score, by the table shipped for “%s”', (claims) => {
    const table = LEXICON.reliability.get(claims) ?? [];
    const read = Array.from({ length: 101 }, (_, step) => readProbability(step / 100, table));
    expect(table.length).toBeGreaterThan(1);
    expect(read).toEqual(read.toSorted((left, right) => left - right));
  });
});

describe('weighEvidence', () => {
  it.each<readonly [string, Partial<ClaimEvidence>]>([
    ['an issue taken up from before', { doubts: ['takenUp'] }],
    ['the contrary of the proposition', { doubts: ['contrary'] }],
    ['words that take no side', { doubts: ['undecided'] }],
    ['a position that nobody is named for', { doubts: ['unattributed'] }],
    ['a place as holder', { doubts: ['unusual'] }],
    ['what is told within another’s words', { doubts: ['nested'] }],
    ['another’s position', { doubts: ['handedOver'] }],
    ['a content in pieces', { doubts: ['broken'] }],
    ['what only one extractor found', { doubts: ['alone'] }],
    ['several doubts', { doubts: ['alone', 'broken'] }],
    ['a poorer fit', { shown: 2 }],
    ['a poorer attribution', { attribution: 0.4 }],
  ])('trusts %s less', (_, change) => {
    expect(weighEvidence({ ...PLAIN, ...change })).toBeLessThan(weighEvidence(PLAIN));
  });
});

describe('parseStanceLexicon', () => {
  it('refuses probabilities that fall', () => {
    const rows = 'reliability\tissue\t0.2\t0.5\nreliability\tissue\t0.4\t0.3';
    expect(() => parseStanceLexicon(rows, 'x.tsv')).toThrow('x.tsv:2');
  });
});
