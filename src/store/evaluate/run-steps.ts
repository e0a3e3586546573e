import { FIRST_BATCH, FULL_BATCH, nextBatchSize } from './batch.ts';
import type { Batch } from './batch.ts';
import type { Step } from './scan-step.ts';

/** What a filter keeps of a batch. */
export type BatchFilter = (batch: Batch) => Batch;

/** A step of a pipeline: which columns of its input it keeps; its output has those and then the new ones. */
export interface PipelineStep {
  readonly step: Step;
  readonly keep: readonly number[];
  readonly filters: readonly BatchFilter[];
}

/** Solutions through all steps, one after the other and no sooner than they are asked for. */
export function runSteps(
  input: Iterable<Batch>,
  steps: readonly PipelineStep[],
  pulse: () => void,
): Iterable<Batch> {
  return steps.reduce((batches, step) => runStep(batches, step, pulse), input);
}

function* runStep(
  input: Iterable<Batch>,
  { step, keep, filters }: PipelineStep,
  pulse: () => void,
): Iterable<Batch> {
  const { fill, newVariables } = step;
  const rows = new Uint32Array(FULL_BATCH);
  // Written over again and again: most batches are far from full.
  const values = newVariables.map(() => new Uint32Array(FULL_BATCH));
  let capacity = FIRST_BATCH;
  for (const batch of input) {
    const cursor = { row: -1, place: 0, end: 0, member: -1 };
    while (cursor.row < batch.length) {
      pulse();
      const length = fill(batch, cursor, rows, values, capacity);
      if (length === 0) continue;
      const kept = keep.map((column) => gatherRows(batch.columns[column], rows, length));
      capacity = nextBatchSize(capacity);
      let output: Batch = { length, columns: [...kept, ...values.map((column) => column.slice(0, length))] };
      for (const filter of filters) if (output.length > 0) output = filter(output);
      if (output.length > 0) yield output;
    }
  }
}

function gatherRows(column: Uint32Array | undefined, rows: Uint32Array, length: number): Uint32Array {
  const gathered = new Uint32Array(length);
  if (column === undefined) return gathered;
  for (let index = 0; index < length; index += 1) gathered[index] = column[rows[index] ?? 0] ?? 0;
  return gathered;
}
