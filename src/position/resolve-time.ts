/** A day in UTC, the only calendar that is used: no clock, no zone. */
function dayOf(date: string): Date | undefined {
  const day = new Date(`${date}T00:00:00Z`);
  return Number.isNaN(day.getTime()) ? undefined : day;
}

function shift(day: Date, days: number): Date {
  return new Date(day.getTime() + days * 86_400_000);
}

function shiftMonths(day: Date, months: number): Date {
  return new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
}

const isoDay = (day: Date): string => day.toISOString().slice(0, 10);
const isoMonth = (day: Date): string => day.toISOString().slice(0, 7);
const isoYear = (day: Date): string => day.toISOString().slice(0, 4);

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];
const MONTH =
  '(jan(?:uary|\\.)?|feb(?:ruary|\\.)?|mar(?:ch|\\.)?|apr(?:il|\\.)?|may|june?|july?|aug(?:ust|\\.)?|sept?(?:ember|\\.)?|oct(?:ober|\\.)?|nov(?:ember|\\.)?|dec(?:ember|\\.)?)';

function numberOf(word = ''): number {
  const index = NUMBERS.indexOf(word.toLowerCase());
  return index >= 0 ? index : /^an?$/i.test(word) ? 1 : Number(word);
}

const monthIndex = (word = ''): number => MONTHS.indexOf(word.slice(0, 3).toLowerCase());
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** The latest such month that has begun by the day: “in November”, read in February, is last year's. */
function latestMonth(today: Date, month: number): string {
  const year = today.getUTCFullYear() - (month > today.getUTCMonth() ? 1 : 0);
  return `${year}-${twoDigits(month + 1)}`;
}

function fullDate(
  today: Date | undefined,
  month: number,
  day: number,
  year: string | undefined,
): string | undefined {
  const prefix =
    year === undefined
      ? today === undefined
        ? undefined
        : latestMonth(today, month)
      : `${year}-${twoDigits(month + 1)}`;
  return prefix === undefined || day < 1 || day > 31 ? undefined : `${prefix}-${twoDigits(day)}`;
}

type Resolve = (match: RegExpMatchArray, today: Date | undefined) => string | undefined;

/** What expressions of time look like and the day, month or year that each one means; the first that fits counts. */
const EXPRESSIONS: readonly (readonly [RegExp, Resolve])[] = [
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH},? (\\d{4})\\b`, 'i'),
    ([, day, month, year], today) => fullDate(today, monthIndex(month), Number(day), year),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})\\b`, 'i'),
    ([, month, day, year], today) => fullDate(today, monthIndex(month), Number(day), year),
  ],
  [
    new RegExp(`\\b${MONTH} (\\d{1,2})(?:st|nd|rd|th)?\\b(?! ?\\d)`, 'i'),
    ([, month, day], today) => fullDate(today, monthIndex(month), Number(day), undefined),
  ],
  [
    new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? ${MONTH}\\b`, 'i'),
    ([, day, month], today) => fullDate(today, monthIndex(month), Number(day), undefined),
  ],
  [
    new RegExp(`\\b(?:in |since |earlier in )?${MONTH},? (\\d{4})\\b`, 'i'),
    ([, month, year]) => `${year ?? ''}-${twoDigits(monthIndex(month) + 1)}`,
  ],
  [/\b(?:today|tonight|this (?:morning|afternoon|evening))\b/i, (_, today) => today && isoDay(today)],
  [/\b(?:yesterday|last night)\b/i, (_, today) => today && isoDay(shift(today, -1))],
  [
    /\b(?:on |last |this |late |early )*(sunday|monday|tuesday|wednesday|thursday|friday|saturday)(?: (?:morning|afternoon|evening|night))?\b/i,
    ([, name = ''], today) => {
      if (today === undefined) return undefined;
      const back = (today.getUTCDay() - WEEKDAYS.indexOf(name.toLowerCase()) + 7) % 7;
      return isoDay(shift(today, -back));
    },
  ],
  [
    /\b(an?|one|two|three|four|five|six|seven|eight|nine|ten|\d{1,2}) (day|week|month|year)s? (?:ago|earlier)\b/i,
    ([, count, unit = ''], today) => {
      if (today === undefined) return undefined;
      const amount = numberOf(count);
      if (unit === 'day') return isoDay(shift(today, -amount));
      if (unit === 'week') return `${isoDay(shift(today, -7 * amount))}~`;
      if (unit === 'month') return isoMonth(shiftMonths(today, -amount));
      return isoYear(shiftMonths(today, -12 * amount));
    },
  ],
  [
    /\b(earlier |later |late |early )?(this|last) week\b/i,
    (match, today) => {
      if (today === undefined) return undefined;
      const monday = shift(
        today,
        -((today.getUTCDay() + 6) % 7) - (match[2]?.toLowerCase() === 'last' ? 7 : 0),
      );
      const end = match[2]?.toLowerCase() === 'last' ? shift(monday, 6) : today;
      return `${isoDay(monday)}/${isoDay(end)}`;
    },
  ],
  [/\b(?:earlier )?(?:this|in the) month\b/i, (_, today) => today && isoMonth(today)],
  [/\blast month\b/i, (_, today) => today && isoMonth(shiftMonths(today, -1))],
  [/\b(?:earlier )?this year\b/i, (_, today) => today && isoYear(today)],
  [/\blast year\b/i, (_, today) => today && isoYear(shiftMonths(today, -12))],
  [
    new RegExp(`\\b(?:in|since|last|back in) ${MONTH}(?![\\w-])`, 'i'),
    ([, month], today) => today && latestMonth(today, monthIndex(month)),
  ],
  [/\bbefore (\d{4})\b/i, ([, year]) => `../${year ?? ''}`],
  [/\bsince (\d{4})\b/i, ([, year]) => `${year ?? ''}/..`],
  [/\b(?:in|back in|during) (\d{4})\b/i, ([, year]) => year],
];

/** A time in EDTF (level 1) and where its words stand in the string. */
export interface ResolvedTime {
  readonly edtf: string;
  readonly start: number;
  readonly end: number;
}

/**
 * The first expression of time in a few words, to the precision they give; undefined where there is none or where it
 * needs the day of publication and that is not known. Weekdays and months without a year lie in the past.
 */
export function resolveTime(words: string, published: string | undefined): ResolvedTime | undefined {
  const today = published === undefined ? undefined : dayOf(published);
  for (const [expression, resolve] of EXPRESSIONS) {
    const match = expression.exec(words);
    const edtf = match === null ? undefined : resolve(match, today);
    if (match !== null && edtf !== undefined)
      return { edtf, start: match.index, end: match.index + match[0].length };
  }
  return undefined;
}
