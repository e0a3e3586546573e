/** Real weights by feature and class, features in ascending order of their hash: what training ends with. */
export interface FeatureWeights {
  readonly classCount: number;
  readonly hashes: Uint32Array;
  /** The entries of feature `i` are `[starts[i], starts[i + 1])`. */
  readonly starts: Uint32Array;
  readonly classes: Uint8Array;
  readonly weights: Float32Array;
}

/** The `most` largest weights, by size; features that are left without any go too. */
export function pruneWeights(source: FeatureWeights, most: number): FeatureWeights {
  const sizes = source.weights.map(Math.abs).toSorted();
  const threshold = most >= sizes.length ? 0 : (sizes[sizes.length - 1 - most] ?? 0);
  const kept = new WeightList(source.hashes.length, Math.min(most, source.weights.length));
  for (let feature = 0; feature < source.hashes.length; feature += 1) {
    const before = kept.entryCount;
    for (let entry = source.starts[feature] ?? 0; entry < (source.starts[feature + 1] ?? 0); entry += 1) {
      const weight = source.weights[entry] ?? 0;
      if (Math.abs(weight) > threshold) kept.addEntry(source.classes[entry] ?? 0, weight);
    }
    if (kept.entryCount > before) kept.endFeature(source.hashes[feature] ?? 0);
  }
  return kept.finish(source.classCount);
}

/** Gathers weights feature by feature; room for the most there can be, since millions of them fill plain lists. */
class WeightList {
  entryCount = 0;
  #featureCount = 0;
  readonly #hashes: Uint32Array;
  readonly #starts: Uint32Array;
  readonly #classes: Uint8Array;
  readonly #weights: Float32Array;

  constructor(mostFeatures: number, mostEntries: number) {
    this.#hashes = new Uint32Array(mostFeatures);
    this.#starts = new Uint32Array(mostFeatures + 1);
    this.#classes = new Uint8Array(mostEntries);
    this.#weights = new Float32Array(mostEntries);
  }

  addEntry(label: number, weight: number): void {
    this.#classes[this.entryCount] = label;
    this.#weights[this.entryCount] = weight;
    this.entryCount += 1;
  }

  endFeature(hash: number): void {
    this.#hashes[this.#featureCount] = hash;
    this.#featureCount += 1;
    this.#starts[this.#featureCount] = this.entryCount;
  }

  finish(classCount: number): FeatureWeights {
    return {
      classCount,
      hashes: this.#hashes.slice(0, this.#featureCount),
      starts: this.#starts.slice(0, this.#featureCount + 1),
      classes: this.#classes.slice(0, this.entryCount),
      weights: this.#weights.slice(0, this.entryCount),
    };
  }
}

/**
 * The mean of several models over the same features and classes. For linear models the mean of the weights
 * scores as the whole ensemble would.
 */
export function averageWeights(models: readonly FeatureWeights[]): FeatureWeights {
  const classCount = models[0]?.classCount ?? 0;
  const positions = models.map(() => 0);
  const most = (sizeOf: (model: FeatureWeights) => number): number =>
    models.reduce((sum, model) => sum + sizeOf(model), 0);
  const mean = new WeightList(
    most(({ hashes }) => hashes.length),
    most(({ weights }) => weights.length),
  );
  const row = new Float64Array(classCount);
  for (;;) {
    let hash = Infinity;
    for (const [index, model] of models.entries()) {
      hash = Math.min(hash, model.hashes[positions[index] ?? 0] ?? Infinity);
    }
    if (hash === Infinity) break;
    row.fill(0);
    for (const [index, model] of models.entries()) {
      const position = positions[index] ?? 0;
      if (model.hashes[position] !== hash) continue;
      for (let entry = model.starts[position] ?? 0; entry < (model.starts[position + 1] ?? 0); entry += 1) {
        const label = model.classes[entry] ?? 0;
        row[label] = (row[label] ?? 0) + (model.weights[entry] ?? 0) / models.length;
      }
      positions[index] = position + 1;
    }
    for (const [label, weight] of row.entries()) {
      if (weight !== 0) mean.addEntry(label, weight);
    }
    mean.endFeature(hash);
  }
  return mean.finish(classCount);
}
