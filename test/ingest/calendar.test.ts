import { describe, expect, it } from 'vitest';
import { readDay } from '../../src/ingest/calendar.ts';

describe('readDay', () => {
  it.each([
    ['2025-02-13', '2025-02-13'],
    ['2025-02-13 11:33:00', '2025-02-13'],
    ['2025-02-13T23:59:59-08:00', '2025-02-13'],
    ['2019/1/5', '2019-01-05'],
    ['Wednesday, January 23, 2019', '2019-01-23'],
    ['Wed, 23 Jan 2019 10:00:00 GMT', '2019-01-23'],
    ['13 February 2025', '2025-02-13'],
    ['13th Feb. 2025', '2025-02-13'],
    ['Sept. 3, 2020', '2020-09-03'],
    ['May 1 2021', '2021-05-01'],
    ['29 February 2024', '2024-02-29'],
    ['25/12/2023', '2023-12-25'],
    ['12/25/2023', '2023-12-25'],
    ['07.07.2022', '2022-07-07'],
  ])('reads “%s”', (text, date) => {
    expect(readDay(text)?.date).toBe(date);
  });

  it.each(['2025-13-45', '29 February 2023', 'February 30, 2020', '0000-01-01', '31 June 2020'])(
    'says that “%s” is no day of the calendar',
    (text) => {
      expect(readDay(text)).toMatchObject({ problem: 'is no day of the calendar' });
    },
  );

  it('does not choose between day and month', () => {
    expect(readDay('03/04/2021')).toMatchObject({ problem: expect.stringContaining('may be day and month') });
  });

  it.each(['Wednesday', 'February 2025', '2025-02', 'Marching on 3, 2020', '12345-01-01', ''])(
    'finds no day in “%s”',
    (text) => {
      expect(readDay(text)).toBeUndefined();
    },
  );
});
