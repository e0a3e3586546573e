import type { Batch } from './batch.ts';
import { FULL_BATCH, concatenate, pick } from './batch.ts';
import type { Plan } from './plan.ts';
import type { BatchFilter } from './run-steps.ts';
import type { JoinTable } from './table.ts';
import { createJoinTable } from './table.ts';

/** How the columns of two plans meet. */
interface Meeting {
  /** Pairs of columns that always have values and must be the same: the hash key. */
  readonly keys: readonly Pair[];
  /** Pairs of columns that may be unbound: they must not differ. */
  readonly loose: readonly Pair[];
  /** Columns of the right that the left has not. */
  readonly added: readonly number[];
  readonly variables: readonly string[];
}

interface Pair {
  readonly left: number;
  readonly right: number;
}

function meet(left: Plan, right: Plan): Meeting {
  const shared = right.variables.flatMap((variable, column) => {
    const other = left.variables.indexOf(variable);
    return other === -1 ? [] : [{ left: other, right: column, variable }];
  });
  const isKey = (variable: string): boolean => left.certain.has(variable) && right.certain.has(variable);
  const added = right.variables.flatMap((variable, column) =>
    left.variables.includes(variable) ? [] : [column],
  );
  return {
    keys: shared.filter(({ variable }) => isKey(variable)),
    loose: shared.filter(({ variable }) => !isKey(variable)),
    added,
    variables: [...left.variables, ...added.map((column) => right.variables[column] ?? '')],
  };
}

/** The join of two plans; the one that promises fewer solutions is held in memory. */
export function planHashJoin(one: Plan, other: Plan): Plan {
  const [left, right] = one.estimate >= other.estimate ? [one, other] : [other, one];
  const meeting = meet(left, right);
  return {
    variables: meeting.variables,
    certain: new Set([...left.certain, ...right.certain]),
    estimate:
      meeting.keys.length > 0 ? Math.max(left.estimate, right.estimate) : left.estimate * right.estimate,
    run: () => probe(left, right, meeting, undefined, false),
  };
}

/** OPTIONAL by hashing: every solution of the left, with those of the right that fit and pass the condition. */
export function planHashLeftJoin(
  left: Plan,
  right: Plan,
  compile: ((variables: readonly string[]) => BatchFilter) | undefined,
): Plan {
  const meeting = meet(left, right);
  const condition = compile?.([...meeting.variables, PROBE_ROW]);
  return {
    variables: meeting.variables,
    certain: left.certain,
    estimate: Math.max(left.estimate, right.estimate),
    run: () => probe(left, right, meeting, condition, true),
  };
}

/** MINUS by hashing: the solutions of the left that share no bound variable with, or differ from, all of the right. */
export function planHashMinus(left: Plan, right: Plan): Plan {
  const meeting = meet(left, right);
  const shared = [...meeting.keys, ...meeting.loose];
  if (shared.length === 0) return left;
  return {
    ...left,
    run: function* run() {
      const table = buildTable(right, meeting);
      for (const batch of left.run()) {
        const columns = meeting.keys.map(({ left: column }) => batch.columns[column] ?? new Uint32Array());
        const kept = new Uint32Array(batch.length);
        let length = 0;
        for (let row = 0; row < batch.length; row += 1) {
          if (!hasPartner(batch, row, columns, table, meeting)) {
            kept[length] = row;
            length += 1;
          }
        }
        if (length > 0) yield pick(batch, kept, length);
      }
    },
  };
}

function hasPartner(
  batch: Batch,
  row: number,
  columns: readonly Uint32Array[],
  table: JoinTable,
  { keys, loose }: Meeting,
): boolean {
  for (let partner = table.first(columns, row); partner !== -1; partner = table.next[partner] ?? -1) {
    const sharesKey = keys.length > 0;
    if (!areCompatible(batch, row, table.rows, partner, loose)) continue;
    if (sharesKey || loose.some((pair) => isBoundInBoth(batch, row, table.rows, partner, pair))) return true;
  }
  return false;
}

function isBoundInBoth(
  batch: Batch,
  row: number,
  rows: Batch,
  partner: number,
  { left, right }: Pair,
): boolean {
  return batch.columns[left]?.[row] !== 0 && rows.columns[right]?.[partner] !== 0;
}

function areCompatible(
  batch: Batch,
  row: number,
  rows: Batch,
  partner: number,
  loose: readonly Pair[],
): boolean {
  for (const { left, right } of loose) {
    const one = batch.columns[left]?.[row] ?? 0;
    const other = rows.columns[right]?.[partner] ?? 0;
    if (one !== 0 && other !== 0 && one !== other) return false;
  }
  return true;
}

function buildTable(plan: Plan, { keys }: Meeting): JoinTable {
  return createJoinTable(
    concatenate(plan.run(), plan.variables.length),
    keys.map(({ right }) => right),
  );
}

/** A column that tells which row of the probing batch a pair came from. */
const PROBE_ROW = ' probe';

function* probe(
  left: Plan,
  right: Plan,
  meeting: Meeting,
  condition: BatchFilter | undefined,
  isOptional: boolean,
): Iterable<Batch> {
  const table = buildTable(right, meeting);
  if (table.rows.length === 0 && !isOptional) return;
  const leftRows = new Uint32Array(FULL_BATCH);
  const rightRows = new Uint32Array(FULL_BATCH);
  for (const batch of left.run()) {
    const columns = meeting.keys.map(({ left: column }) => batch.columns[column] ?? new Uint32Array());
    const isMatched = new Uint8Array(batch.length);
    let length = 0;
    const flush = function* flush(): Iterable<Batch> {
      const pairs = mergePairs(batch, leftRows, table.rows, rightRows, length, meeting);
      length = 0;
      const kept = condition === undefined ? pairs : condition(pairs);
      const origin = kept.columns[meeting.variables.length];
      if (isOptional) for (let row = 0; row < kept.length; row += 1) isMatched[origin?.[row] ?? 0] = 1;
      if (kept.length > 0)
        yield { length: kept.length, columns: kept.columns.slice(0, meeting.variables.length) };
    };
    for (let row = 0; row < batch.length; row += 1) {
      for (let partner = table.first(columns, row); partner !== -1; partner = table.next[partner] ?? -1) {
        if (!areCompatible(batch, row, table.rows, partner, meeting.loose)) continue;
        leftRows[length] = row;
        rightRows[length] = partner;
        length += 1;
        if (length === FULL_BATCH) yield* flush();
      }
    }
    if (length > 0) yield* flush();
    if (isOptional) {
      for (let row = 0; row < batch.length; row += 1) {
        if (isMatched[row] === 0) {
          leftRows[length] = row;
          length += 1;
        }
      }
      if (length > 0) {
        const alone = pick(batch, leftRows, length);
        const unbound = meeting.added.map(() => new Uint32Array(length));
        yield { length, columns: [...alone.columns, ...unbound] };
      }
    }
  }
}

function mergePairs(
  batch: Batch,
  leftRows: Uint32Array,
  rows: Batch,
  rightRows: Uint32Array,
  length: number,
  { loose, added }: Meeting,
): Batch {
  const merged = pick(batch, leftRows, length);
  for (const { left, right } of loose) {
    const target = merged.columns[left];
    const source = rows.columns[right];
    if (target === undefined || source === undefined) continue;
    for (let row = 0; row < length; row += 1) {
      if (target[row] === 0) target[row] = source[rightRows[row] ?? 0] ?? 0;
    }
  }
  const extra = pick(
    { length: rows.length, columns: added.map((column) => rows.columns[column] ?? new Uint32Array()) },
    rightRows,
    length,
  );
  return { length, columns: [...merged.columns, ...extra.columns, leftRows.slice(0, length)] };
}
