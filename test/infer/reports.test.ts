import { describe, expect, it } from 'vitest';
import type { ArticleFact } from '../../src/infer/claim-fact.ts';
import { claimTime } from '../../src/infer/claim-time.ts';
import { findChangePhrase, parseChangePhrases } from '../../src/infer/change-phrases.ts';
import { findNearDuplicates } from '../../src/infer/find-near-duplicates.ts';
import { groupReports } from '../../src/infer/group-reports.ts';
import { normaliseWords, shingle } from '../../src/infer/shingles.ts';
import { readFileSync } from 'node:fs';
import { factOf } from './claim-facts.ts';

const WIRE =
  'The government will not sign the treaty before the border commission has met in full, the minister said.';

function groupsOf(facts: readonly ReturnType<typeof factOf>[]): readonly string[] {
  return groupReports(facts).map(({ claims }) => claims.map(({ claim }) => claim).join('+'));
}

describe('reports', () => {
  it.each([
    [
      'the same words in two articles',
      [factOf('a', -1, '2020', { text: WIRE }), factOf('b', -1, '2020', { text: WIRE })],
      ['a+b'],
    ],
    [
      'a lightly edited copy',
      [
        factOf('a', -1, '2020', { text: WIRE }),
        factOf('b', -1, '2020', { text: WIRE.replace('the minister said', 'a minister said') }),
      ],
      ['a+b'],
    ],
    [
      'the same in other quotation marks and capitals',
      [
        factOf('a', -1, '2020', { text: '“We will not sign it,” he said' }),
        factOf('b', -1, '2020', { text: '"WE WILL NOT SIGN IT", he said' }),
      ],
      ['a+b'],
    ],
    [
      'a short answer in a copied paragraph',
      [
        factOf('a', -1, '2020', { text: '“impossible”', paragraph: WIRE }),
        factOf('b', -1, '2020', { text: 'impossible', paragraph: WIRE }),
      ],
      ['a+b'],
    ],
    [
      'a short answer that anybody may give',
      [
        factOf('a', -1, '2020', {
          text: 'impossible',
          paragraph: 'The ministry called the first plan of the spring impossible.',
        }),
        factOf('b', -1, '2020', {
          text: 'impossible',
          paragraph: 'In autumn he said again that this was impossible, and left.',
        }),
      ],
      ['a', 'b'],
    ],
    ['other words', [factOf('a', -1, '2020'), factOf('b', -1, '2020')], ['a', 'b']],
    [
      'the same words of another holder',
      [factOf('a', -1, '2020', { text: WIRE }), factOf('b', -1, '2020', { text: WIRE, holder: 'chile' })],
      ['a', 'b'],
    ],
    [
      'a copy of a copy',
      [
        factOf('a', -1, '2020', { text: 'one two three four five six seven eight nine ten' }),
        factOf('b', -1, '2020', { text: 'one two three four five six seven eight nine eleven' }),
        factOf('c', -1, '2020', { text: 'zero two three four five six seven eight nine eleven' }),
      ],
      ['a+b+c'],
    ],
  ] as const)('tell %s', (_, facts, expected) => {
    expect(groupsOf(facts)).toEqual(expected);
    expect(groupsOf(facts.toReversed())).toEqual(expected);
  });
});

const articleOf = (name: string, date: string, text: readonly string[]): ArticleFact => ({
  article: name,
  date,
  shingles: shingle(text, 4),
});

describe('near-duplicate articles', () => {
  const words = Array.from({ length: 120 }, (_, index) => `word${(index * 7919) % 997}`);

  it('are found by most of their text, the earlier one being the original', () => {
    const articles = [
      articleOf('copy', '2020-01-02', [...words.slice(0, 100), ...words.slice(101), 'and', 'more', 'words']),
      articleOf('first', '2020-01-01', words),
      articleOf('other', '2020-01-01', words.toReversed()),
    ];
    expect(findNearDuplicates(articles)).toEqual([{ copy: 'copy', original: 'first' }]);
    expect(findNearDuplicates(articles.toReversed())).toEqual([{ copy: 'copy', original: 'first' }]);
  });

  it('are not made by a shared paragraph', () => {
    const other = Array.from({ length: 120 }, (_, index) => `else${index}`);
    expect(
      findNearDuplicates([
        articleOf('a', '2020-01-01', words),
        articleOf('b', '2020-01-02', [...other, ...words.slice(0, 40)]),
      ]),
    ).toEqual([]);
  });
});

describe('the time of a claim', () => {
  it.each([
    ['2025-02-12', '2025-02-13', '2025-02-12'],
    ['2024-11', '2025-02-13', '2024-11'],
    ['../2014', '2025-02-13', '2014'],
    ['2014/2016', '2025-02-13', '2014'],
    ['2014~', '2025-02-13', '2014'],
    ['2025-03-01', '2025-02-13', '2025-02-13'],
    [undefined, '2025-02-13', '2025-02-13'],
    ['2014-03', undefined, '2014-03'],
    ['XXXX', undefined, undefined],
    [undefined, undefined, undefined],
  ] as const)('said %s, reported %s is %s', (saidOn, reportedOn, expected) => {
    expect(claimTime(saidOn, reportedOn)).toBe(expected);
  });
});

describe('a change of position in words', () => {
  const file = 'data/lexicon/change-phrases.tsv';
  const phrases = parseChangePhrases(readFileSync(file, 'utf8'), file);

  it.each([
    ['Ankara no longer opposes the accession', 'no longer opposes'],
    ['Seoul has quietly dropped its objections to the talks', 'dropped its objections'],
    ['The premier reversed her earlier decision on the base', 'reversed her earlier decision'],
    ['The envoy backed away from the demand', 'backed away from'],
    ['the cabinet made a U-turn on the levy', 'made a u turn'],
    ['the president quietly adapted to the American position', 'adapted to the american position'],
    ['Manila now supports joint patrols', 'now supports'],
    ['Ankara has not changed its position', undefined],
    ["The union hasn't softened its stance", undefined],
    ['The troops are no longer needed', undefined],
    ['Oslo opposes the plan', undefined],
  ])('%s', (text, expected) => {
    expect(findChangePhrase(text, phrases)).toBe(expected);
  });

  it('is a phrase that begins with a word', () => {
    expect(() => parseChangePhrases('# list\n* stance', 'x.tsv')).toThrow('x.tsv:2');
  });
});

describe('words', () => {
  it('are compared without case and marks', () => {
    expect(normaliseWords('“We’ll NEVER sign,” Türk said – twice.')).toEqual([
      "we'll",
      'never',
      'sign',
      'türk',
      'said',
      'twice',
    ]);
  });
});
