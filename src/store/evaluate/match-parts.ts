import type { Batch } from './batch.ts';
import type { Sources } from './source.ts';
import { valueOf } from './source.ts';

/** Compares subject, predicate and object, one triple at a time, with what is known and keeps what is new. */
export interface PartMatcher {
  readonly newVariables: readonly string[];
  /** Whether a triple fits a row; if it does, the values of the new variables stand at `place`. */
  readonly match: (
    input: Batch,
    row: number,
    triple: readonly [number, number, number],
    values: readonly Uint32Array[],
    place: number,
  ) => boolean;
}

/** A matcher for triples that are not found by a sorted order. */
export function createPartMatcher(sources: Sources): PartMatcher {
  const newVariables: string[] = [];
  const parts = sources.map((source) => {
    const known = valueOf(source);
    if (source.type !== 'new') return { known, target: -1, isFirst: false };
    const target = newVariables.indexOf(source.variable);
    if (target !== -1) return { known, target, isFirst: false };
    newVariables.push(source.variable);
    return { known, target: newVariables.length - 1, isFirst: true };
  });
  return {
    newVariables,
    match: (input, row, triple, values, place) =>
      parts.every(({ known, target, isFirst }, part) => {
        const value = triple[part] ?? 0;
        if (known !== undefined) return known(input, row) === value;
        const column = values[target];
        if (column === undefined) return true;
        // The first place of a variable sets it, a second one must agree.
        if (!isFirst) return column[place] === value;
        column[place] = value;
        return true;
      }),
  };
}
