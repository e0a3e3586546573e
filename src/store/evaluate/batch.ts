/** Some solutions, column by column: `columns[variable][row]` is a term number, 0 where the variable is unbound. */
export interface Batch {
  readonly length: number;
  readonly columns: readonly Uint32Array[];
}

/** The most solutions in a batch. Larger ones fall out of the processor's cache, smaller ones cost more calls. */
export const FULL_BATCH = 4096;

/** Batches begin small, so that a LIMIT stops early, and grow. */
export function nextBatchSize(size: number): number {
  return Math.min(size * 4, FULL_BATCH);
}

/** The first size. */
export const FIRST_BATCH = 64;

/** All batches in one. */
export function concatenate(batches: Iterable<Batch>, width: number): Batch {
  const parts = [...batches];
  const [first] = parts;
  if (parts.length === 1 && first !== undefined) return first;
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const columns = Array.from({ length: width }, (_, column) => {
    const whole = new Uint32Array(length);
    let at = 0;
    for (const part of parts) {
      const values = part.columns[column];
      if (values !== undefined) whole.set(values.subarray(0, part.length), at);
      at += part.length;
    }
    return whole;
  });
  return { length, columns };
}

/** The rows of a batch that are listed, in that order. */
export function pick(batch: Batch, rows: Uint32Array, length = rows.length): Batch {
  return {
    length,
    columns: batch.columns.map((column) => {
      const picked = new Uint32Array(length);
      for (let index = 0; index < length; index += 1) picked[index] = column[rows[index] ?? 0] ?? 0;
      return picked;
    }),
  };
}

/** Cuts a batch that may be long into ones of the usual size. */
export function* cut(batch: Batch): Iterable<Batch> {
  if (batch.length <= FULL_BATCH) {
    if (batch.length > 0) yield batch;
    return;
  }
  for (let start = 0; start < batch.length; start += FULL_BATCH) {
    const end = Math.min(start + FULL_BATCH, batch.length);
    yield { length: end - start, columns: batch.columns.map((column) => column.subarray(start, end)) };
  }
}
