import { createAccumulator } from './aggregates.ts';
import type { Accumulator } from './aggregates.ts';
import { cut } from './batch.ts';
import { compileExpression } from './compile-expression.ts';
import type { Aggregate, GroupOperation, Operation } from './operation.ts';
import { variablesOfExpression } from './operation-variables.ts';
import { existsTest } from './plan-basic.ts';
import type { Needed } from './plan-join.ts';
import type { Plan, Setting } from './plan.ts';
import { createRowIndex } from './row-index.ts';

/** GROUP BY with its aggregates. Without variables there is one group, also of no solutions. */
export function planGroup(
  { input: operation, variables, aggregates }: GroupOperation,
  planInput: (operation: Operation, needed: Needed) => Plan,
  setting: Setting,
): Plan {
  const input = planInput(operation, neededVariables(variables, aggregates));
  const columns = variables.map((name) => input.variables.indexOf(name));
  return {
    variables: [...variables, ...aggregates.map(({ variable }) => variable)],
    certain: new Set([
      ...variables.filter((name) => input.certain.has(name)),
      ...aggregates.flatMap(({ name, variable }) => (name === 'count' ? [variable] : [])),
    ]),
    estimate: variables.length === 0 ? 1 : Math.sqrt(input.estimate),
    run: function* run() {
      const groups = createRowIndex(columns.length);
      const accumulators = aggregates.map((aggregate) => accumulate(aggregate, input.variables, setting));
      if (columns.length === 0) groups.add([], 0);
      for (const batch of input.run()) {
        const keys = columns.map((column) => batch.columns[column] ?? new Uint32Array(batch.length));
        const group = new Uint32Array(batch.length);
        for (let row = 0; row < batch.length; row += 1) group[row] = groups.add(keys, row);
        for (const { add } of accumulators) {
          for (let row = 0; row < batch.length; row += 1) add(group[row] ?? 0, batch, row);
        }
      }
      const results = accumulators.map(({ result }) =>
        Uint32Array.from({ length: groups.length }, (_, group) => result(group)),
      );
      yield* cut({ length: groups.length, columns: [...groups.columns(), ...results] });
    },
  };
}

/** COUNT(DISTINCT *) reads everything, COUNT(*) nothing. */
function neededVariables(variables: readonly string[], aggregates: readonly Aggregate[]): Needed {
  if (aggregates.some(({ expression, distinct }) => expression === undefined && distinct)) return undefined;
  return new Set([
    ...variables,
    ...aggregates.flatMap(({ expression }) =>
      expression === undefined ? [] : variablesOfExpression(expression),
    ),
  ]);
}

function accumulate(aggregate: Aggregate, variables: readonly string[], setting: Setting): Accumulator {
  const { expression } = aggregate;
  const value =
    expression === undefined
      ? undefined
      : compileExpression(expression, { terms: setting.terms, variables }, existsTest(variables, setting))
          .value;
  return createAccumulator(aggregate, value, variables.length, setting.terms);
}
