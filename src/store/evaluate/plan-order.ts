import { concatenate, cut, pick } from './batch.ts';
import type { Batch } from './batch.ts';
import { compareForOrder } from './compare-terms.ts';
import { compileExpression } from './compile-expression.ts';
import type { SortKey } from './operation.ts';
import { existsTest } from './plan-basic.ts';
import type { Plan, Setting } from './plan.ts';

/** ORDER BY; with a limit only that many of the first solutions are kept. Equal solutions keep their order. */
export function planOrder(
  input: Plan,
  keys: readonly SortKey[],
  limit: number | undefined,
  setting: Setting,
): Plan {
  const { terms } = setting;
  const compiled = keys.map(({ expression, descending }) => ({
    descending,
    value: compileExpression(
      expression,
      { terms, variables: input.variables },
      existsTest(input.variables, setting),
    ).value,
  }));
  return {
    ...input,
    run: function* run() {
      const rows = concatenate(input.run(), input.variables.length);
      const ranks = compiled.map(({ value, descending }) => rankRows(rows, value, descending, setting));
      const compare = (one: number, other: number): number => {
        for (const rank of ranks) {
          const order = (rank[one] ?? 0) - (rank[other] ?? 0);
          if (order !== 0) return order;
        }
        return one - other;
      };
      const order =
        limit !== undefined && limit * 8 < rows.length
          ? firstRows(rows.length, limit, compare)
          : numbersBelow(rows.length).sort(compare);
      yield* cut(pick(rows, order));
    },
  };
}

function numbersBelow(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) numbers[index] = index;
  return numbers;
}

/** Row → place of its key among the different keys: terms are compared once each and rows by number. */
function rankRows(
  rows: Batch,
  value: (batch: Batch, row: number) => number,
  descending: boolean,
  { terms }: Setting,
): Float64Array {
  const ids = new Uint32Array(rows.length);
  for (let row = 0; row < rows.length; row += 1) ids[row] = value(rows, row);
  const different = [...new Set(ids)].sort((left, right) => compareForOrder(terms, left, right));
  const rankOf = new Map<number, number>();
  let rank = 0;
  different.forEach((id, index) => {
    const previous = different[index - 1];
    if (previous !== undefined && compareForOrder(terms, previous, id) !== 0) rank += 1;
    rankOf.set(id, descending ? -rank : rank);
  });
  return Float64Array.from(ids, (id) => rankOf.get(id) ?? 0);
}

/** The first `limit` of all rows in order: most are refused by one comparison with the last one kept. */
function firstRows(
  count: number,
  limit: number,
  compare: (one: number, other: number) => number,
): Uint32Array {
  const kept: number[] = [];
  for (let row = 0; row < count; row += 1) {
    const last = kept.at(-1);
    if (kept.length === limit && (last === undefined || compare(row, last) >= 0)) continue;
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(kept[middle] ?? 0, row) < 0) low = middle + 1;
      else high = middle;
    }
    kept.splice(low, 0, row);
    if (kept.length > limit) kept.pop();
  }
  return Uint32Array.from(kept);
}
