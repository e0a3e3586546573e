import { standsIn } from '../columnar/graph-membership.ts';
import type { GraphMembership } from '../columnar/graph-membership.ts';
import type { SortedColumns, SortedTriples } from '../columnar/sorted-triples.ts';
import { lowerBound } from '../columnar/sorted-triples.ts';
import { DEFAULT_GRAPH_ID } from '../columnar/term-kind.ts';
import type { Batch } from './batch.ts';
import type { Source, Sources } from './source.ts';
import { valueOf } from './source.ts';

/** Where a step stands: the input's row, and the places of the order that still match it. */
export interface Cursor {
  row: number;
  place: number;
  end: number;
  /** Where to go on among the graphs of the place's triple; -1 at its beginning. */
  member: number;
}

/**
 * Extends rows by the matches of one atom. `fill` writes the input row of each match to `rows` and the values of the
 * new variables to `values`, until `capacity` or the input is reached, and returns how many it wrote.
 */
export interface Step {
  readonly newVariables: readonly string[];
  readonly fill: (
    input: Batch,
    cursor: Cursor,
    rows: Uint32Array,
    values: readonly Uint32Array[],
    capacity: number,
  ) => number;
}

/** One of the sorted orders, with the sources of its three keys in its sequence. */
interface OrderedScan {
  readonly columns: SortedColumns;
  readonly keys: Sources;
  /** First keys, place by place; only where the first key is not known. */
  readonly first: Uint32Array | undefined;
}

function isKnown(source: Source): boolean {
  return source.type !== 'new';
}

function chooseOrder(triples: SortedTriples, [subject, predicate, object]: Sources): OrderedScan {
  const { spo, pos, osp } = triples;
  if (isKnown(object) && !isKnown(predicate)) {
    return { columns: osp, keys: [object, subject, predicate], first: undefined };
  }
  if (isKnown(predicate) && !isKnown(subject)) {
    return { columns: pos, keys: [predicate, object, subject], first: undefined };
  }
  return {
    columns: spo,
    keys: [subject, predicate, object],
    first: isKnown(subject) ? undefined : triples.subjects,
  };
}

/** The name of the order that a scan with these sources takes. */
export function orderName([subject, predicate, object]: Sources): 'spo' | 'pos' | 'osp' {
  if (object.type !== 'new' && predicate.type === 'new') return 'osp';
  return predicate.type !== 'new' && subject.type === 'new' ? 'pos' : 'spo';
}

/** What follows the three places: a graph to stand in, or the number of the triple term. */
export type Tail =
  | { readonly type: 'none' }
  | { readonly type: 'graph'; readonly source: Source; readonly membership: GraphMembership }
  | { readonly type: 'id'; readonly variable: string; readonly ids: Uint32Array };

/** The step that looks an atom up in the sorted order that fits what is known. */
export function createScanStep(triples: SortedTriples, sources: Sources, tail: Tail): Step {
  const { columns, keys, first } = chooseOrder(triples, sources);
  const [firstOf, secondOf, thirdOf] = [valueOf(keys[0]), valueOf(keys[1]), valueOf(keys[2])];
  const { starts, second, third, rows: rowOf } = columns;

  const newVariables: string[] = [];
  const newColumns: Uint32Array[] = [];
  /** Pairs of columns that must agree, because a variable stands in two places. */
  const equalities: (readonly [Uint32Array, Uint32Array])[] = [];
  const offer = (variable: string, column: Uint32Array): void => {
    const known = newColumns[newVariables.indexOf(variable)];
    if (known !== undefined) equalities.push([known, column]);
    else {
      newVariables.push(variable);
      newColumns.push(column);
    }
  };
  const columnByKey = [first ?? third, second, third] as const;
  keys.forEach((key, index) => {
    const column = columnByKey[index];
    if (key.type === 'new' && column !== undefined) offer(key.variable, column);
  });
  if (tail.type === 'id') offer(tail.variable, tail.ids);
  const graph = tail.type === 'graph' ? tail : undefined;
  const graphVariable = graph?.source.type === 'new' ? graph.source.variable : undefined;
  /** Where among the new variables the graph's is, when it is also another place's. */
  const graphTwin = graphVariable === undefined ? -1 : newVariables.indexOf(graphVariable);
  const expandsGraphs = graphVariable !== undefined && graphTwin === -1;
  const graphOf = graph === undefined ? undefined : valueOf(graph.source);
  const isPlain = equalities.length === 0 && graph === undefined;
  const width = newColumns.length;

  function seek(input: Batch, cursor: Cursor): void {
    const { row } = cursor;
    let low = 0;
    let high = triples.length;
    if (firstOf !== undefined) {
      const key = firstOf(input, row);
      low = starts[key] ?? 0;
      high = starts[key + 1] ?? 0;
      if (secondOf !== undefined) {
        const next = secondOf(input, row);
        low = lowerBound(second, next, low, high);
        high = lowerBound(second, next + 1, low, high);
        if (thirdOf !== undefined) {
          const last = thirdOf(input, row);
          low = lowerBound(third, last, low, high);
          if (low < high) high = third[low] === last ? low + 1 : low;
        }
      }
    }
    cursor.place = low;
    cursor.end = high;
  }

  function agrees(input: Batch, row: number, place: number): boolean {
    for (const [one, other] of equalities) if (one[place] !== other[place]) return false;
    if (graph === undefined || expandsGraphs) return true;
    const wanted = graphTwin === -1 ? (graphOf?.(input, row) ?? 0) : (newColumns[graphTwin]?.[place] ?? 0);
    if (graphTwin !== -1 && wanted === DEFAULT_GRAPH_ID) return false;
    return standsIn(graph.membership, rowOf[place] ?? 0, wanted);
  }

  // Written for the machine: a join of a million rows spends its time here.
  const fill: Step['fill'] = (input, cursor, rows, values, capacity) => {
    let written = 0;
    for (;;) {
      while (cursor.place >= cursor.end) {
        cursor.row += 1;
        if (cursor.row >= input.length) return written;
        seek(input, cursor);
      }
      const { row } = cursor;
      if (isPlain) {
        const count = Math.min(cursor.end - cursor.place, capacity - written);
        rows.fill(row, written, written + count);
        for (let column = 0; column < width; column += 1) {
          const from = newColumns[column];
          const to = values[column];
          if (from === undefined || to === undefined) continue;
          for (let index = 0; index < count; index += 1)
            to[written + index] = from[cursor.place + index] ?? 0;
        }
        written += count;
        cursor.place += count;
      } else {
        while (cursor.place < cursor.end && written < capacity) {
          const { place } = cursor;
          if (!agrees(input, row, place)) {
            cursor.place += 1;
            continue;
          }
          if (expandsGraphs && graph !== undefined) {
            const { starts: graphStarts, graphs } = graph.membership;
            const triple = rowOf[place] ?? 0;
            const end = graphStarts[triple + 1] ?? 0;
            let member = cursor.member === -1 ? (graphStarts[triple] ?? 0) : cursor.member;
            for (; member < end && written < capacity; member += 1) {
              const name = graphs[member] ?? 0;
              if (name === DEFAULT_GRAPH_ID) continue;
              write(values, written, place);
              const target = values[width];
              if (target !== undefined) target[written] = name;
              rows[written] = row;
              written += 1;
            }
            cursor.member = member < end ? member : -1;
            if (member < end) return written;
          } else {
            write(values, written, place);
            rows[written] = row;
            written += 1;
          }
          cursor.place += 1;
        }
      }
      if (written >= capacity) return written;
    }
  };

  function write(values: readonly Uint32Array[], at: number, place: number): void {
    for (let column = 0; column < width; column += 1) {
      const to = values[column];
      if (to !== undefined) to[at] = newColumns[column]?.[place] ?? 0;
    }
  }

  return {
    newVariables: expandsGraphs ? [...newVariables, graphVariable] : newVariables,
    fill,
  };
}
