const DAY_OR_LESS = /^\d{4}(?:-\d{2}(?:-\d{2})?)?$/u;

/**
 * The time for which a claim stands, as Extended Date/Time Format to the precision of the text, comparable by code
 * units: “in November” said in February is `2024-11`, which stands before all days of that November.
 * What is said to have been said after the report, or at no time that can be ordered, takes the day of the report.
 */
export function claimTime(saidOn: string | undefined, reportedOn: string | undefined): string | undefined {
  const [start = '', end = ''] = (saidOn ?? '').replaceAll(/[~?%]/gu, '').split('/');
  const said = DAY_OR_LESS.test(start) ? start : start === '..' || start === '' ? end : '';
  if (!DAY_OR_LESS.test(said)) return reportedOn;
  if (reportedOn === undefined) return said;
  return said <= reportedOn ? said : reportedOn;
}
