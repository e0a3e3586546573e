import type { ColumnarIndex } from '../columnar/columnar-index.ts';
import type { Source, Step } from './scan-step.ts';

/** The step that goes through all triples of one small graph instead of looking an atom up. */
export function createGraphStep(
  { triples, graphs }: ColumnarIndex,
  graph: number,
  sources: readonly [Source, Source, Source],
): Step {
  const low = graphs.rowStarts[graph] ?? 0;
  const high = graphs.rowStarts[graph + 1] ?? 0;
  const columns = [triples.subjects, triples.spo.second, triples.spo.third] as const;
  const newVariables: string[] = [];
  const targets = sources.map((source) => {
    if (source.type !== 'new') return -1;
    if (!newVariables.includes(source.variable)) newVariables.push(source.variable);
    return newVariables.indexOf(source.variable);
  });
  const parts = [0, 1, 2] as const;
  return {
    newVariables,
    fill: (input, cursor, rows, values, capacity) => {
      let written = 0;
      while (written < capacity) {
        if (cursor.place >= cursor.end) {
          cursor.row += 1;
          if (cursor.row >= input.length) return written;
          cursor.place = low;
          cursor.end = high;
          continue;
        }
        const { row } = cursor;
        const triple = graphs.rows[cursor.place] ?? 0;
        cursor.place += 1;
        const fits = parts.every((part) => {
          const value = columns[part][triple] ?? 0;
          const source = sources[part];
          if (source.type === 'constant') return source.id === value;
          if (source.type === 'column') return input.columns[source.column]?.[row] === value;
          const target = values[targets[part] ?? 0];
          if (target === undefined) return true;
          // The first place of a variable sets it, a second one must agree.
          if (targets.indexOf(targets[part] ?? 0) < part) return target[written] === value;
          target[written] = value;
          return true;
        });
        if (!fits) continue;
        rows[written] = row;
        written += 1;
      }
      return written;
    },
  };
}
