/** A claim as networks see it: an actor agrees or disagrees with an issue in an article on a day. */
export interface DiscourseStatement {
  readonly claim: string;
  readonly actor: string;
  readonly issue: string;
  /** 1 or -1; claims with polarity 0 say neither and are in no network. */
  readonly polarity: 1 | -1;
  readonly article: string;
  /** The day of publication, `YYYY-MM-DD`; undefined where the article gives none. */
  readonly date?: string;
  readonly outlet?: string;
}

/** Which claims count. Days are inclusive. */
export interface StatementFilter {
  readonly from?: string;
  readonly to?: string;
  readonly issues?: ReadonlySet<string>;
  readonly outlets?: ReadonlySet<string>;
  /** The fewest claims that an actor must have after all else. */
  readonly minimumFrequency?: number;
}

/** How claims of one actor on one issue with one polarity count when they are repeated. */
export const DUPLICATE_RULES = ['all', 'document', 'week', 'month', 'year', 'acrossrange'] as const;

/** `all` counts each, `document` once an article, `week` once an ISO week and so on, `acrossrange` once. */
export type DuplicateRule = (typeof DUPLICATE_RULES)[number];

const DAY = 86_400_000;

/** The ISO 8601 week of a day: `2021-W01`. */
function isoWeek(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  // The week belongs to the year in which its Thursday lies.
  const thursday = new Date(date.getTime() + (4 - (date.getUTCDay() || 7)) * DAY);
  const year = thursday.getUTCFullYear();
  const week = Math.floor((thursday.getTime() - Date.UTC(year, 0, 1)) / DAY / 7) + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}

const PERIODS: Readonly<Record<DuplicateRule, (statement: DiscourseStatement) => string>> = {
  all: ({ claim }) => claim,
  document: ({ article }) => article,
  // Without a date, the article is the only time that is known.
  week: ({ date, article }) => (date === undefined ? article : isoWeek(date)),
  month: ({ date, article }) => date?.slice(0, 7) ?? article,
  year: ({ date, article }) => date?.slice(0, 4) ?? article,
  acrossrange: () => '',
};

function isWithin({ date }: DiscourseStatement, { from, to }: StatementFilter): boolean {
  if (from === undefined && to === undefined) return true;
  if (date === undefined) return false;
  return (from === undefined || date >= from) && (to === undefined || date <= to);
}

/** The claims that count, in the order given: filtered, without duplicates, without actors who say too little. */
export function selectStatements(
  statements: readonly DiscourseStatement[],
  filter: StatementFilter,
  duplicates: DuplicateRule,
): readonly DiscourseStatement[] {
  const seen = new Set<string>();
  const distinct = statements.filter((statement) => {
    if (!isWithin(statement, filter)) return false;
    if (filter.issues?.has(statement.issue) === false) return false;
    if (filter.outlets !== undefined && !filter.outlets.has(statement.outlet ?? '')) return false;
    const { actor, issue, polarity } = statement;
    const key = JSON.stringify([actor, issue, polarity, PERIODS[duplicates](statement)]);
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
  const minimum = filter.minimumFrequency ?? 1;
  if (minimum <= 1) return distinct;
  const counts = new Map<string, number>();
  for (const { actor } of distinct) counts.set(actor, (counts.get(actor) ?? 0) + 1);
  return distinct.filter(({ actor }) => (counts.get(actor) ?? 0) >= minimum);
}
