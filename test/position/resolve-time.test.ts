import { describe, expect, it } from 'vitest';
import { resolveTime } from '../../src/position/resolve-time.ts';

/** Words, day of publication (a Friday), EDTF, the words that are the expression. */
const TABLE: readonly (readonly [string, string, string | undefined, string | undefined])[] = [
  ['said on Wednesday that', '2024-05-17', '2024-05-15', 'on Wednesday'],
  ['said Friday', '2024-05-17', '2024-05-17', 'Friday'],
  ['told reporters late on Saturday', '2024-05-17', '2024-05-11', 'late on Saturday'],
  ['said yesterday', '2024-05-17', '2024-05-16', 'yesterday'],
  ['said today', '2024-03-01', '2024-03-01', 'today'],
  ['said last night', '2024-03-01', '2024-02-29', 'last night'],
  ['In November, Maduro said', '2025-02-13', '2024-11', 'In November'],
  ['in May', '2024-05-17', '2024-05', 'in May'],
  ['last month', '2024-01-10', '2023-12', 'last month'],
  ['earlier this week', '2024-05-17', '2024-05-13/2024-05-17', 'earlier this week'],
  ['last week', '2024-05-17', '2024-05-06/2024-05-12', 'last week'],
  ['two years ago', '2024-05-17', '2022', 'two years ago'],
  ['three months ago', '2024-05-17', '2024-02', 'three months ago'],
  ['a week ago', '2024-05-17', '2024-05-10~', 'a week ago'],
  ['five days ago', '2024-05-03', '2024-04-28', 'five days ago'],
  ['before 2014', '2024-05-17', '../2014', 'before 2014'],
  ['since 2011', '2024-05-17', '2011/..', 'since 2011'],
  ['on November 27', '2020-01-11', '2019-11-27', 'November 27'],
  ['on 3 March 2019', '2020-01-11', '2019-03-03', '3 March 2019'],
  ['on March 3, 2019', '2020-01-11', '2019-03-03', 'March 3, 2019'],
  ['in June 1999', '2020-01-11', '1999-06', 'in June 1999'],
  ['last year', '2024-05-17', '2023', 'last year'],
  ['this month', '2024-05-17', '2024-05', 'this month'],
  ['in 2015', '2024-05-17', '2015', 'in 2015'],
  ['may join', '2024-05-17', undefined, undefined],
  ['said that', '2024-05-17', undefined, undefined],
];

describe('resolveTime', () => {
  it.each(TABLE)('“%s”, published %s, is %s', (words, date, edtf, expression) => {
    const time = resolveTime(words, date);
    expect(time?.edtf).toBe(edtf);
    expect(time === undefined ? undefined : words.slice(time.start, time.end)).toBe(expression);
  });

  it('guesses no day when the day of publication is not known', () => {
    expect(resolveTime('said on Wednesday', undefined)).toBeUndefined();
    expect(resolveTime('said in November', undefined)).toBeUndefined();
    expect(resolveTime('said on 3 March 2019', undefined)?.edtf).toBe('2019-03-03');
  });
});
