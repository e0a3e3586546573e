import type { FeatureWeights } from './feature-weights.ts';
import type { Scorer } from './scorer.ts';

const FIRST_ROW_CAPACITY = 2;

/**
 * The averaged multiclass perceptron (Collins 2002) over hashed features, with weights only for the features
 * and classes that ever took part in an update. A feature scores from its `minimumUpdates`th update on
 * (Goldberg and Elhadad 2011, “Learning Sparser Perceptron Models”). Typed arrays throughout: a training run
 * makes hundreds of millions of look-ups.
 */
export class PerceptronTrainer implements Scorer {
  readonly classCount: number;
  readonly #minimumUpdates: number;
  #keys = new Uint32Array(1 << 16);
  /** Row number plus one; 0 where the slot is free. */
  #slots = new Int32Array(1 << 16);
  #rowCount = 0;
  #rowStarts = new Int32Array(1 << 15);
  #rowLengths = new Uint8Array(1 << 15);
  #rowCapacities = new Int32Array(1 << 15);
  #rowUpdates = new Int32Array(1 << 15);
  #entryCount = 0;
  #classes = new Uint8Array(1 << 17);
  #weights = new Float32Array(1 << 17);
  #sums = new Float64Array(1 << 17);
  #time = 1;

  constructor(classCount: number, options: { readonly minimumUpdates: number }) {
    this.classCount = classCount;
    this.#minimumUpdates = options.minimumUpdates;
  }

  score(features: Uint32Array, count: number, scores: Float64Array): void {
    scores.fill(0);
    const weights = this.#weights;
    const classes = this.#classes;
    const rowStarts = this.#rowStarts;
    for (let index = 0; index < count; index += 1) {
      const row = this.#find(features[index] ?? 0);
      if (row < 0 || (this.#rowUpdates[row] ?? 0) < this.#minimumUpdates) continue;
      const start = rowStarts[row] ?? 0;
      const end = start + (this.#rowLengths[row] ?? 0);
      for (let entry = start; entry < end; entry += 1) {
        const label = classes[entry] ?? 0;
        scores[label] = (scores[label] ?? 0) + (weights[entry] ?? 0);
      }
    }
  }

  /** One decision has been looked at, right or wrong: time for the average. */
  tick(): void {
    this.#time += 1;
  }

  /** Moves the weights of the first `count` features from the class predicted to the right one. */
  update(features: Uint32Array, count: number, right: number, predicted: number, size = 1): void {
    for (let index = 0; index < count; index += 1) {
      const row = this.#findOrAdd(features[index] ?? 0);
      this.#rowUpdates[row] = (this.#rowUpdates[row] ?? 0) + 1;
      this.#add(row, right, size);
      this.#add(row, predicted, -size);
    }
  }

  /** Adds `size` to one class’s weights of the first `count` features: a step of a gradient. */
  nudge(features: Uint32Array, count: number, label: number, size: number): void {
    for (let index = 0; index < count; index += 1) {
      const row = this.#findOrAdd(features[index] ?? 0);
      this.#rowUpdates[row] = (this.#rowUpdates[row] ?? 0) + 1;
      this.#add(row, label, size);
    }
  }

  /** The weights averaged over all of the training. */
  average(): FeatureWeights {
    const rows: { readonly hash: number; readonly row: number }[] = [];
    for (let slot = 0; slot < this.#slots.length; slot += 1) {
      const row = (this.#slots[slot] ?? 0) - 1;
      if (row >= 0 && (this.#rowUpdates[row] ?? 0) >= this.#minimumUpdates) {
        rows.push({ hash: this.#keys[slot] ?? 0, row });
      }
    }
    rows.sort((left, right) => left.hash - right.hash);
    const starts = new Uint32Array(rows.length + 1);
    const total = rows.reduce((sum, { row }) => sum + (this.#rowLengths[row] ?? 0), 0);
    const classes = new Uint8Array(total);
    const weights = new Float32Array(total);
    let position = 0;
    for (const [index, { row }] of rows.entries()) {
      const start = this.#rowStarts[row] ?? 0;
      for (let entry = start; entry < start + (this.#rowLengths[row] ?? 0); entry += 1) {
        classes[position] = this.#classes[entry] ?? 0;
        weights[position] = (this.#weights[entry] ?? 0) - (this.#sums[entry] ?? 0) / this.#time;
        position += 1;
      }
      starts[index + 1] = position;
    }
    const hashes = Uint32Array.from(rows, ({ hash }) => hash);
    return { classCount: this.classCount, hashes, starts, classes, weights };
  }

  #find(hash: number): number {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (;;) {
      const row = this.#slots[slot] ?? 0;
      if (row === 0) return -1;
      if (this.#keys[slot] === hash) return row - 1;
      slot = (slot + 1) & mask;
    }
  }

  #findOrAdd(hash: number): number {
    const found = this.#find(hash);
    if (found >= 0) return found;
    if (this.#rowCount * 2 >= this.#slots.length) this.#growSlots();
    if (this.#rowCount === this.#rowStarts.length) this.#growRows();
    const row = this.#rowCount;
    this.#rowCount += 1;
    this.#rowStarts[row] = this.#reserve(FIRST_ROW_CAPACITY);
    this.#rowCapacities[row] = FIRST_ROW_CAPACITY;
    this.#place(hash, row);
    return row;
  }

  #place(hash: number, row: number): void {
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
    this.#slots[slot] = row + 1;
    this.#keys[slot] = hash;
  }

  #growSlots(): void {
    const keys = this.#keys;
    const slots = this.#slots;
    this.#keys = new Uint32Array(keys.length * 2);
    this.#slots = new Int32Array(slots.length * 2);
    for (let slot = 0; slot < slots.length; slot += 1) {
      const row = slots[slot] ?? 0;
      if (row > 0) this.#place(keys[slot] ?? 0, row - 1);
    }
  }

  #growRows(): void {
    const length = this.#rowStarts.length * 2;
    this.#rowStarts = copyInto(new Int32Array(length), this.#rowStarts);
    this.#rowCapacities = copyInto(new Int32Array(length), this.#rowCapacities);
    this.#rowUpdates = copyInto(new Int32Array(length), this.#rowUpdates);
    this.#rowLengths = copyInto(new Uint8Array(length), this.#rowLengths);
  }

  #reserve(capacity: number): number {
    const start = this.#entryCount;
    this.#entryCount += capacity;
    if (this.#entryCount > this.#classes.length) {
      const length = this.#classes.length * 2;
      this.#classes = copyInto(new Uint8Array(length), this.#classes);
      this.#weights = copyInto(new Float32Array(length), this.#weights);
      this.#sums = copyInto(new Float64Array(length), this.#sums);
    }
    return start;
  }

  #add(row: number, label: number, delta: number): void {
    let start = this.#rowStarts[row] ?? 0;
    const length = this.#rowLengths[row] ?? 0;
    let entry = start;
    while (entry < start + length && this.#classes[entry] !== label) entry += 1;
    if (entry === start + length) {
      if (length === this.#rowCapacities[row]) {
        const moved = this.#reserve(length * 2);
        this.#classes.copyWithin(moved, start, start + length);
        this.#weights.copyWithin(moved, start, start + length);
        this.#sums.copyWithin(moved, start, start + length);
        this.#rowStarts[row] = moved;
        this.#rowCapacities[row] = length * 2;
        start = moved;
        entry = start + length;
      }
      this.#classes[entry] = label;
      this.#weights[entry] = 0;
      this.#sums[entry] = 0;
      this.#rowLengths[row] = length + 1;
    }
    this.#weights[entry] = (this.#weights[entry] ?? 0) + delta;
    this.#sums[entry] = (this.#sums[entry] ?? 0) + delta * this.#time;
  }
}

function copyInto<Kind extends Int32Array | Uint8Array | Float32Array | Float64Array>(
  target: Kind,
  source: Kind,
): Kind {
  target.set(source);
  return target;
}
