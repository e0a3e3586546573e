import type { FeatureWeights } from './feature-weights.ts';
import type { Scorer } from './scorer.ts';

/** The companding law’s curvature (µ-law, ITU-T G.711): small weights keep their proportions in eight bits. */
const CURVATURE = 255;

/** The arrays of a compact model as its file holds them. */
export interface CompactSections {
  /** For each bucket the number of its features; the bucket is the hash’s leading bits. */
  readonly bucketSizes: Uint8Array;
  /** The low 16 bits of each feature’s hash. */
  readonly checks: Uint16Array;
  /** For each feature the number of its entries. */
  readonly rowSizes: Uint8Array;
  readonly classes: Uint8Array;
  /** Eight-bit weights on a logarithmic scale. */
  readonly weights: Int8Array;
}

/** Weights in eight bits, found by hash; a few bytes for each feature and class that has any. */
export class CompactWeights implements Scorer {
  readonly classCount: number;
  /** The largest size of a weight. */
  readonly scale: number;
  readonly sections: CompactSections;
  readonly #shift: number;
  readonly #bucketStarts: Uint32Array;
  readonly #rowStarts: Uint32Array;
  /** Companded byte plus 128 → weight. */
  readonly #values = new Float32Array(256);

  constructor(classCount: number, scale: number, sections: CompactSections) {
    this.classCount = classCount;
    this.scale = scale;
    this.sections = sections;
    this.#shift = 32 - Math.log2(sections.bucketSizes.length);
    this.#bucketStarts = runningSum(sections.bucketSizes);
    this.#rowStarts = runningSum(sections.rowSizes);
    for (let byte = -127; byte <= 127; byte += 1) {
      const size = (Math.pow(1 + CURVATURE, Math.abs(byte) / 127) - 1) / CURVATURE;
      this.#values[byte + 128] = Math.sign(byte) * scale * size;
    }
  }

  /** Written for the machine: this is where the time of tagging and parsing goes. */
  score(features: Uint32Array, count: number, scores: Float32Array): void {
    const { checks, classes, weights } = this.sections;
    const bucketStarts = this.#bucketStarts;
    const rowStarts = this.#rowStarts;
    const values = this.#values;
    const shift = this.#shift;
    scores.fill(0);
    for (let index = 0; index < count; index += 1) {
      const hash = features[index] ?? 0;
      const bucket = hash >>> shift;
      const check = hash & 0xffff;
      const end = bucketStarts[bucket + 1] ?? 0;
      for (let row = bucketStarts[bucket] ?? 0; row < end; row += 1) {
        if (checks[row] !== check) continue;
        const last = rowStarts[row + 1] ?? 0;
        for (let entry = rowStarts[row] ?? 0; entry < last; entry += 1) {
          const label = classes[entry] ?? 0;
          scores[label] = (scores[label] ?? 0) + (values[(weights[entry] ?? 0) + 128] ?? 0);
        }
        break;
      }
    }
  }
}

function runningSum(sizes: Uint8Array): Uint32Array {
  const starts = new Uint32Array(sizes.length + 1);
  let sum = 0;
  for (let index = 0; index < sizes.length; index += 1) {
    sum += sizes[index] ?? 0;
    starts[index + 1] = sum;
  }
  return starts;
}

/** Rounds weights to eight bits and lays them out for look-up. Weights that round to nothing are left out. */
export function compactWeights(source: FeatureWeights): CompactWeights {
  const scale = source.weights.reduce((largest, weight) => Math.max(largest, Math.abs(weight)), 0) || 1;
  const compress = (weight: number): number =>
    Math.sign(weight) *
    Math.round((127 * Math.log1p((CURVATURE * Math.abs(weight)) / scale)) / Math.log1p(CURVATURE));
  const bits = Math.max(8, Math.ceil(Math.log2(Math.max(1, source.hashes.length))));
  const bucketSizes = new Uint8Array(2 ** bits);
  const checks: number[] = [];
  const rowSizes: number[] = [];
  const classes: number[] = [];
  const weights: number[] = [];
  for (let feature = 0; feature < source.hashes.length; feature += 1) {
    const hash = source.hashes[feature] ?? 0;
    const before = classes.length;
    for (let entry = source.starts[feature] ?? 0; entry < (source.starts[feature + 1] ?? 0); entry += 1) {
      const byte = compress(source.weights[entry] ?? 0);
      if (byte === 0) continue;
      classes.push(source.classes[entry] ?? 0);
      weights.push(byte);
    }
    if (classes.length === before) continue;
    const bucket = hash >>> (32 - bits);
    bucketSizes[bucket] = (bucketSizes[bucket] ?? 0) + 1;
    checks.push(hash & 0xffff);
    rowSizes.push(classes.length - before);
  }
  return new CompactWeights(source.classCount, scale, {
    bucketSizes,
    checks: Uint16Array.from(checks),
    rowSizes: Uint8Array.from(rowSizes),
    classes: Uint8Array.from(classes),
    weights: Int8Array.from(weights),
  });
}
