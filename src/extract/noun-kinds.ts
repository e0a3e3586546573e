import { InputError } from '../model/input-error.ts';

const KINDS = ['record', 'thing'] as const;

/** What a common noun names that is no actor: a record says and shows, a thing does neither. */
export type NounKind = (typeof KINDS)[number];

/** Nouns that name no actor, by lemma. */
export type NounKinds = ReadonlyMap<string, NounKind>;

/** Reads `data/lexicon/noun-kinds.tsv` (noun, kind); an `InputError` names file and line. */
export function parseNounKinds(contents: string, fileName: string): NounKinds {
  const kinds = new Map<string, NounKind>();
  contents.split(/\r?\n/u).forEach((line, index) => {
    if (line.startsWith('#') || line.trim() === '' || line.startsWith('noun\t')) return;
    const [noun = '', name] = line.split('\t');
    const kind = KINDS.find((known) => known === name);
    if (noun === '' || kind === undefined) {
      throw new InputError(
        `${fileName}:${index + 1}`,
        `"${line}" is not a noun and its kind, ${KINDS.join(' or ')}`,
      );
    }
    kinds.set(noun, kind);
  });
  return kinds;
}
