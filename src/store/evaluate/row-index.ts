/** Distinct rows of numbers, numbered in the order they came. */
export interface RowIndex {
  readonly length: number;
  /** The number of the row `columns[0][row], columns[1][row] …`; `length` before the call if it is new. */
  readonly add: (columns: readonly Uint32Array[], row: number) => number;
  /** The number of that row; -1 when it is not there. */
  readonly find: (columns: readonly Uint32Array[], row: number) => number;
  /** The rows so far, column by column. */
  readonly columns: () => readonly Uint32Array<ArrayBuffer>[];
}

/** A hash table of rows of `width` numbers: DISTINCT, GROUP BY and the build side of a join. */
export function createRowIndex(width: number): RowIndex {
  let stored = Array.from({ length: width }, () => new Uint32Array(64));
  let slots = new Int32Array(128).fill(-1);
  let length = 0;

  // Written for the machine: this is the inner loop of GROUP BY.
  function locate(columns: readonly Uint32Array[], row: number): number {
    const mask = slots.length - 1;
    let slot = hashRow(columns, row, width) & mask;
    for (;;) {
      const candidate = slots[slot] ?? -1;
      if (candidate === -1 || isSame(columns, row, candidate)) return slot;
      slot = (slot + 1) & mask;
    }
  }

  function isSame(columns: readonly Uint32Array[], row: number, candidate: number): boolean {
    for (let column = 0; column < width; column += 1) {
      if (columns[column]?.[row] !== stored[column]?.[candidate]) return false;
    }
    return true;
  }

  function grow(): void {
    stored = stored.map((column) => {
      const larger = new Uint32Array(slots.length);
      larger.set(column);
      return larger;
    });
    slots = new Int32Array(slots.length * 2).fill(-1);
    const mask = slots.length - 1;
    for (let row = 0; row < length; row += 1) {
      let slot = hashRow(stored, row, width) & mask;
      while (slots[slot] !== -1) slot = (slot + 1) & mask;
      slots[slot] = row;
    }
  }

  return {
    get length() {
      return length;
    },
    add: (columns, row) => {
      const slot = locate(columns, row);
      const known = slots[slot] ?? -1;
      if (known !== -1) return known;
      for (let column = 0; column < width; column += 1) {
        const target = stored[column];
        if (target !== undefined) target[length] = columns[column]?.[row] ?? 0;
      }
      slots[slot] = length;
      length += 1;
      if (length * 2 === slots.length) grow();
      return length - 1;
    },
    find: (columns, row) => slots[locate(columns, row)] ?? -1,
    columns: () => stored.map((column) => column.subarray(0, length)),
  };
}

function hashRow(columns: readonly Uint32Array[], row: number, width: number): number {
  let hash = 0x9e3779b9;
  for (let column = 0; column < width; column += 1) {
    hash = Math.imul(hash ^ (columns[column]?.[row] ?? 0), 0x85ebca6b);
    hash ^= hash >>> 13;
  }
  hash = Math.imul(hash, 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
