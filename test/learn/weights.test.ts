import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactWeights } from '../../src/learn/compact-weights.ts';
import { averageWeights, pruneWeights } from '../../src/learn/feature-weights.ts';
import type { FeatureWeights } from '../../src/learn/feature-weights.ts';
import { finishHash } from '../../src/learn/hash-features.ts';

const CLASSES = 4;

/** Weights from a table of feature → class → weight. */
function weightsFrom(table: ReadonlyMap<number, readonly number[]>): FeatureWeights {
  const rows = [...table].toSorted(([left], [right]) => left - right);
  const entries = rows.flatMap(([, row]) => row.map((weight, label) => ({ weight, label })));
  return {
    classCount: CLASSES,
    hashes: Uint32Array.from(rows, ([hash]) => hash),
    starts: Uint32Array.from({ length: rows.length + 1 }, (_, index) => index * CLASSES),
    classes: Uint8Array.from(entries, ({ label }) => label),
    weights: Float32Array.from(entries, ({ weight }) => weight),
  };
}

const tables = fc
  .array(
    fc.tuple(
      fc.nat(5000),
      fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: CLASSES, maxLength: CLASSES }),
    ),
  )
  .map((rows) => new Map(rows.map(([feature, row]) => [finishHash(feature), row])));

describe('compact weights', () => {
  it('keep every weight’s sign and its size to a twentieth, or to a thousandth of the largest', () => {
    fc.assert(
      fc.property(tables, (table) => {
        const compact = compactWeights(weightsFrom(table));
        const scores = new Float64Array(CLASSES);
        for (const [hash, row] of table) {
          compact.score(Uint32Array.from([hash]), 1, scores);
          for (const [label, weight] of row.entries()) {
            const error = Math.abs((scores[label] ?? 0) - Math.fround(weight));
            expect(error).toBeLessThanOrEqual(Math.max(Math.abs(weight) / 20, compact.scale / 1000));
          }
        }
      }),
    );
  });

  it('score nothing for features that were never seen, save one in thousands', () => {
    const compact = compactWeights(
      weightsFrom(new Map([...Array(500).keys()].map((feature) => [finishHash(feature), [1, 2, 3, 4]]))),
    );
    const scores = new Float64Array(CLASSES);
    let hits = 0;
    for (let feature = 10_000; feature < 20_000; feature += 1) {
      compact.score(Uint32Array.from([finishHash(feature)]), 1, scores);
      if (scores.some((score) => score !== 0)) hits += 1;
    }
    expect(hits).toBeLessThan(10);
  });
});

describe('averaged weights', () => {
  it('score as the mean of the models', () => {
    fc.assert(
      fc.property(tables, tables, (first, second) => {
        const mean = averageWeights([weightsFrom(first), weightsFrom(second)]);
        const means = new Map<number, number[]>();
        for (const [index, hash] of mean.hashes.entries()) {
          const row = Array<number>(CLASSES).fill(0);
          for (let entry = mean.starts[index] ?? 0; entry < (mean.starts[index + 1] ?? 0); entry += 1) {
            row[mean.classes[entry] ?? 0] = mean.weights[entry] ?? 0;
          }
          means.set(hash, row);
        }
        expect(means.size).toBe(new Set([...first.keys(), ...second.keys()]).size);
        for (const [hash, row] of means) {
          for (const [label, weight] of row.entries()) {
            expect(weight).toBeCloseTo(
              ((first.get(hash)?.[label] ?? 0) + (second.get(hash)?.[label] ?? 0)) / 2,
              4,
            );
          }
        }
      }),
    );
  });
});

describe('pruned weights', () => {
  it('are the largest ones', () => {
    const pruned = pruneWeights(
      weightsFrom(
        new Map([
          [5, [1, -4, 0, 2]],
          [9, [0.5, 0, 0, 0]],
          [11, [0, 0, 0, 3]],
        ]),
      ),
      3,
    );
    expect([...pruned.hashes]).toEqual([5, 11]);
    expect([...pruned.weights]).toEqual([-4, 2, 3]);
    expect([...pruned.starts]).toEqual([0, 2, 3]);
  });
});
