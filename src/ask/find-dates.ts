import type { QuestionWord } from './question-word.ts';
import { readRelativePeriod, shiftDay } from './relative-date.ts';
import type { Period } from './relative-date.ts';
import type { TaggedWord } from './tag-words.ts';

/** The days from which on and until which a question asks, and the words that say so. */
export interface DateRange {
  readonly since?: string;
  readonly until?: string;
  readonly used: readonly number[];
}

const MONTHS = 'january february march april may june july august september october november december'.split(
  ' ',
);

const two = (number: number): string => String(number).padStart(2, '0');

function lastDay(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
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

/** `2024-03`, `2024-03-05`, which come as several words. */
function readNumbers(year: number, second: string, third: string): Period {
  const month = /^(?:0\d|1[0-2])$/u.test(second) ? Number(second) : undefined;
  if (month === undefined) return periodOf(year, undefined, undefined, 1);
  if (/^(?:0[1-9]|[12]\d|3[01])$/u.test(third)) return periodOf(year, month, Number(third), 3);
  return periodOf(year, month, undefined, 2);
}

/** A period that begins with this word: `2024`, `March 2024`, `5 March 2024`, `March 5 2024`, `2024-03-05`, `the 1990s`. */
function readPeriod(words: readonly QuestionWord[], at: number): Period | undefined {
  const [one = '', second = '', third = '', fourth = ''] = words.slice(at, at + 4).map(({ lower }) => lower);
  const [firstYear, secondYear, thirdYear] = [yearOf(one), yearOf(second), yearOf(third)];
  if (firstYear !== undefined) return readNumbers(firstYear, second, third);
  if (/^(?:19|20)\d0s$/u.test(one))
    return { first: `${one.slice(0, 4)}-01-01`, last: `${one.slice(0, 3)}9-12-31`, length: 1 };
  const [firstMonth, secondMonth] = [monthOf(one), monthOf(second)];
  if (firstMonth !== undefined && secondYear !== undefined)
    return periodOf(secondYear, firstMonth, undefined, 2);
  if (firstMonth !== undefined && second === 'of' && thirdYear !== undefined)
    return periodOf(thirdYear, firstMonth, undefined, 3);
  if (firstMonth !== undefined && dayOf(second) !== undefined && thirdYear !== undefined)
    return periodOf(thirdYear, firstMonth, dayOf(second), 3);
  if (dayOf(one) !== undefined && secondMonth !== undefined && thirdYear !== undefined)
    return periodOf(thirdYear, secondMonth, dayOf(one), 3);
  const fourthYear = yearOf(fourth);
  if (dayOf(one) !== undefined && second === 'of' && fourthYear !== undefined && monthOf(third) !== undefined)
    return periodOf(fourthYear, monthOf(third), dayOf(one), 4);
  return undefined;
}

/** `March` in “between March and May 2020”, which has the year of the later one. */
function readMonthOfRange(words: readonly QuestionWord[], at: number): Period | undefined {
  const month = monthOf(words[at]?.lower ?? '');
  if (month === undefined || !/^(?:and|to|until|till|through)$/u.test(words[at + 1]?.lower ?? ''))
    return undefined;
  const later = readPeriod(words, at + 2);
  return later === undefined ? undefined : periodOf(Number(later.first.slice(0, 4)), month, undefined, 1);
}

/** Words before a date that make it no other date here: “in early 2020”. */
const VAGUE = /^(?:the|early|late|mid|about|around|beginning|end|middle|summer|winter|spring|autumn)$/u;

/** Before a year they make it part of a name. */
const PREFIXES = /^(?:pre|post)$/u;

/** How a date limits the time: “to” and “and” end what “from” and “between” began. */
function relationOf(before: TaggedWord | undefined): string | undefined {
  if (before?.lower === 'between') return 'date:from';
  return before?.lower === 'to' || before?.lower === 'and' ? 'date:to' : before?.meaning;
}

/**
 * The time that a question is limited to: “since 2014”, “before March 2022”, “in 2024”, “from 2014 to 2016”, “last week”.
 * @param today `YYYY-MM-DD`, from which “last week” is reckoned; without it such words are no dates.
 */
export function findDates(words: readonly TaggedWord[], today?: string): DateRange {
  let since: string | undefined;
  let until: string | undefined;
  const used: number[] = [];
  for (let at = 0; at < words.length; at += 1) {
    // “The 2015 nuclear agreement”, “the pre-2014 borders”.
    if (words[at]?.isPaired === true || PREFIXES.test(words[at - 1]?.lower ?? '')) continue;
    const period =
      readPeriod(words, at) ??
      readMonthOfRange(words, at) ??
      (today === undefined ? undefined : readRelativePeriod(words, at, today));
    if (period === undefined) continue;
    let first = at;
    while (VAGUE.test(words[first - 1]?.lower ?? '')) first -= 1;
    switch (relationOf(words[first - 1])) {
      case 'date:after':
        since = shiftDay(period.last, 1);
        break;
      case 'date:before':
        until = shiftDay(period.first, -1);
        break;
      case 'date:from':
        since = period.first;
        break;
      case 'date:to':
        until = period.last;
        break;
      case undefined:
      default:
        [since, until] = [period.first, period.last];
    }
    const end = at + period.length;
    used.push(...Array.from({ length: end - first }, (_, index) => first + index));
    at = end - 1;
  }
  return {
    ...(since === undefined ? {} : { since }),
    ...(until === undefined ? {} : { until }),
    used,
  };
}
