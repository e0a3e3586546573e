import type { Atom } from './atom.ts';
import { variablesOfAtom } from './atom.ts';
import { createAtomStep } from './atom-step.ts';
import type { Batch } from './batch.ts';
import { estimateMatches } from './estimate-matches.ts';
import type { Element } from './join-order.ts';
import { orderJoin } from './join-order.ts';
import { planHashJoin } from './plan-hash-join.ts';
import type { Plan, Setting } from './plan.ts';
import { UNIT_PLAN } from './plan.ts';
import type { BatchFilter, PipelineStep } from './run-steps.ts';
import { runSteps } from './run-steps.ts';

/** A condition that a join applies as soon as its variables are bound. */
export interface Condition {
  readonly variables: readonly string[];
  /** The filter over solutions with these columns. */
  readonly compile: (variables: readonly string[]) => BatchFilter;
}

/** Variables that must survive; undefined keeps all that the query can see. */
export type Needed = ReadonlySet<string> | undefined;

/** A join of look-ups and plans, starting from the solutions of `start`. */
export interface Join {
  readonly start: Plan;
  readonly elements: readonly Element[];
  readonly conditions: readonly Condition[];
  readonly needed: Needed;
}

/** Plans a join: its order, its steps, and where each condition is applied. */
export function planJoin(join: Join, setting: Setting): Plan {
  const { start, conditions, needed } = join;
  const order = orderJoin(join.elements, start.certain, start.estimate, setting);
  let plan = start;
  let waiting = conditions;
  for (const [position, element] of order.entries()) {
    const later = order.slice(position + 1).flatMap(variablesOfElement);
    const addsAll = (variables: ReadonlySet<string>): readonly Condition[] =>
      waiting.filter((condition) => condition.variables.every((variable) => variables.has(variable)));
    if (element.atom !== undefined && canExtend(plan, element.atom)) {
      const certain = new Set([...plan.certain, ...variablesOfAtom(element.atom)]);
      const ready = addsAll(certain);
      waiting = waiting.filter((condition) => !ready.includes(condition));
      const wanted = [...later, ...waiting.flatMap(({ variables }) => variables)];
      plan = extendByAtom(plan, element.atom, ready, wanted, needed, setting);
    } else {
      const other = element.atom === undefined ? element.plan : planAtomAlone(element.atom, setting);
      plan = plan === UNIT_PLAN ? other : planHashJoin(plan, other);
      const ready = addsAll(plan.certain);
      waiting = waiting.filter((condition) => !ready.includes(condition));
      plan = applyConditions(plan, ready);
    }
  }
  return hideVariables(applyConditions(plan, waiting));
}

function variablesOfElement(element: Element): readonly string[] {
  return element.atom === undefined ? element.plan.variables : variablesOfAtom(element.atom);
}

/** A look-up needs values: it cannot start from a variable that only some solutions bind. */
function canExtend(plan: Plan, atom: Atom): boolean {
  return variablesOfAtom(atom).every(
    (variable) => plan.certain.has(variable) || !plan.variables.includes(variable),
  );
}

function planAtomAlone(atom: Atom, setting: Setting): Plan {
  return extendByAtom(UNIT_PLAN, atom, [], [], undefined, setting);
}

function extendByAtom(
  plan: Plan,
  atom: Atom,
  conditions: readonly Condition[],
  later: readonly string[],
  needed: Needed,
  setting: Setting,
): Plan {
  const step = createAtomStep(atom, plan.variables, setting);
  const isWanted = (variable: string): boolean =>
    later.includes(variable) || (needed === undefined ? !variable.startsWith(' ') : needed.has(variable));
  // A condition of this step may read a column that nothing after it does.
  const reads = new Set(conditions.flatMap(({ variables }) => variables));
  const keep = plan.variables.flatMap((variable, column) =>
    isWanted(variable) || reads.has(variable) ? [column] : [],
  );
  const variables = [...keep.map((column) => plan.variables[column] ?? ''), ...step.newVariables];
  const pipelineStep: PipelineStep = {
    step,
    keep,
    filters: conditions.map(({ compile }) => compile(variables)),
  };
  return {
    variables,
    certain: new Set(
      variables.filter((variable) => plan.certain.has(variable) || step.newVariables.includes(variable)),
    ),
    estimate: plan.estimate * estimateMatches(atom, plan.certain, setting) * 0.5 ** conditions.length,
    run: () => runSteps(plan.run(), [pipelineStep], setting.pulse),
  };
}

/** A plan whose solutions are filtered. */
export function applyConditions(plan: Plan, conditions: readonly Condition[]): Plan {
  if (conditions.length === 0) return plan;
  const filters = conditions.map(({ compile }) => compile(plan.variables));
  return {
    ...plan,
    estimate: plan.estimate * 0.5 ** conditions.length,
    run: () => filterBatches(plan.run(), filters),
  };
}

function* filterBatches(batches: Iterable<Batch>, filters: readonly BatchFilter[]): Iterable<Batch> {
  for (const batch of batches) {
    let left = batch;
    for (const filter of filters) if (left.length > 0) left = filter(left);
    if (left.length > 0) yield left;
  }
}

/** A plan without the columns that only planning made. */
function hideVariables(plan: Plan): Plan {
  const shown = plan.variables.filter((variable) => !variable.startsWith(' ') || variable === ROW_NUMBER);
  return shown.length === plan.variables.length ? plan : projectPlan(plan, shown);
}

/** The column that numbers the rows of a seed. */
export const ROW_NUMBER = ' row';

/** A plan with these columns only; one that the plan has not is unbound. */
export function projectPlan(plan: Plan, variables: readonly string[]): Plan {
  const columns = variables.map((variable) => plan.variables.indexOf(variable));
  return {
    variables,
    certain: new Set(variables.filter((variable) => plan.certain.has(variable))),
    estimate: plan.estimate,
    run: function* run() {
      for (const batch of plan.run()) {
        yield {
          length: batch.length,
          columns: columns.map((column) => batch.columns[column] ?? new Uint32Array(batch.length)),
        };
      }
    },
  };
}
