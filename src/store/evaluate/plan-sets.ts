import { pick } from './batch.ts';
import type { ValuesRow } from './operation.ts';
import type { Plan, Setting } from './plan.ts';
import { createRowIndex } from './row-index.ts';

/** VALUES. */
export function planValues(
  variables: readonly string[],
  rows: readonly ValuesRow[],
  { terms }: Setting,
): Plan {
  const columns = variables.map((name) =>
    Uint32Array.from(rows, (row) => {
      const term = row.get(name);
      return term === undefined ? 0 : terms.addTerm(term);
    }),
  );
  return {
    variables,
    certain: new Set(variables.filter((name) => rows.every((row) => row.has(name)))),
    estimate: rows.length,
    run: () => (rows.length === 0 ? [] : [{ length: rows.length, columns }]),
  };
}

/** UNION: the solutions of each, one after the other. */
export function planUnion(inputs: readonly Plan[]): Plan {
  const variables = [...new Set(inputs.flatMap((input) => input.variables))];
  return {
    variables,
    certain: new Set(variables.filter((name) => inputs.every(({ certain }) => certain.has(name)))),
    estimate: inputs.reduce((sum, { estimate }) => sum + estimate, 0),
    run: function* run() {
      for (const input of inputs) {
        const columns = variables.map((name) => input.variables.indexOf(name));
        for (const batch of input.run()) {
          yield {
            length: batch.length,
            columns: columns.map((column) => batch.columns[column] ?? new Uint32Array(batch.length)),
          };
        }
      }
    },
  };
}

/** DISTINCT: each solution when it comes for the first time. */
export function planDistinct(input: Plan): Plan {
  return {
    ...input,
    run: function* run() {
      const seen = createRowIndex(input.variables.length);
      for (const batch of input.run()) {
        const fresh = new Uint32Array(batch.length);
        let length = 0;
        for (let row = 0; row < batch.length; row += 1) {
          const known = seen.length;
          if (seen.add(batch.columns, row) !== known) continue;
          fresh[length] = row;
          length += 1;
        }
        if (length > 0) yield pick(batch, fresh, length);
      }
    },
  };
}

/** OFFSET and LIMIT: nothing is asked for that is not given out. */
export function planSlice(input: Plan, start: number, length: number | undefined): Plan {
  const end = length === undefined ? Number.POSITIVE_INFINITY : start + length;
  return {
    ...input,
    estimate: Math.max(0, Math.min(input.estimate, end) - start),
    run: function* run() {
      let position = 0;
      if (end === 0) return;
      for (const batch of input.run()) {
        const from = Math.max(0, start - position);
        const to = Math.min(batch.length, end - position);
        position += batch.length;
        if (from < to) {
          yield { length: to - from, columns: batch.columns.map((column) => column.subarray(from, to)) };
        }
        if (position >= end) return;
      }
    },
  };
}
