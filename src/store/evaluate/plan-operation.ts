import { readAtoms, readPathAtom } from './atom.ts';
import type { Batch } from './batch.ts';
import { compileExpression } from './compile-expression.ts';
import type { Element } from './join-order.ts';
import type { ExtendOperation, FilterOperation, Operation } from './operation.ts';
import {
  certainVariables,
  mentionedVariables,
  variablesOfExpression,
  variablesOfOperation,
} from './operation-variables.ts';
import { createCondition, existsTest, splitConjunction } from './plan-basic.ts';
import { planGroup } from './plan-group.ts';
import type { Needed } from './plan-join.ts';
import { planJoin, projectPlan } from './plan-join.ts';
import { planMinus, planOptional } from './plan-optional.ts';
import { planOrder } from './plan-order.ts';
import { planDistinct, planSlice, planUnion, planValues } from './plan-sets.ts';
import type { Plan, Setting } from './plan.ts';
import { UNIT_PLAN, emptyPlan } from './plan.ts';
import { unreachable } from '../unreachable.ts';

/**
 * How an operation is carried out over an index.
 * `needed` are the variables that somebody reads; the solutions keep their number whatever is left out.
 */
export function planOperation(operation: Operation, needed: Needed, setting: Setting): Plan {
  const planInput = (input: Operation, wanted: Needed): Plan => planOperation(input, wanted, setting);
  const also = (variables: readonly string[]): Needed =>
    needed === undefined ? undefined : new Set([...needed, ...variables]);
  switch (operation.type) {
    case 'patterns':
    case 'path':
    case 'join':
      return planConjunction(operation, [], needed, setting);
    case 'filter':
      return planFilter(operation, needed, setting);
    case 'values':
      return planValues(operation.variables, operation.rows, setting);
    case 'union':
      return planUnion(operation.inputs.map((input) => planInput(input, needed)));
    case 'leftJoin':
      return planOptional(operation, needed, planInput, setting);
    case 'minus':
      return planMinus(operation.left, operation.right, needed, planInput, setting);
    case 'extend':
      return planExtend(
        operation,
        planInput(operation.input, also(variablesOfExpression(operation.expression))),
        setting,
      );
    case 'group':
      return planGroup(operation, planInput, setting);
    case 'project':
      return projectPlan(planInput(operation.input, new Set(operation.variables)), operation.variables);
    case 'distinct':
      return planDistinct(planInput(operation.input, undefined));
    case 'order': {
      const reads = operation.keys.flatMap(({ expression }) => variablesOfExpression(expression));
      return planOrder(planInput(operation.input, also(reads)), operation.keys, undefined, setting);
    }
    case 'slice':
      return planSliceOf(operation, needed, setting);
    default:
      return unreachable(operation);
  }
}

/** A join, flattened: its patterns and paths are looked up, everything else is a plan of its own. */
function planConjunction(
  operation: Operation,
  conditions: readonly FilterOperation['condition'][],
  needed: Needed,
  setting: Setting,
): Plan {
  const parts = flatten(operation);
  const reads = new Set(conditions.flatMap(variablesOfExpression));
  const elements: Element[] = [];
  for (const part of parts) {
    if (part.type === 'patterns') {
      const atoms = readAtoms(part.patterns, setting);
      if (atoms === undefined) return emptyPlan([...new Set(variablesOfOperation(operation))]);
      elements.push(...atoms.map((atom) => ({ atom })));
    } else if (part.type === 'path') {
      elements.push({ atom: readPathAtom(part, setting) });
    } else {
      const others = parts.filter((other) => other !== part).flatMap(variablesOfOperation);
      const wanted = needed === undefined ? undefined : new Set([...needed, ...reads, ...others]);
      elements.push({ plan: planOperation(part, wanted, setting) });
    }
  }
  return planJoin(
    {
      start: UNIT_PLAN,
      elements,
      conditions: conditions.map((condition) => createCondition(condition, setting)),
      needed,
    },
    setting,
  );
}

function flatten(operation: Operation): readonly Operation[] {
  return operation.type === 'join' ? operation.inputs.flatMap(flatten) : [operation];
}

function planFilter(operation: FilterOperation, needed: Needed, setting: Setting): Plan {
  const { input } = operation;
  const conditions = splitConjunction(operation.condition);
  if (input.type === 'filter') {
    const both = [...splitConjunction(input.condition), ...conditions].reduce((left, right) => ({
      type: 'call',
      operator: '&&',
      arguments: [left, right],
    }));
    return planFilter({ ...operation, input: input.input, condition: both }, needed, setting);
  }
  if (input.type === 'leftJoin' || input.type === 'minus') {
    // What the left side alone decides is decided before the right side is asked.
    const certain = certainVariables(input.left);
    const early = conditions.filter(
      (one) => one.type !== 'exists' && variablesOfExpression(one).every((name) => certain.has(name)),
    );
    if (early.length > 0) {
      const left = early.reduce<Operation>(
        (inner, condition) => ({ type: 'filter', input: inner, condition }),
        input.left,
      );
      const rest = conditions.filter((condition) => !early.includes(condition));
      const outer = rest.reduce<Operation>(
        (inner, condition) => ({ type: 'filter', input: inner, condition }),
        {
          ...input,
          left,
        },
      );
      return planOperation(outer, needed, setting);
    }
  }
  return planConjunction(input, conditions, needed, setting);
}

function planExtend({ variable, expression }: ExtendOperation, input: Plan, setting: Setting): Plan {
  const { value } = compileExpression(
    expression,
    { terms: setting.terms, variables: input.variables },
    existsTest(input.variables, setting),
  );
  // The optimiser may leave a variable's column unneeded, but SPARQL never lets BIND name one that is bound.
  const kept = input.variables.flatMap((name, column) => (name === variable ? [] : [column]));
  return {
    variables: [...kept.map((column) => input.variables[column] ?? ''), variable],
    certain: new Set([...input.certain].filter((name) => name !== variable)),
    estimate: input.estimate,
    run: function* run() {
      for (const batch of input.run()) {
        const values = new Uint32Array(batch.length);
        for (let row = 0; row < batch.length; row += 1) values[row] = value(batch, row);
        const columns = kept.map((column) => batch.columns[column] ?? new Uint32Array(batch.length));
        const extended: Batch = { length: batch.length, columns: [...columns, values] };
        yield extended;
      }
    },
  };
}

/** LIMIT over ORDER BY keeps only the first solutions while it sorts. */
function planSliceOf(
  operation: Operation & { readonly type: 'slice' },
  needed: Needed,
  setting: Setting,
): Plan {
  const { input, start, length } = operation;
  const order = input.type === 'project' ? input.input : input;
  if (order.type !== 'order' || length === undefined) {
    return planSlice(planOperation(input, needed, setting), start, length);
  }
  const wanted = input.type === 'project' ? new Set([...input.variables, ...mentionedIn(order)]) : undefined;
  const sorted = planOrder(planOperation(order.input, wanted, setting), order.keys, start + length, setting);
  return planSlice(input.type === 'project' ? projectPlan(sorted, input.variables) : sorted, start, length);
}

function mentionedIn({ keys }: Operation & { readonly type: 'order' }): readonly string[] {
  return keys.flatMap(({ expression }) =>
    expression.type === 'exists' ? mentionedVariables(expression.input) : variablesOfExpression(expression),
  );
}
