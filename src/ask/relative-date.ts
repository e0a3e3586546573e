import type { QuestionWord } from './question-word.ts';

/** A stretch of days that words of a question name: both ends belong to it. */
export interface Period {
  readonly first: string;
  readonly last: string;
  /** Words that name it. */
  readonly length: number;
}

type Unit = 'day' | 'week' | 'month' | 'year';

const NUMBERS = 'one two three four five six seven eight nine ten eleven twelve'.split(' ');
const FEW = 3;

const parse = (day: string): readonly [number, number, number] => {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return [year, month, date];
};

const write = (year: number, month: number, date: number): string =>
  new Date(Date.UTC(year, month - 1, date)).toISOString().slice(0, 10);

/** A day some days later, or earlier. */
export function shiftDay(day: string, days: number): string {
  const [year, month, date] = parse(day);
  return write(year, month, date + days);
}

/** The day so many units before. */
function before(today: string, count: number, unit: Unit): string {
  const [year, month, date] = parse(today);
  if (unit === 'year') return write(year - count, month, date);
  if (unit === 'month') return write(year, month - count, date);
  return write(year, month, date - count * (unit === 'week' ? 7 : 1));
}

/** The whole calendar unit that lies so many units back: weeks begin on Monday. */
function calendar(today: string, back: number, unit: Unit, length: number): Period {
  const [year, month, date] = parse(today);
  switch (unit) {
    case 'year':
      return { first: write(year - back, 1, 1), last: write(year - back, 12, 31), length };
    case 'month':
      return { first: write(year, month - back, 1), last: write(year, month - back + 1, 0), length };
    case 'week': {
      const weekday = (new Date(Date.UTC(year, month - 1, date)).getUTCDay() + 6) % 7;
      const monday = write(year, month, date - weekday - 7 * back);
      return { first: monday, last: shiftDay(monday, 6), length };
    }
    case 'day':
      return { first: shiftDay(today, -back), last: shiftDay(today, -back), length };
    default:
      return unit satisfies never;
  }
}

function unitOf(word = ''): Unit | undefined {
  const [, unit] = /^(day|week|month|year)s?$/u.exec(word) ?? [];
  return unit === 'day' || unit === 'week' || unit === 'month' || unit === 'year' ? unit : undefined;
}

function numberOf(word = ''): number | undefined {
  if (/^\d{1,3}$/u.test(word)) return Number(word);
  if (word === 'few' || word === 'couple') return FEW;
  const index = NUMBERS.indexOf(word);
  return index < 0 ? undefined : index + 1;
}

/** “yesterday”, “last week”, “this year”, “the past two months”, “three years ago”; undefined for other words. */
export function readRelativePeriod(
  words: readonly QuestionWord[],
  at: number,
  today: string,
): Period | undefined {
  const [one = '', second = '', third = ''] = words.slice(at, at + 3).map(({ lower }) => lower);
  if (one === 'yesterday') return calendar(today, 1, 'day', 1);
  const isPast = one === 'last' || one === 'past' || one === 'previous';
  const unit = unitOf(second);
  if (unit !== undefined && one === 'this') return calendar(today, 0, unit, 2);
  if (unit !== undefined && (one === 'last' || one === 'previous')) return calendar(today, 1, unit, 2);
  if (unit !== undefined && one === 'past') return { first: before(today, 1, unit), last: today, length: 2 };
  const further = unitOf(third);
  const count = numberOf(second);
  if (isPast && count !== undefined && further !== undefined)
    return { first: before(today, count, further), last: today, length: 3 };
  const ago = numberOf(one);
  if (ago !== undefined && unit !== undefined && third === 'ago') {
    const day = before(today, ago, unit);
    return unit === 'day' || unit === 'week'
      ? { first: day, last: day, length: 3 }
      : { ...calendar(day, 0, unit, 3) };
  }
  return undefined;
}
