import { assert, array, boolean, double, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';

import { calibrate, fitCalibration } from '../../../src/extract/models/calibration.ts';

const outcomes = Array.from({ length: 1000 }, (_, index) => ({
  score: index / 1000,
  // Right in a share of cases that is the square of the score.
  right: (index * 7919) % 1000 < (index / 1000) ** 2 * 1000,
}));

describe('calibration', () => {
  it('finds the share that is right at each score', () => {
    const calibration = fitCalibration(outcomes);
    for (const score of [0.2, 0.5, 0.8]) expect(calibrate(calibration, score)).toBeCloseTo(score ** 2, 1);
  });

  it('joins the pairs by straight lines and keeps to the ends', () => {
    const calibration = [
      [0.25, 0.125],
      [0.75, 0.625],
    ] as const;
    expect([0, 0.25, 0.5, 0.75, 1].map((score) => calibrate(calibration, score))).toEqual([
      0.125, 0.125, 0.375, 0.625, 0.625,
    ]);
  });

  it('never falls, and never says that anything is certain', () => {
    const scored = record({ score: double({ min: 0, max: 1, noNaN: true }), right: boolean() });
    assert(
      property(array(scored, { minLength: 1, maxLength: 300 }), (sample) => {
        const calibration = fitCalibration(sample);
        const values = Array.from({ length: 21 }, (_, step) => calibrate(calibration, step / 20));
        expect(values).toEqual([...values].sort((left, right) => left - right));
        expect(values.every((value) => value > 0 && value < 1)).toBe(true);
      }),
    );
  });
});
