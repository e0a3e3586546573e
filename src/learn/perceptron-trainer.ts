import type { FeatureWeights } from './feature-weights.ts';
import type { Scorer } from './scorer.ts';

/** A slot of the table holds a feature: its hash, the number of its updates, its first entry, the number of entries. */
const SLOT_WIDTH = 4;
const UPDATES = 1;
const START = 2;
const LENGTH = 3;
const FIRST_CAPACITY = 2;

/**
 * The averaged multiclass perceptron (Collins 2002) over hashed features, with weights only for the features
 * and classes that ever took part in an update. A feature scores from its `minimumUpdates`th update on
 * (Goldberg and Elhadad 2011, “Learning Sparser Perceptron Models”). Typed arrays throughout: a training run
 * makes hundreds of millions of look-ups, and its time goes on waiting for memory. So all that is known of a
 * feature lies together, as do class and weight of an entry, and `score` first fetches without a branch what it
 * needs then (a round over the treebanks took the parser 23 seconds of processor time before, 17 after).
 */
export class PerceptronTrainer implements Scorer {
  readonly classCount: number;
  readonly #minimumUpdates: number;
  /** Open addressing; a slot without updates is free. */
  #table = new Int32Array(SLOT_WIDTH << 16);
  #featureCount = 0;
  #entryCount = 0;
  /** For each entry its class, then the bits of its weight, which `#weights` reads in the same place. */
  #classes = new Int32Array(1 << 18);
  #weights = new Float32Array(this.#classes.buffer);
  #sums = new Float64Array(1 << 17);
  #time = 1;
  #places = new Int32Array(256);
  #ends = new Int32Array(256);
  #firstClasses = new Int32Array(256);

  constructor(classCount: number, options: { readonly minimumUpdates: number }) {
    this.classCount = classCount;
    this.#minimumUpdates = options.minimumUpdates;
  }

  score(features: Uint32Array, count: number, scores: Float64Array): void {
    if (count > this.#places.length) {
      this.#places = new Int32Array(count * 2);
      this.#ends = new Int32Array(count * 2);
      this.#firstClasses = new Int32Array(count * 2);
    }
    const table = this.#table;
    const classes = this.#classes;
    const weights = this.#weights;
    const places = this.#places;
    const ends = this.#ends;
    const firstClasses = this.#firstClasses;
    const mask = table.length / SLOT_WIDTH - 1;
    for (let index = 0; index < count; index += 1) {
      places[index] = table[((features[index] ?? 0) & mask) * SLOT_WIDTH] ?? 0;
    }
    for (let index = 0; index < count; index += 1) {
      const hash = features[index] ?? 0;
      let slot = (hash & mask) * SLOT_WIDTH;
      if (places[index] !== (hash | 0)) slot = this.#slotOf(hash);
      const start = table[slot + START] ?? 0;
      const isKnown = (table[slot + UPDATES] ?? 0) >= this.#minimumUpdates;
      places[index] = start;
      ends[index] = isKnown ? start + (table[slot + LENGTH] ?? 0) : start;
    }
    for (let index = 0; index < count; index += 1) {
      firstClasses[index] = classes[(places[index] ?? 0) * 2] ?? 0;
    }
    scores.fill(0);
    for (let index = 0; index < count; index += 1) {
      const end = ends[index] ?? 0;
      let entry = places[index] ?? 0;
      let label = firstClasses[index] ?? 0;
      while (entry < end) {
        scores[label] = (scores[label] ?? 0) + (weights[entry * 2 + 1] ?? 0);
        entry += 1;
        label = classes[entry * 2] ?? 0;
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
      const slot = this.#findOrAdd(features[index] ?? 0);
      this.#add(slot, right, size);
      this.#add(slot, predicted, -size);
    }
  }

  /** Adds `size` to one class’s weights of the first `count` features: a step of a gradient. */
  nudge(features: Uint32Array, count: number, label: number, size: number): void {
    for (let index = 0; index < count; index += 1) {
      this.#add(this.#findOrAdd(features[index] ?? 0), label, size);
    }
  }

  /** The weights averaged over all of the training. */
  average(): FeatureWeights {
    const table = this.#table;
    const all = new Uint32Array(this.#featureCount);
    let count = 0;
    let total = 0;
    for (let slot = 0; slot < table.length; slot += SLOT_WIDTH) {
      const updates = table[slot + UPDATES] ?? 0;
      if (updates === 0 || updates < this.#minimumUpdates) continue;
      all[count] = table[slot] ?? 0;
      count += 1;
      total += table[slot + LENGTH] ?? 0;
    }
    const hashes = all.slice(0, count).sort();
    const starts = new Uint32Array(count + 1);
    const classes = new Uint8Array(total);
    const weights = new Float32Array(total);
    let position = 0;
    for (const [index, hash] of hashes.entries()) {
      const slot = this.#slotOf(hash);
      const start = table[slot + START] ?? 0;
      for (let entry = start; entry < start + (table[slot + LENGTH] ?? 0); entry += 1) {
        classes[position] = this.#classes[entry * 2] ?? 0;
        weights[position] = (this.#weights[entry * 2 + 1] ?? 0) - (this.#sums[entry] ?? 0) / this.#time;
        position += 1;
      }
      starts[index + 1] = position;
    }
    return { classCount: this.classCount, hashes, starts, classes, weights };
  }

  /** The slot that holds a feature, else the free one where it would go. */
  #slotOf(hash: number): number {
    const table = this.#table;
    const last = table.length - SLOT_WIDTH;
    const key = hash | 0;
    let slot = (hash << 2) & last;
    while ((table[slot + UPDATES] ?? 0) > 0 && table[slot] !== key) slot = (slot + SLOT_WIDTH) & last;
    return slot;
  }

  /** The slot of a feature, its updates counted up. */
  #findOrAdd(hash: number): number {
    let slot = this.#slotOf(hash);
    if (this.#table[slot + UPDATES] === 0) {
      if (this.#featureCount * 2 * SLOT_WIDTH >= this.#table.length) {
        this.#growTable();
        slot = this.#slotOf(hash);
      }
      this.#featureCount += 1;
      this.#table[slot] = hash;
      this.#table[slot + START] = this.#reserve(FIRST_CAPACITY);
    }
    this.#table[slot + UPDATES] = (this.#table[slot + UPDATES] ?? 0) + 1;
    return slot;
  }

  #growTable(): void {
    const old = this.#table;
    this.#table = new Int32Array(old.length * 2);
    for (let slot = 0; slot < old.length; slot += SLOT_WIDTH) {
      if (old[slot + UPDATES] === 0) continue;
      this.#table.set(old.subarray(slot, slot + SLOT_WIDTH), this.#slotOf((old[slot] ?? 0) >>> 0));
    }
  }

  #reserve(capacity: number): number {
    const start = this.#entryCount;
    this.#entryCount += capacity;
    if (this.#entryCount > this.#sums.length) {
      const classes = new Int32Array(this.#classes.length * 2);
      classes.set(this.#classes);
      this.#classes = classes;
      this.#weights = new Float32Array(classes.buffer);
      const sums = new Float64Array(this.#sums.length * 2);
      sums.set(this.#sums);
      this.#sums = sums;
    }
    return start;
  }

  #add(slot: number, label: number, delta: number): void {
    let start = this.#table[slot + START] ?? 0;
    const length = this.#table[slot + LENGTH] ?? 0;
    let entry = start;
    while (entry < start + length && this.#classes[entry * 2] !== label) entry += 1;
    if (entry === start + length) {
      // Rows have room for 2, 4, 8 … entries.
      if (length >= FIRST_CAPACITY && (length & (length - 1)) === 0) {
        const moved = this.#reserve(length * 2);
        this.#classes.copyWithin(moved * 2, start * 2, (start + length) * 2);
        this.#sums.copyWithin(moved, start, start + length);
        this.#table[slot + START] = moved;
        start = moved;
        entry = start + length;
      }
      this.#classes[entry * 2] = label;
      this.#weights[entry * 2 + 1] = 0;
      this.#sums[entry] = 0;
      this.#table[slot + LENGTH] = length + 1;
    }
    this.#weights[entry * 2 + 1] = (this.#weights[entry * 2 + 1] ?? 0) + delta;
    this.#sums[entry] = (this.#sums[entry] ?? 0) + delta * this.#time;
  }
}
