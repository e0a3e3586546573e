/** A column of unsigned 32-bit numbers that grows at its end. */
export interface GrowingColumn {
  readonly length: number;
  readonly push: (value: number) => void;
  /** The numbers so far; a view that the next `push` may leave behind. */
  readonly values: () => Uint32Array<ArrayBuffer>;
}

/** An empty column. Doubling keeps the cost of a push constant. */
export function createGrowingColumn(capacity = 1024): GrowingColumn {
  let buffer = new Uint32Array(capacity);
  let length = 0;
  return {
    get length() {
      return length;
    },
    push: (value) => {
      if (length === buffer.length) {
        const larger = new Uint32Array(buffer.length * 2);
        larger.set(buffer);
        buffer = larger;
      }
      buffer[length] = value;
      length += 1;
    },
    values: () => buffer.subarray(0, length),
  };
}
