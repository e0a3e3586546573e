import type { MeasureComparison } from '../../evaluate/compare-evaluations.ts';
import type { Confusion } from '../../evaluate/count-confusions.ts';
import { renderTable } from '../render-table.ts';

const percent = (share: number): string => (100 * share).toFixed(1);
const sign = (share: number): string => `${share < 0 ? '' : '+'}${percent(share)}`;

/** Two predictions side by side: F1 of each measure, the difference and how sure it is. */
export function formatComparison(
  comparison: readonly MeasureComparison[],
  names: { readonly first: string; readonly second: string },
  width: number,
): string {
  const heads = ['F1 of', names.first, names.second, 'difference', '95 % interval', 'p'];
  const columns = heads.map((head, index) => (index === 0 ? { head } : { head, align: 'right' as const }));
  const rows = comparison.map(({ measure, first, second, difference, interval, p }) => [
    measure,
    percent(first),
    percent(second),
    sign(difference),
    `${sign(interval[0])} – ${sign(interval[1])}`,
    p.toFixed(3),
  ]);
  return [
    renderTable(columns, rows, { width }),
    `The difference is ${names.first} less ${names.second}; interval and p by paired bootstrap over articles.\n`,
  ].join('\n');
}

/** What was taken for what, as a table. */
export function formatConfusions(confusions: readonly Confusion[], width: number): string {
  const columns = [
    { head: 'on claims with the right holder' },
    { head: 'gold' },
    { head: 'predicted' },
    { head: 'n', align: 'right' as const },
  ];
  const rows = confusions.map(({ of, gold, predicted, count }) => [of, gold, predicted, String(count)]);
  return renderTable(columns, rows, { width });
}
