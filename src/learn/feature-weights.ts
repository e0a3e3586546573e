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
  const hashes: number[] = [];
  const starts: number[] = [0];
  const classes: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < source.hashes.length; feature += 1) {
    const before = classes.length;
    for (let entry = source.starts[feature] ?? 0; entry < (source.starts[feature + 1] ?? 0); entry += 1) {
      const weight = source.weights[entry] ?? 0;
      if (Math.abs(weight) <= threshold) continue;
      classes.push(source.classes[entry] ?? 0);
      weights.push(weight);
    }
    if (classes.length === before) continue;
    hashes.push(source.hashes[feature] ?? 0);
    starts.push(classes.length);
  }
  return {
    classCount: source.classCount,
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    classes: Uint8Array.from(classes),
    weights: Float32Array.from(weights),
  };
}

/**
 * The mean of several models over the same features and classes. For linear models the mean of the weights
 * scores as the whole ensemble would.
 */
export function averageWeights(models: readonly FeatureWeights[]): FeatureWeights {
  const classCount = models[0]?.classCount ?? 0;
  const positions = models.map(() => 0);
  const hashes: number[] = [];
  const starts: number[] = [0];
  const classes: number[] = [];
  const weights: number[] = [];
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
      if (weight === 0) continue;
      classes.push(label);
      weights.push(weight);
    }
    hashes.push(hash);
    starts.push(classes.length);
  }
  return {
    classCount,
    hashes: Uint32Array.from(hashes),
    starts: Uint32Array.from(starts),
    classes: Uint8Array.from(classes),
    weights: Float32Array.from(weights),
  };
}
