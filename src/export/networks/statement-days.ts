import type { DiscourseStatement } from './discourse-statement.ts';

/** First and last day on which something is reported; undefined where no claim has a day. */
export interface ReportedDays {
  readonly first: string;
  readonly last: string;
}

/** When actors are reported to say something, and when about what. */
export interface StatementDays {
  readonly ofActor: (actor: string) => ReportedDays | undefined;
  readonly ofIssue: (issue: string) => ReportedDays | undefined;
  /** Of an actor and an issue: from the actor's first claim on the issue to the last. */
  readonly ofClaims: (actor: string, issue: string) => ReportedDays | undefined;
  /** Of two actors: from the day on which both had spoken on a common issue to the last claim of either on one. */
  readonly ofPair: (left: string, right: string) => ReportedDays | undefined;
}

function widen(known: ReportedDays | undefined, days: ReportedDays): ReportedDays {
  if (known === undefined) return days;
  return {
    first: days.first < known.first ? days.first : known.first,
    last: days.last > known.last ? days.last : known.last,
  };
}

/** The days of statements that were selected for a network. */
export function daysOfStatements(statements: readonly DiscourseStatement[]): StatementDays {
  const actors = new Map<string, ReportedDays>();
  const issues = new Map<string, ReportedDays>();
  const claims = new Map<string, Map<string, ReportedDays>>();
  for (const { actor, issue, date } of statements) {
    if (date === undefined) continue;
    const day = { first: date, last: date };
    actors.set(actor, widen(actors.get(actor), day));
    issues.set(issue, widen(issues.get(issue), day));
    const own = claims.get(actor) ?? new Map<string, ReportedDays>();
    claims.set(actor, own.set(issue, widen(own.get(issue), day)));
  }
  return {
    ofActor: (actor) => actors.get(actor),
    ofIssue: (issue) => issues.get(issue),
    ofClaims: (actor, issue) => claims.get(actor)?.get(issue),
    ofPair: (left, right) => {
      let days: ReportedDays | undefined;
      for (const [issue, one] of claims.get(left) ?? []) {
        const other = claims.get(right)?.get(issue);
        if (other === undefined) continue;
        const both = {
          first: one.first > other.first ? one.first : other.first,
          last: widen(one, other).last,
        };
        days = widen(days, both);
      }
      return days;
    },
  };
}
