import { cut, pick } from './batch.ts';
import type { Batch } from './batch.ts';
import type { Expression, LeftJoinOperation, Operation } from './operation.ts';
import { isBasic } from './operation.ts';
import {
  certainVariables,
  mentionedVariables,
  variablesOfExpression,
  variablesOfOperation,
} from './operation-variables.ts';
import { compileFilter, createExistence, planSeeded, splitConjunction } from './plan-basic.ts';
import { planHashLeftJoin, planHashMinus } from './plan-hash-join.ts';
import { ROW_NUMBER } from './plan-join.ts';
import type { Needed } from './plan-join.ts';
import type { Plan, Setting } from './plan.ts';

type PlanInput = (operation: Operation, needed: Needed) => Plan;

/** Hashing the right side costs about as much per row as this many look-ups. */
const WORTH_LOOKING_UP = 2;

/** Plans OPTIONAL: by looking the right side up for each solution of the left, or by hashing it. */
export function planOptional(
  { left: leftOperation, right: rightOperation, condition }: LeftJoinOperation,
  needed: Needed,
  planInput: PlanInput,
  setting: Setting,
): Plan {
  const conditions = condition === undefined ? [] : splitConjunction(condition);
  const reads = conditions.flatMap(variablesOfExpression);
  const wanted = (side: Operation): Needed =>
    needed === undefined ? undefined : new Set([...needed, ...reads, ...mentionedVariables(side)]);
  const left = planInput(leftOperation, wanted(rightOperation));
  const right = planInput(rightOperation, wanted(leftOperation));
  if (canSeed(rightOperation, left) && left.estimate <= right.estimate * WORTH_LOOKING_UP) {
    return planSeededOptional(left, rightOperation, conditions, needed, setting);
  }
  const compile =
    condition === undefined
      ? undefined
      : (variables: readonly string[]) => compileFilter(condition, variables, setting);
  return planHashLeftJoin(left, right, compile);
}

/**
 * Whether the right side may be looked up with values of the left: it is basic, each of its conditions is about its
 * own variables (those of the left are out of its scope), and what it shares with the left is always bound there.
 */
function canSeed(right: Operation, left: Plan): boolean {
  if (!isBasic(right) || !isScoped(right)) return false;
  return variablesOfOperation(right).every(
    (name) => left.certain.has(name) || !left.variables.includes(name),
  );
}

function isScoped(operation: Operation): boolean {
  const own = certainVariables(operation);
  return mentionedVariables(operation).every((name) => own.has(name)) && !hasExists(operation);
}

function hasExists(operation: Operation): boolean {
  if (operation.type === 'join') return operation.inputs.some(hasExists);
  if (operation.type !== 'filter') return false;
  const isExists = (expression: Expression): boolean =>
    expression.type === 'exists' || (expression.type === 'call' && expression.arguments.some(isExists));
  return isExists(operation.condition) || hasExists(operation.input);
}

function planSeededOptional(
  left: Plan,
  right: Operation,
  conditions: readonly Expression[],
  needed: Needed,
  setting: Setting,
): Plan {
  const rightVariables = new Set(variablesOfOperation(right));
  const added = [...rightVariables].filter(
    (name) => !left.variables.includes(name) && (needed === undefined || needed.has(name)),
  );
  const reads = new Set([...rightVariables, ...conditions.flatMap(variablesOfExpression)]);
  // A variable that the left only sometimes binds may be read by the condition but cannot start a look-up.
  const seedColumns = left.variables.flatMap((name, column) => (reads.has(name) ? [column] : []));
  const seeded = planSeeded(
    right,
    seedColumns.map((column) => left.variables[column] ?? ''),
    conditions,
    new Set(added),
    setting,
  );
  const rowColumn = seeded.variables.indexOf(ROW_NUMBER);
  const addedColumns = added.map((name) => seeded.variables.indexOf(name));
  return {
    variables: [...left.variables, ...added],
    certain: left.certain,
    estimate: left.estimate,
    run: function* run() {
      for (const batch of left.run()) {
        const isMatched = new Uint8Array(batch.length);
        const empty = new Uint32Array(batch.length);
        const seed: Batch = {
          length: batch.length,
          columns: seedColumns.map((column) => batch.columns[column] ?? empty),
        };
        for (const found of seeded.run(seed)) {
          const origin = found.columns[rowColumn] ?? empty;
          for (let row = 0; row < found.length; row += 1) isMatched[origin[row] ?? 0] = 1;
          const columns = addedColumns.map((column) => found.columns[column] ?? empty);
          yield { length: found.length, columns: [...pick(batch, origin, found.length).columns, ...columns] };
        }
        const alone = Uint32Array.from(isMatched.keys()).filter((row) => isMatched[row] === 0);
        const unmatched = pick(batch, alone);
        const unbound = added.map(() => new Uint32Array(alone.length));
        yield* cut({ length: alone.length, columns: [...unmatched.columns, ...unbound] });
      }
    },
  };
}

/** Plans MINUS: by looking the right side up for each solution of the left, or by hashing it. */
export function planMinus(
  leftOperation: Operation,
  rightOperation: Operation,
  needed: Needed,
  planInput: PlanInput,
  setting: Setting,
): Plan {
  const rightVariables = variablesOfOperation(rightOperation);
  const left = planInput(
    leftOperation,
    needed === undefined ? undefined : new Set([...needed, ...rightVariables]),
  );
  const shared = rightVariables.filter((name) => left.variables.includes(name));
  if (shared.length === 0) return left;
  const right = planInput(rightOperation, new Set(shared));
  if (!canSeed(rightOperation, left) || left.estimate > right.estimate * WORTH_LOOKING_UP) {
    return planHashMinus(left, right);
  }
  const marks = createExistence(rightOperation, left.variables, setting);
  return {
    ...left,
    run: function* run() {
      for (const batch of left.run()) {
        const matched = marks(batch);
        const kept = Uint32Array.from(matched.keys()).filter((row) => matched[row] === 0);
        if (kept.length > 0) yield pick(batch, kept);
      }
    },
  };
}
