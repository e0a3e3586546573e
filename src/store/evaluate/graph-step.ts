import type { ColumnarIndex } from '../columnar/columnar-index.ts';
import { createPartMatcher } from './match-parts.ts';
import type { Step } from './scan-step.ts';
import type { Sources } from './source.ts';

/** The step that goes through all triples of one small graph instead of looking an atom up. */
export function createGraphStep({ triples, graphs }: ColumnarIndex, graph: number, sources: Sources): Step {
  const low = graphs.rowStarts[graph] ?? 0;
  const high = graphs.rowStarts[graph + 1] ?? 0;
  const { subjects } = triples;
  const { second, third } = triples.spo;
  const { newVariables, match } = createPartMatcher(sources);
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
        const at = graphs.rows[cursor.place] ?? 0;
        cursor.place += 1;
        const triple = [subjects[at] ?? 0, second[at] ?? 0, third[at] ?? 0] as const;
        if (!match(input, cursor.row, triple, values, written)) continue;
        rows[written] = cursor.row;
        written += 1;
      }
      return written;
    },
  };
}
