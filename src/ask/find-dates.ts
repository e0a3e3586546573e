import type { QuestionLexicon } from './question-lexicon.ts';
import type { QuestionWord } from './question-word.ts';

/** The days from which on and until which a question asks, and the words that say so. */
export interface DateRange {
  readonly since?: string;
  readonly until?: string;
  readonly used: readonly number[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

interface Period {
  readonly first: string;
  readonly last: string;
  readonly length: number;
}

const two = (number: number): string => String(number).padStart(2, '0');

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function shiftDay(day: string, days: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + days)).toISOString().slice(0, 10);
}

function periodOf(year: number, month: number | undefined, day: number | undefined, length: number): Period {
  if (month === undefined) return { first: `${year}-01-01`, last: `${year}-12-31`, length };
  if (day !== undefined) {
    const one = `${year}-${two(month)}-${two(day)}`;
    return { first: one, last: one, length };
  }
  const start = `${year}-${two(month)}`;
  return { first: `${start}-01`, last: `${start}-${two(lastDay(year, month))}`, length };
}

function monthOf(word: string): number | undefined {
  const index = MONTHS.findIndex((name) => name === word || (word.length === 3 && name.startsWith(word)));
  return index < 0 ? undefined : index + 1;
}

function yearOf(word: string): number | undefined {
  return /^(?:1[89]|2\d)\d\d$/u.test(word) ? Number(word) : undefined;
}

function dayOf(word: string): number | undefined {
  return /^(?:[12]?\d|3[01])(?:st|nd|rd|th)?$/u.test(word) ? Number.parseInt(word, 10) : undefined;
}

/** A period that begins with this word: `2024`, `March 2024`, `5 March 2024`, `March 5 2024`, `2024-03-05`. */
function readPeriod(words: readonly QuestionWord[], at: number): Period | undefined {
  const text = words.slice(at, at + 3).map(({ lower }) => lower);
  const [one = '', second = '', third = ''] = text;
  const [firstYear, secondYear, thirdYear] = [yearOf(one), yearOf(second), yearOf(third)];
  if (firstYear !== undefined) {
    if (/^(?:0\d|1[0-2])$/u.test(second) && /^\d\d$/u.test(third))
      return periodOf(firstYear, Number(second), Number(third), 3);
    return periodOf(firstYear, undefined, undefined, 1);
  }
  if (monthOf(one) !== undefined && secondYear !== undefined)
    return periodOf(secondYear, monthOf(one), undefined, 2);
  if (monthOf(one) !== undefined && dayOf(second) !== undefined && thirdYear !== undefined)
    return periodOf(thirdYear, monthOf(one), dayOf(second), 3);
  if (dayOf(one) !== undefined && monthOf(second) !== undefined && thirdYear !== undefined)
    return periodOf(thirdYear, monthOf(second), dayOf(one), 3);
  return undefined;
}

/** The time that a question is limited to: “since 2014”, “before March 2022”, “in 2024”, “from 2014 to 2016”. */
export function findDates(words: readonly QuestionWord[], { meanings }: QuestionLexicon): DateRange {
  let since: string | undefined;
  let until: string | undefined;
  const used: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const period = readPeriod(words, at);
    if (period === undefined) continue;
    const before = words[at - 1]?.lower ?? '';
    const relation = before === 'to' || before === 'and' ? 'date:to' : meanings.get(before);
    if (before === 'after') since = shiftDay(period.last, 1);
    else if (before === 'before') until = shiftDay(period.first, -1);
    else if (relation === 'date:from' || before === 'between') since = period.first;
    else if (relation === 'date:to') until = period.last;
    else [since, until] = [period.first, period.last];
    used.push(...Array.from({ length: period.length }, (_, index) => at + index));
    if (relation !== undefined || before === 'between') used.push(at - 1);
    at += period.length - 1;
  }
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    used,
  };
}
