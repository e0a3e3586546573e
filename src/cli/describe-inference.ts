import type { InferenceSummary } from '../build/inferred-block.ts';

/** A number with its noun: `1 claim`, `1,024 claims`. */
export const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en')} ${number === 1 ? one : many}`;

/** What was inferred, in a line. */
export function describeInference(summary: InferenceSummary): string {
  const { positions, changes, conflicts, agreements, sharedReports } = summary;
  return (
    `inferred: ${count(positions, 'position')}, ${count(changes, 'change')} of position, ` +
    `${count(conflicts, 'conflict')}, ${count(agreements, 'agreement')}, ` +
    `${count(sharedReports, 'report')} carried by several articles`
  );
}
