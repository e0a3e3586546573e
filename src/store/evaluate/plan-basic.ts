import type { Atom } from './atom.ts';
import { readAtoms, readPathAtom } from './atom.ts';
import { compileExpression } from './compile-expression.ts';
import type { CompileExists } from './compile-expression.ts';
import { truth } from './compare-terms.ts';
import { pick } from './batch.ts';
import type { Batch } from './batch.ts';
import type { Element } from './join-order.ts';
import type { Expression, Operation } from './operation.ts';
import { isBasic } from './operation.ts';
import { mentionedVariables, variablesOfExpression, variablesOfOperation } from './operation-variables.ts';
import type { Condition, Needed } from './plan-join.ts';
import { ROW_NUMBER, planJoin } from './plan-join.ts';
import type { Plan, Setting } from './plan.ts';
import { emptyPlan } from './plan.ts';
import type { BatchFilter } from './run-steps.ts';
import { unreachable } from '../unreachable.ts';

/** The parts of a basic operation; `atoms` is undefined where a term that it names is not in the graph. */
interface BasicParts {
  readonly atoms: readonly Atom[] | undefined;
  readonly conditions: readonly Expression[];
}

/** Takes an operation of patterns, paths and filters apart. */
function takeApart(operation: Operation, setting: Setting): BasicParts {
  if (!isBasic(operation)) throw new TypeError(`${operation.type} is no basic operation`);
  switch (operation.type) {
    case 'patterns':
      return { atoms: readAtoms(operation.patterns, setting), conditions: [] };
    case 'path':
      return { atoms: [readPathAtom(operation, setting)], conditions: [] };
    case 'join': {
      const parts = operation.inputs.map((input) => takeApart(input, setting));
      const atoms = parts.flatMap((part) => part.atoms ?? []);
      return {
        atoms: parts.some((part) => part.atoms === undefined) ? undefined : atoms,
        conditions: parts.flatMap(({ conditions }) => conditions),
      };
    }
    case 'filter': {
      const parts = takeApart(operation.input, setting);
      return { ...parts, conditions: [...parts.conditions, ...splitConjunction(operation.condition)] };
    }
    default:
      return unreachable(operation);
  }
}

/** `a && b` as `a` and `b`: a solution passes when it passes both, and an error passes neither way. */
export function splitConjunction(expression: Expression): readonly Expression[] {
  return expression.type === 'call' && expression.operator === '&&'
    ? expression.arguments.flatMap(splitConjunction)
    : [expression];
}

/** A condition of a join, from an expression. */
export function createCondition(expression: Expression, setting: Setting): Condition {
  return {
    variables: variablesOfExpression(expression),
    compile: (variables) => compileFilter(expression, variables, setting),
  };
}

/** The filter that keeps the rows in which an expression is true. */
export function compileFilter(
  expression: Expression,
  variables: readonly string[],
  setting: Setting,
): BatchFilter {
  if (expression.type === 'exists') {
    const marks = createExistence(expression.input, variables, setting);
    const wanted = expression.negated ? 0 : 1;
    return (batch) => {
      const matched = marks(batch);
      return keepRows(batch, (row) => matched[row] === wanted);
    };
  }
  const { test } = compileExpression(
    expression,
    { terms: setting.terms, variables },
    existsTest(variables, setting),
  );
  return (batch) => keepRows(batch, (row) => test(batch, row) === 1);
}

/** EXISTS inside a larger expression is asked row by row. */
export function existsTest(variables: readonly string[], setting: Setting): CompileExists {
  return ({ input, negated }) => {
    const marks = createExistence(input, variables, setting);
    return (batch, row) => {
      const one = { length: 1, columns: batch.columns.map((column) => column.subarray(row, row + 1)) };
      return truth((marks(one)[0] === 1) !== negated);
    };
  };
}

function keepRows(batch: Batch, keeps: (row: number) => boolean): Batch {
  const rows = new Uint32Array(batch.length);
  let length = 0;
  for (let row = 0; row < batch.length; row += 1) {
    if (!keeps(row)) continue;
    rows[length] = row;
    length += 1;
  }
  return length === batch.length ? batch : pick(batch, rows, length);
}

/** Extends some rows by a basic operation; `ROW_NUMBER` tells which row each solution came from. */
export interface Seeded {
  readonly variables: readonly string[];
  readonly run: (seed: Batch) => Iterable<Batch>;
}

/** Plans a basic operation that starts from rows with these columns, all bound. */
export function planSeeded(
  operation: Operation,
  variables: readonly string[],
  extraConditions: readonly Expression[],
  needed: Needed,
  setting: Setting,
): Seeded {
  const { atoms, conditions } = takeApart(operation, setting);
  let current: Batch = { length: 0, columns: [] };
  const seedVariables = [...variables, ROW_NUMBER];
  const start: Plan = {
    variables: seedVariables,
    certain: new Set(seedVariables),
    estimate: 64,
    run: () => [current],
  };
  const plan =
    atoms === undefined
      ? emptyPlan([...seedVariables, ...variablesOfOperation(operation)])
      : planJoin(
          {
            start,
            elements: atoms.map((atom): Element => ({ atom })),
            conditions: [...conditions, ...extraConditions].map((condition) =>
              createCondition(condition, setting),
            ),
            needed: needed === undefined ? undefined : new Set([...needed, ROW_NUMBER]),
          },
          setting,
        );
  return {
    variables: plan.variables,
    run: (seed) => {
      current = { length: seed.length, columns: [...seed.columns, numberRows(seed.length)] };
      return plan.run();
    },
  };
}

function numberRows(length: number): Uint32Array {
  const numbers = new Uint32Array(length);
  for (let row = 0; row < length; row += 1) numbers[row] = row;
  return numbers;
}

/** Tells for each row of a batch with these columns whether a basic operation has a solution under it: 1 or 0. */
export function createExistence(
  operation: Operation,
  variables: readonly string[],
  setting: Setting,
): (batch: Batch) => Uint8Array {
  const mentioned = new Set(mentionedVariables(operation));
  const shared = variables.flatMap((variable, column) => (mentioned.has(variable) ? [column] : []));
  const planned = new Map<string, Seeded>();
  return (batch) => {
    const matched = new Uint8Array(batch.length);
    // A variable that is unbound in a row is free in the pattern: rows are asked together that bind the same ones.
    for (const [key, rows] of groupByBound(batch, shared)) {
      const bound = shared.filter((_, index) => key[index] === '1');
      const seeded =
        planned.get(key) ??
        planSeeded(
          operation,
          bound.map((column) => variables[column] ?? ''),
          [],
          new Set(),
          setting,
        );
      planned.set(key, seeded);
      const rowColumn = seeded.variables.indexOf(ROW_NUMBER);
      const seed = {
        length: rows.length,
        columns: bound.map((column) => {
          const values = batch.columns[column];
          return Uint32Array.from(rows, (row) => values?.[row] ?? 0);
        }),
      };
      for (const found of seeded.run(seed)) {
        const origin = found.columns[rowColumn];
        for (let index = 0; index < found.length; index += 1) matched[rows[origin?.[index] ?? 0] ?? 0] = 1;
      }
    }
    return matched;
  };
}

function groupByBound(batch: Batch, columns: readonly number[]): ReadonlyMap<string, readonly number[]> {
  const groups = new Map<string, number[]>();
  for (let row = 0; row < batch.length; row += 1) {
    let key = '';
    for (const column of columns) key += batch.columns[column]?.[row] === 0 ? '0' : '1';
    const rows = groups.get(key);
    if (rows === undefined) groups.set(key, [row]);
    else rows.push(row);
  }
  return groups;
}
