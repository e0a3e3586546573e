import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compactWeights } from '../../src/learn/compact-weights.ts';
import { readModel, writeModel } from '../../src/learn/model-file.ts';
import {
  stringsParameter,
  weightParameters,
  weightSections,
  weightsOf,
} from '../../src/learn/model-parts.ts';
import { PerceptronTrainer } from '../../src/learn/perceptron-trainer.ts';
import { InputError } from '../../src/model/input-error.ts';

const description = {
  kind: 'tagger',
  licence: 'CC-BY-SA-4.0',
  recipe: { epochs: 3 },
  parameters: { tags: ['A', 'B'] },
};
const bytes = writeModel(description, [
  ['one', Uint8Array.from([1, 2, 3])],
  ['two', Uint16Array.from([500, 6])],
]);

describe('a model file', () => {
  it('gives back what was written', () => {
    const model = readModel('m.model', bytes, 'tagger');
    expect(model).toMatchObject({ ...description, file: 'm.model' });
    expect([...(model.sections.get('one') ?? [])]).toEqual([1, 2, 3]);
    expect([...(model.sections.get('two') ?? [])]).toEqual([244, 1, 6, 0]);
    expect(stringsParameter(model, 'tags')).toEqual(['A', 'B']);
  });

  it('is the same bytes for the same model', () => {
    expect(
      writeModel(description, [
        ['one', Uint8Array.from([1, 2, 3])],
        ['two', Uint16Array.from([500, 6])],
      ]),
    ).toEqual(bytes);
  });

  it('is refused under its name when any byte is changed', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (place, change) => {
        const damaged = bytes.slice();
        damaged[place] = (damaged[place] ?? 0) ^ change;
        expect(() => readModel('m.model', damaged, 'tagger')).toThrow(InputError);
        expect(() => readModel('m.model', damaged, 'tagger')).toThrow(/^m\.model: /);
      }),
    );
  });

  it.each([
    ['other first bytes', 0, 'is no model file of this program (its first bytes should be “DMRM”)'],
    ['another version', 4, 'has format version 0; version 1 is read'],
    [
      'another header',
      60,
      'does not match its checksum: it is cut short or damaged; fetch or train it again',
    ],
  ])('says that it has %s', (_, place, message) => {
    const damaged = bytes.slice();
    damaged[place] = 0;
    expect(() => readModel('m.model', damaged, 'tagger')).toThrow(`m.model: ${message}`);
  });

  it('is refused wherever it is cut short', () => {
    for (let length = 0; length < bytes.length; length += 1) {
      expect(() => readModel('m.model', bytes.subarray(0, length), 'tagger')).toThrow(InputError);
    }
  });

  it('is refused where another kind is needed', () => {
    expect(() => readModel('m.model', bytes, 'parser')).toThrow(
      'holds a model of kind "tagger"; "parser" is needed',
    );
  });

  it('names the parameter that is not there', () => {
    expect(() => stringsParameter(readModel('m.model', bytes, 'tagger'), 'left')).toThrow(
      'lacks the list of strings "left"',
    );
  });

  it('reads at any offset in a larger buffer', () => {
    const larger = new Uint8Array(bytes.length + 3);
    larger.set(bytes, 3);
    expect(readModel('m.model', larger.subarray(3), 'tagger').sections.size).toBe(2);
  });

  it('holds weights that score as before', () => {
    const trainer = new PerceptronTrainer(3, { minimumUpdates: 1 });
    const features = Uint32Array.from([7, 70_000, 4_000_000_000]);
    trainer.update(features, 3, 1, 2);
    trainer.update(features, 1, 0, 2);
    trainer.tick();
    const compact = compactWeights(trainer.average());
    const written = writeModel(
      { ...description, parameters: weightParameters('w', compact) },
      weightSections('w', compact),
    );
    const read = weightsOf(readModel('w.model', written, 'tagger'), 'w');
    const before = new Float64Array(3);
    const after = new Float64Array(3);
    compact.score(features, 3, before);
    read.score(features, 3, after);
    expect(after).toEqual(before);
    expect(before.some((score) => score !== 0)).toBe(true);
  });
});
