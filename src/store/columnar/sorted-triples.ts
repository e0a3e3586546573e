/** One sorted order of the triples: `starts[first]` to `starts[first + 1]` are the places of a first term. */
export interface SortedColumns {
  readonly starts: Uint32Array;
  readonly second: Uint32Array;
  readonly third: Uint32Array;
  /** Place → row, the triple's place in the order subject, predicate, object. */
  readonly rows: Uint32Array;
}

/** Distinct triples of term numbers in the three orders that answer every pattern. */
export interface SortedTriples {
  readonly length: number;
  /** Row → subject. */
  readonly subjects: Uint32Array;
  /** Subject, predicate, object. */
  readonly spo: SortedColumns;
  /** Predicate, object, subject. */
  readonly pos: SortedColumns;
  /** Object, subject, predicate. */
  readonly osp: SortedColumns;
}

/** The order of places that sorts `order` stably by `keys[order[i]]`, all below `bound`. */
export function sortByKey(order: Uint32Array, keys: Uint32Array, bound: number): Uint32Array<ArrayBuffer> {
  const next = new Uint32Array(bound + 1);
  for (const place of order) {
    const key = (keys[place] ?? 0) + 1;
    next[key] = (next[key] ?? 0) + 1;
  }
  for (let key = 1; key <= bound; key += 1) next[key] = (next[key] ?? 0) + (next[key - 1] ?? 0);
  const sorted = new Uint32Array(order.length);
  for (const place of order) {
    const key = keys[place] ?? 0;
    const target = next[key] ?? 0;
    sorted[target] = place;
    next[key] = target + 1;
  }
  return sorted;
}

/** 0, 1, 2 … */
export function identityOrder(length: number): Uint32Array<ArrayBuffer> {
  const order = new Uint32Array(length);
  for (let index = 0; index < length; index += 1) order[index] = index;
  return order;
}

/** `column[order[i]]` for every i. */
export function gather(column: Uint32Array, order: Uint32Array): Uint32Array<ArrayBuffer> {
  const gathered = new Uint32Array(order.length);
  for (let index = 0; index < order.length; index += 1) gathered[index] = column[order[index] ?? 0] ?? 0;
  return gathered;
}

/** Where each key begins in a sorted column; `bound + 1` numbers. */
export function startsOfKeys(sorted: Uint32Array, bound: number): Uint32Array<ArrayBuffer> {
  const starts = new Uint32Array(bound + 1);
  for (const key of sorted) starts[key + 1] = (starts[key + 1] ?? 0) + 1;
  for (let key = 1; key <= bound; key += 1) starts[key] = (starts[key] ?? 0) + (starts[key - 1] ?? 0);
  return starts;
}

/** Sorts triples that are distinct and already in the order subject, predicate, object. Term numbers are below `bound`. */
export function sortTriples(
  subjects: Uint32Array,
  predicates: Uint32Array,
  objects: Uint32Array,
  bound: number,
): SortedTriples {
  const identity = identityOrder(subjects.length);
  const bySubject = {
    starts: startsOfKeys(subjects, bound),
    second: predicates,
    third: objects,
    rows: identity,
  };
  // Rows are in order of subject and then predicate, so that two stable passes sort the rest.
  const byObject = sortByKey(identity, objects, bound);
  const pos = sortByKey(byObject, predicates, bound);
  return {
    length: subjects.length,
    subjects,
    spo: bySubject,
    pos: {
      starts: startsOfKeys(gather(predicates, pos), bound),
      second: gather(objects, pos),
      third: gather(subjects, pos),
      rows: pos,
    },
    osp: {
      starts: startsOfKeys(gather(objects, byObject), bound),
      second: gather(subjects, byObject),
      third: gather(predicates, byObject),
      rows: byObject,
    },
  };
}

/** The first place from `low` on, before `high`, whose number is not below `key`. */
export function lowerBound(column: Uint32Array, key: number, low: number, high: number): number {
  // A subject has a handful of triples: walking them is quicker than halving.
  while (high - low > 8) {
    const middle = (low + high) >>> 1;
    if ((column[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  while (low < high && (column[low] ?? 0) < key) low += 1;
  return low;
}
