import type { Batch } from './batch.ts';
import type { CompiledPath } from './path.ts';
import type { Cursor, Step } from './scan-step.ts';
import type { Source } from './source.ts';
import { valueOf } from './source.ts';

/** The step that follows a property path from the end that is known; from every node when neither is. */
export function createPathStep(path: CompiledPath, [subject, object]: readonly [Source, Source]): Step {
  const subjectOf = valueOf(subject);
  const objectOf = valueOf(object);
  const remembered = new Map<number, readonly number[]>();
  const walk = (known: number): readonly number[] => {
    const found = remembered.get(known) ?? (subjectOf === undefined ? path.backwards : path.forwards)(known);
    // Solutions of one holder come together; more is not worth the memory.
    if (remembered.size > 1000) remembered.clear();
    remembered.set(known, found);
    return found;
  };
  const hasTerm = subject.type === 'constant' || object.type === 'constant';
  const isLoop = subject.type === 'new' && object.type === 'new' && subject.variable === object.variable;
  const newVariables = isLoop
    ? [subject.variable]
    : [subject, object].flatMap((source) => (source.type === 'new' ? [source.variable] : []));

  /** The values of the new variables for a row, one after the other. */
  function matches(input: Batch, row: number): readonly number[] {
    const from = subjectOf?.(input, row);
    const to = objectOf?.(input, row);
    // Between two variables a path of no steps leads from nodes only, and ?x may be bound to a predicate.
    const known = from ?? to;
    if (!hasTerm && known !== undefined && !path.isNode(known)) return [];
    if (from !== undefined && to !== undefined) return walk(from).filter((end) => end === to);
    if (from !== undefined) return walk(from);
    if (to !== undefined) return walk(to);
    if (isLoop) return path.nodes().flatMap((node) => path.forwards(node).filter((end) => end === node));
    return path.nodes().flatMap((node) => path.forwards(node).flatMap((end) => [node, end]));
  }

  let found: readonly number[] = [];
  const width = subjectOf === undefined && objectOf === undefined && !isLoop ? 2 : 1;
  return {
    newVariables,
    fill: (input: Batch, cursor: Cursor, rows, values, capacity) => {
      let written = 0;
      while (written < capacity) {
        if (cursor.place >= cursor.end) {
          cursor.row += 1;
          if (cursor.row >= input.length) return written;
          found = matches(input, cursor.row);
          cursor.place = 0;
          cursor.end = found.length / width;
          continue;
        }
        values.forEach((column, index) => {
          column[written] = found[cursor.place * width + index] ?? 0;
        });
        rows[written] = cursor.row;
        cursor.place += 1;
        written += 1;
      }
      return written;
    },
  };
}
