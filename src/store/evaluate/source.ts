import { unreachable } from '../unreachable.ts';
import type { Batch } from './batch.ts';

/** Where a step finds a value: a term, a column of its input, or nowhere yet. */
export type Source =
  | { readonly type: 'constant'; readonly id: number }
  | { readonly type: 'column'; readonly column: number }
  | { readonly type: 'new'; readonly variable: string };

/** The sources of subject, predicate and object. */
export type Sources = readonly [Source, Source, Source];

/** The value that is known for a row; undefined where it is yet to be found. */
export function valueOf(source: Source): ((input: Batch, row: number) => number) | undefined {
  switch (source.type) {
    case 'constant':
      return () => source.id;
    case 'column':
      return (input, row) => input.columns[source.column]?.[row] ?? 0;
    case 'new':
      return undefined;
    default:
      return unreachable(source);
  }
}
