import { array, assert, constantFrom, integer, property, record, shuffledSubarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePositions } from '../../src/infer/derive-positions.ts';
import { groupReports } from '../../src/infer/group-reports.ts';
import { dip } from '../../src/rdf/vocabulary.ts';
import { factOf } from './claim-facts.ts';

const BASE = 'https://example.org/';

function positionsOf(
  facts: readonly ReturnType<typeof factOf>[],
  principals: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly string[] {
  return derivePositions(groupReports(facts), principals, BASE).map(
    ({ actor, polarity, since = '?', until = '', supporting, dissenting, neutral, ownVoice }) =>
      [
        `${actor} ${polarity} ${since}..${until}`,
        ...[supporting, dissenting, neutral, ownVoice].map((bearings) =>
          bearings.map(({ fact }) => fact.claim).join('+'),
        ),
      ].join(' | '),
  );
}

describe('positions', () => {
  it.each([
    [
      'of a group that acts together are those of its members',
      [factOf('a', 1, '2020-01-01', { holder: 'group', members: ['chile', 'peru'] })],
      ['chile 1 2020-01-01.. | a |  |  | ', 'peru 1 2020-01-01.. | a |  |  | '],
    ],
    [
      'last while the polarity does',
      [factOf('a', 1, '2020-01-01'), factOf('b', 1, '2021-03-01')],
      ['peru 1 2020-01-01.. | a+b |  |  | '],
    ],
    [
      'end where the polarity turns',
      [factOf('b', -1, '2021-03-01'), factOf('a', 1, '2020-01-01')],
      ['peru 1 2020-01-01..2021-03-01 | a |  |  | ', 'peru -1 2021-03-01.. | b |  |  | '],
    ],
    [
      'keep what dissents on the same day',
      [factOf('a', 1, '2020-01-01'), factOf('b', 1, '2020-01-01'), factOf('c', -1, '2020-01-01')],
      ['peru 1 2020-01-01.. | a+b | c |  | '],
    ],
    [
      'take a lone contrary report among many for dissent',
      [
        factOf('a', 1, '2020-01-01'),
        factOf('b', 1, '2020-01-02'),
        factOf('c', -1, '2020-02-01'),
        factOf('d', 1, '2020-03-01'),
        factOf('e', 1, '2020-03-02'),
      ],
      ['peru 1 2020-01-01.. | a+b+d+e | c |  | '],
    ],
    [
      'of claims without a time stand apart, one a side',
      [factOf('a', 1, undefined), factOf('b', -1, undefined)],
      ['peru -1 ?.. | b |  |  | ', 'peru 1 ?.. | a |  |  | '],
    ],
    [
      'are not changed by mere assertions',
      [
        factOf('a', 1, '2020-01-01'),
        factOf('b', 0, '2020-06-01', { stance: dip.asserts.value }),
        factOf('c', 1, '2020-07-01'),
      ],
      ['peru 1 2020-01-01.. | a+c |  | b | '],
    ],
    [
      'are not counted from headlines',
      [factOf('a', 1, '2020-01-01'), factOf('b', -1, '2020-06-01', { isOwnVoice: true })],
      ['peru 1 2020-01-01.. | a |  |  | b'],
    ],
    [
      'change where a supporter concedes',
      [factOf('a', 1, '2020-01-01'), factOf('b', 0, '2020-06-01')],
      ['peru 1 2020-01-01..2020-06-01 | a |  |  | ', 'peru 0 2020-06-01.. | b |  |  | '],
    ],
    [
      'put “in November” before its days',
      [factOf('a', -1, '2024-11-03'), factOf('b', 1, '2024-11')],
      ['peru 1 2024-11..2024-11-03 | b |  |  | ', 'peru -1 2024-11-03.. | a |  |  | '],
    ],
    ['are nobody’s where nobody is named', [factOf('a', 1, '2020-01-01', { isActor: false })], []],
  ] as const)('%s', (_, facts, expected) => {
    expect(positionsOf(facts)).toEqual(expected);
  });

  it('of a state count what its minister says, and the minister is represented by it', () => {
    const facts = [factOf('a', -1, '2020-01-01', { holder: 'minister' }), factOf('b', -1, '2020-02-01')];
    const positions = derivePositions(groupReports(facts), new Map([['a', ['peru']]]), BASE);
    const [minister, state] = positions;
    expect(positions.map(({ actor, isByOffice }) => [actor, isByOffice])).toEqual([
      ['minister', false],
      ['peru', false],
    ]);
    expect(minister?.representedBy).toBe(state?.iri);
    expect(state?.representedBy).toBeUndefined();
  });

  it('of a state by office alone say so', () => {
    const facts = [factOf('a', -1, '2020-01-01', { holder: 'minister' })];
    const [, state] = derivePositions(groupReports(facts), new Map([['a', ['peru']]]), BASE);
    expect(state).toMatchObject({ actor: 'peru', isByOffice: true });
  });

  it('are the same whatever the order of the claims', () => {
    const facts = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((name, index) =>
      factOf(name, index % 3 === 0 ? 1 : -1, `2020-0${1 + (index % 4)}-01`, {
        text: index % 2 === 0 ? 'the very same five words' : name,
      }),
    );
    const expected = positionsOf(facts);
    assert(
      property(shuffledSubarray(facts, { minLength: facts.length }), (shuffled) => {
        expect(positionsOf(shuffled)).toEqual(expected);
      }),
      { numRuns: 30 },
    );
  });

  it('count every claim once and on one side', () => {
    const claim = record({
      polarity: constantFrom(-1 as const, 0 as const, 1 as const),
      month: integer({ min: 1, max: 9 }),
    });
    assert(
      property(array(claim, { minLength: 1, maxLength: 12 }), (claims) => {
        const facts = claims.map(({ polarity, month }, index) =>
          factOf(`c${index}`, polarity, `2020-0${month}-01`),
        );
        const placed = derivePositions(groupReports(facts), new Map(), BASE).flatMap(
          ({ supporting, dissenting, neutral, ownVoice }) =>
            [...supporting, ...dissenting, ...neutral, ...ownVoice].map(({ fact }) => fact.claim),
        );
        expect(placed.toSorted()).toEqual(facts.map((fact) => fact.claim).toSorted());
      }),
    );
  });
});
