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

/**
 * Weights in eight bits, found by hash. For look-up the sections are woven into one stream of half-words, bucket
 * after bucket: for each feature its check, the number of its entries, then class and weight of each entry. So a
 * feature costs two visits to distant memory; on the parser this was twice as fast as the separate arrays.
 */
export class CompactWeights implements Scorer {
  readonly classCount: number;
  /** The largest size of a weight. */
  readonly scale: number;
  readonly sections: CompactSections;
  readonly #shift: number;
  readonly #bucketStarts: Uint32Array;
  readonly #stream: Uint16Array;
  /** Companded byte plus 128 → weight. */
  readonly #values = new Float64Array(256);
  #starts = new Int32Array(256);
  #ends = new Int32Array(256);
  #checks = new Uint16Array(256);

  constructor(classCount: number, scale: number, sections: CompactSections) {
    this.classCount = classCount;
    this.scale = scale;
    this.sections = sections;
    this.#shift = 32 - Math.log2(sections.bucketSizes.length);
    this.#bucketStarts = new Uint32Array(sections.bucketSizes.length + 1);
    this.#stream = weave(sections, this.#bucketStarts);
    for (let byte = -127; byte <= 127; byte += 1) {
      const size = (Math.pow(1 + CURVATURE, Math.abs(byte) / 127) - 1) / CURVATURE;
      this.#values[byte + 128] = Math.sign(byte) * scale * size;
    }
  }

  /**
   * Written for the machine: this is where the time of tagging and parsing goes, and it goes on waiting for
   * memory. Hence three loops: the first two only fetch, without a branch, so that the fetches overlap, which
   * made annotation half as fast again (21 to 32 thousand tokens for each second of processor time).
   */
  score(features: Uint32Array, count: number, scores: Float64Array): void {
    if (count > this.#starts.length) {
      this.#starts = new Int32Array(count * 2);
      this.#ends = new Int32Array(count * 2);
      this.#checks = new Uint16Array(count * 2);
    }
    const bucketStarts = this.#bucketStarts;
    const stream = this.#stream;
    const values = this.#values;
    const shift = this.#shift;
    const starts = this.#starts;
    const ends = this.#ends;
    const checks = this.#checks;
    for (let index = 0; index < count; index += 1) {
      const bucket = (features[index] ?? 0) >>> shift;
      starts[index] = bucketStarts[bucket] ?? 0;
      ends[index] = bucketStarts[bucket + 1] ?? 0;
    }
    for (let index = 0; index < count; index += 1) checks[index] = stream[starts[index] ?? 0] ?? 0;
    scores.fill(0);
    for (let index = 0; index < count; index += 1) {
      const check = (features[index] ?? 0) & 0xffff;
      const end = ends[index] ?? 0;
      let position = starts[index] ?? 0;
      let found = checks[index] ?? 0;
      while (position < end) {
        const first = position + 2;
        const last = first + (stream[position + 1] ?? 0);
        if (found === check) {
          for (let entry = first; entry < last; entry += 1) {
            const packed = stream[entry] ?? 0;
            const label = packed >>> 8;
            scores[label] = (scores[label] ?? 0) + (values[packed & 0xff] ?? 0);
          }
          break;
        }
        position = last;
        found = stream[position] ?? 0;
      }
    }
  }
}

/** One stream of half-words out of the sections; writes where each bucket begins. */
function weave(sections: CompactSections, bucketStarts: Uint32Array): Uint16Array {
  const { bucketSizes, checks, rowSizes, classes, weights } = sections;
  const stream = new Uint16Array(checks.length * 2 + classes.length);
  let position = 0;
  let row = 0;
  let entry = 0;
  for (let bucket = 0; bucket < bucketSizes.length; bucket += 1) {
    bucketStarts[bucket] = position;
    for (const end = row + (bucketSizes[bucket] ?? 0); row < end; row += 1) {
      const size = rowSizes[row] ?? 0;
      stream[position] = checks[row] ?? 0;
      stream[position + 1] = size;
      position += 2;
      for (const last = entry + size; entry < last; entry += 1) {
        stream[position] = ((classes[entry] ?? 0) << 8) | ((weights[entry] ?? 0) + 128);
        position += 1;
      }
    }
  }
  bucketStarts[bucketSizes.length] = position;
  return stream;
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
