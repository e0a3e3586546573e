import { unpackTriple } from '../columnar/term-dictionary.ts';
import { TERM_KIND } from '../columnar/term-kind.ts';
import type { Source, Step } from './scan-step.ts';
import type { TermSpace } from './term-space.ts';

/** The step that takes a triple term whose number is known apart: its parts are compared or bound. */
export function createUnpackStep(
  terms: TermSpace,
  idColumn: number,
  sources: readonly [Source, Source, Source],
): Step {
  const newVariables: string[] = [];
  // For each part the place of its new variable, so that one variable in two parts must agree.
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
        cursor.row += 1;
        if (cursor.row >= input.length) return written;
        const { row } = cursor;
        const id = input.columns[idColumn]?.[row] ?? 0;
        if (id === 0 || terms.kind(id) !== TERM_KIND.triple) continue;
        const packed = terms.text(id);
        const seen = newVariables.map(() => 0);
        const fits = parts.every((part) => {
          const value = unpackTriple(packed, part);
          const source = sources[part];
          if (source.type === 'constant') return source.id === value;
          if (source.type === 'column') return input.columns[source.column]?.[row] === value;
          const target = targets[part] ?? 0;
          if (seen[target] !== 0) return seen[target] === value;
          seen[target] = value;
          return true;
        });
        if (!fits) continue;
        seen.forEach((value, index) => {
          const column = values[index];
          if (column !== undefined) column[written] = value;
        });
        rows[written] = row;
        written += 1;
      }
      return written;
    },
  };
}
