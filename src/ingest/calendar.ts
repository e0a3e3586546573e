const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'] as const;
const DAYS_IN_MONTH = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** A month's name in English, full or shortened, as a regular expression's source. */
const MONTH_NAME =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\\.?';

const YEAR_FIRST = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/u;
const DAY_FIRST = new RegExp(
  `^(\\d{1,2})(?:st|nd|rd|th)?[ -](?:of )?(${MONTH_NAME})[, -]\\s?(\\d{4})(?!\\d)`,
  'iu',
);
const MONTH_FIRST = new RegExp(`^(${MONTH_NAME}) (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)`, 'iu');
const NUMBERS = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})(?!\d)/u;
const WEEKDAY = /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? /iu;

/** A day that a text writes: its date, or why there is none; `length` is the number of characters it takes. */
export interface WrittenDay {
  readonly date?: string;
  readonly problem?: string;
  readonly length: number;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function day(length: number, year: number, month: number, dayOfMonth: number): WrittenDay {
  const longest = month === 2 && !isLeapYear(year) ? 28 : DAYS_IN_MONTH[month - 1];
  if (longest === undefined || dayOfMonth < 1 || dayOfMonth > longest || year < 1000) {
    return { problem: 'is no day of the calendar', length };
  }
  const date = [String(year), String(month).padStart(2, '0'), String(dayOfMonth).padStart(2, '0')].join('-');
  return { date, length };
}

function monthNumber(name: string): number {
  return MONTHS.findIndex((month) => month === name.slice(0, 3).toLowerCase()) + 1;
}

function dayOfNumbers(length: number, first: number, second: number, year: number): WrittenDay {
  if (first === second || second > 12) return day(length, year, first, second);
  if (first > 12) return day(length, year, second, first);
  return { problem: 'may be day and month or month and day; write YYYY-MM-DD', length };
}

type DayParts = readonly [first: string, second: string, third: string];
type ReadParts = (length: number, parts: DayParts) => WrittenDay;

/** The forms in which a day is written, tried in this order. */
const FORMS: readonly (readonly [form: RegExp, read: ReadParts])[] = [
  [YEAR_FIRST, (length, [year, month, date]) => day(length, Number(year), Number(month), Number(date))],
  [DAY_FIRST, (length, [date, month, year]) => day(length, Number(year), monthNumber(month), Number(date))],
  [MONTH_FIRST, (length, [month, date, year]) => day(length, Number(year), monthNumber(month), Number(date))],
  [
    NUMBERS,
    (length, [first, second, year]) => dayOfNumbers(length, Number(first), Number(second), Number(year)),
  ],
];

/**
 * The day at the start of a text: “2025-02-13 11:33:00”, “Wednesday, January 23, 2019”, “13 February 2025”.
 * Undefined where the text does not begin with a day, month and year.
 */
export function readDay(text: string): WrittenDay | undefined {
  const weekday = WEEKDAY.exec(text)?.[0].length ?? 0;
  const rest = text.slice(weekday, weekday + 40);
  for (const [form, read] of FORMS) {
    const [written, first = '', second = '', third = ''] = form.exec(rest) ?? [];
    if (written !== undefined) return read(weekday + written.length, [first, second, third]);
  }
  return undefined;
}
