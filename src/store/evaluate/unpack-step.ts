import { unpackTriple } from '../columnar/term-dictionary.ts';
import { TERM_KIND } from '../columnar/term-kind.ts';
import { createPartMatcher } from './match-parts.ts';
import type { Step } from './scan-step.ts';
import type { Sources } from './source.ts';
import type { TermSpace } from './term-space.ts';

/** The step that takes a triple term whose number is known apart: its parts are compared or bound. */
export function createUnpackStep(terms: TermSpace, idColumn: number, sources: Sources): Step {
  const { newVariables, match } = createPartMatcher(sources);
  return {
    newVariables,
    fill: (input, cursor, rows, values, capacity) => {
      let written = 0;
      while (written < capacity) {
        cursor.row += 1;
        if (cursor.row >= input.length) return written;
        const id = input.columns[idColumn]?.[cursor.row] ?? 0;
        if (id === 0 || terms.kind(id) !== TERM_KIND.triple) continue;
        const packed = terms.text(id);
        const triple = [unpackTriple(packed, 0), unpackTriple(packed, 1), unpackTriple(packed, 2)] as const;
        if (!match(input, cursor.row, triple, values, written)) continue;
        rows[written] = cursor.row;
        written += 1;
      }
      return written;
    },
  };
}
