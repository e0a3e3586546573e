import type { SortedColumns, SortedTriples } from '../columnar/sorted-triples.ts';
import { lowerBound } from '../columnar/sorted-triples.ts';
import type { Atom, Place, Places } from './atom.ts';
import type { Setting } from './plan.ts';

/** Places of a sorted order: from `low` up to `high`. */
export interface Range {
  readonly low: number;
  readonly high: number;
}

/** The places whose first, second and third terms are these; undefined leaves the rest open. */
export function findRange(columns: SortedColumns, first: number, second?: number, third?: number): Range {
  let low = columns.starts[first] ?? 0;
  let high = columns.starts[first + 1] ?? 0;
  if (second !== undefined) {
    low = lowerBound(columns.second, second, low, high);
    high = lowerBound(columns.second, second + 1, low, high);
    if (third !== undefined) {
      low = lowerBound(columns.third, third, low, high);
      high = lowerBound(columns.third, third + 1, low, high);
    }
  }
  return { low, high };
}

/** How many triples have these terms, exactly; undefined is any term. */
export function countTriples(
  triples: SortedTriples,
  subject: number | undefined,
  predicate: number | undefined,
  object: number | undefined,
): number {
  const { low, high } = ((): Range => {
    if (subject !== undefined) {
      if (predicate === undefined && object !== undefined) return findRange(triples.osp, object, subject);
      return findRange(triples.spo, subject, predicate, object);
    }
    if (predicate !== undefined) return findRange(triples.pos, predicate, object);
    if (object !== undefined) return findRange(triples.osp, object);
    return { low: 0, high: triples.length };
  })();
  return high - low;
}

/** Counts that an index keeps, because planning asks for them again and again. */
export interface Statistics {
  /** How many different subjects, or objects, the triples of a predicate have; of all triples without one. */
  readonly distinctSubjects: (predicate: number | undefined) => number;
  readonly distinctObjects: (predicate: number | undefined) => number;
  readonly distinctPredicates: () => number;
}

function remember(known: Map<number, number>, key: number, count: () => number): number {
  const value = known.get(key) ?? count();
  known.set(key, value);
  return value;
}

/** The statistics of some triples; each is counted when it is first asked for. */
export function createStatistics(triples: SortedTriples): Statistics {
  const subjects = new Map<number, number>();
  const objects = new Map<number, number>();
  return {
    distinctSubjects: (predicate) =>
      predicate === undefined
        ? remember(subjects, 0, () => countKeys(triples.spo.starts))
        : remember(subjects, predicate, () => {
            const { low, high } = findRange(triples.pos, predicate);
            return new Set(triples.pos.third.subarray(low, high)).size;
          }),
    distinctObjects: (predicate) =>
      predicate === undefined
        ? remember(objects, 0, () => countKeys(triples.osp.starts))
        : remember(objects, predicate, () => {
            const { low, high } = findRange(triples.pos, predicate);
            return countRuns(triples.pos.second, low, high);
          }),
    distinctPredicates: () => remember(objects, -1, () => countKeys(triples.pos.starts)),
  };
}

function countKeys(starts: Uint32Array): number {
  let keys = 0;
  for (let key = 1; key < starts.length; key += 1) if (starts[key] !== starts[key - 1]) keys += 1;
  return keys;
}

function countRuns(column: Uint32Array, low: number, high: number): number {
  let runs = 0;
  for (let place = low; place < high; place += 1) {
    if (place === low || column[place] !== column[place - 1]) runs += 1;
  }
  return runs;
}

/** How many matches of an atom to expect for one solution that binds `bound`. Exact where nothing but terms is given. */
export function estimateMatches(atom: Atom, bound: ReadonlySet<string>, setting: Setting): number {
  if (atom.type === 'tripleTerm') {
    if (bound.has(atom.id)) return 0.5;
    const table = setting.tripleTerms().triples;
    return estimatePlaces(atom.places, bound, table, setting.tripleTermStatistics());
  }
  if (atom.type === 'path') {
    // A path is not counted but guessed: long ones reach about as much as this.
    const open = atom.ends.filter((end) => typeof end === 'string' && !bound.has(end)).length;
    return [0.5, 10, setting.index.triples.length][open] ?? 1;
  }
  const matches = estimatePlaces(atom.places, bound, setting.index.triples, setting.statistics());
  return matches * estimateGraph(atom.graph, bound, setting);
}

function known(place: Place): number | undefined {
  return typeof place === 'number' ? place : undefined;
}

/** As `estimateMatches`, whatever the graph. */
export function estimatePlaces(
  [subject, predicate, object]: Places,
  bound: ReadonlySet<string>,
  triples: SortedTriples,
  statistics: Statistics,
): number {
  let matches = countTriples(triples, known(subject), known(predicate), known(object));
  const isBound = (place: Place): boolean => typeof place === 'string' && bound.has(place);
  if (isBound(subject)) matches /= Math.max(1, statistics.distinctSubjects(known(predicate)));
  if (isBound(object)) matches /= Math.max(1, statistics.distinctObjects(known(predicate)));
  if (isBound(predicate)) matches /= Math.max(1, statistics.distinctPredicates());
  return matches;
}

function estimateGraph(graph: Place | undefined, bound: ReadonlySet<string>, { index }: Setting): number {
  if (graph === undefined) return 1;
  const { rowStarts, named } = index.graphs;
  if (typeof graph === 'number') {
    return ((rowStarts[graph + 1] ?? 0) - (rowStarts[graph] ?? 0)) / Math.max(1, index.triples.length);
  }
  return bound.has(graph) ? 1 / Math.max(1, named.length) : 1;
}
