import { finishHash, hashText, mixHash } from './hash-features.ts';

/** Conjunctions of atoms, compiled to indices. */
export interface FeatureTemplates {
  /** The number of templates: the features that `fill` writes. */
  readonly count: number;
  /** Hashes each template over the atoms' present values into `features`. */
  fill(atoms: Int32Array, features: Uint32Array): void;
}

/**
 * Compiles templates, each a list of atoms’ names parted by spaces: “stack0.word buffer0.tag”. A template’s own
 * text is part of its features’ hashes, so the order of templates does not matter to a model.
 */
export function compileTemplates(
  atomNames: readonly string[],
  templates: readonly string[],
): FeatureTemplates {
  const indexOf = new Map(atomNames.map((name, index) => [name, index]));
  const starts = new Int32Array(templates.length + 1);
  const seeds = new Int32Array(templates.length);
  const used: number[] = [];
  for (const [index, template] of templates.entries()) {
    for (const name of template.split(' ')) {
      const atom = indexOf.get(name);
      if (atom === undefined) throw new Error(`template "${template}" names the unknown atom "${name}"`);
      used.push(atom);
    }
    starts[index + 1] = used.length;
    seeds[index] = hashText(template);
  }
  const atomOf = Int32Array.from(used);
  const count = templates.length;
  return {
    count,
    fill(atoms, features) {
      for (let template = 0; template < count; template += 1) {
        let hash = seeds[template] ?? 0;
        const end = starts[template + 1] ?? 0;
        for (let position = starts[template] ?? 0; position < end; position += 1) {
          hash = mixHash(hash, atoms[atomOf[position] ?? 0] ?? 0);
        }
        features[template] = finishHash(hash);
      }
    },
  };
}
