import { InputError } from '../model/input-error.ts';
import { CompactWeights } from './compact-weights.ts';
import type { Model } from './model-file.ts';

/** A list of strings among a model's parameters. */
export function stringsParameter(model: Model, name: string): readonly string[] {
  const value = model.parameters[name];
  if (Array.isArray(value) && value.every((item): item is string => typeof item === 'string')) return value;
  throw new InputError(model.file, `lacks the list of strings "${name}" in its header`);
}

/** A number among a model's parameters. */
export function numberParameter(model: Model, name: string): number {
  const value = model.parameters[name];
  if (typeof value === 'number') return value;
  throw new InputError(model.file, `lacks the number "${name}" in its header`);
}

/** The bytes of a section. */
export function sectionOf(model: Model, name: string): Uint8Array {
  const section = model.sections.get(name);
  if (section === undefined) throw new InputError(model.file, `lacks the section "${name}"`);
  return section;
}

/** The sections that hold compact weights, their names beginning with `prefix`. */
export function weightSections(
  prefix: string,
  weights: CompactWeights,
): readonly (readonly [string, Uint8Array | Uint16Array | Int8Array])[] {
  const { bucketSizes, checks, rowSizes, classes, weights: values } = weights.sections;
  return [
    [`${prefix}.bucketSizes`, bucketSizes],
    [`${prefix}.checks`, checks],
    [`${prefix}.rowSizes`, rowSizes],
    [`${prefix}.classes`, classes],
    [`${prefix}.weights`, values],
  ];
}

/** The compact weights whose sections begin with `prefix`; the arrays are views into the file's body. */
export function weightsOf(model: Model, prefix: string): CompactWeights {
  const section = (name: string): Uint8Array => sectionOf(model, `${prefix}.${name}`);
  const checks = section('checks');
  const weights = section('weights');
  return new CompactWeights(
    numberParameter(model, `${prefix}.classes`),
    numberParameter(model, `${prefix}.scale`),
    {
      bucketSizes: section('bucketSizes'),
      checks: new Uint16Array(checks.buffer, checks.byteOffset, checks.byteLength / 2),
      rowSizes: section('rowSizes'),
      classes: section('classes'),
      weights: new Int8Array(weights.buffer, weights.byteOffset, weights.byteLength),
    },
  );
}

/** The parameters that go with `weightSections`. */
export function weightParameters(prefix: string, weights: CompactWeights): Readonly<Record<string, number>> {
  return { [`${prefix}.classes`]: weights.classCount, [`${prefix}.scale`]: weights.scale };
}
