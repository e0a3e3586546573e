import { hashText } from '../learn/hash-features.ts';
import { findHash } from './find-hash.ts';

/** What turns a word into its lemma: cut `cut` characters off its end and add `ending`. */
export interface LemmaScript {
  readonly cut: number;
  readonly ending: string;
}

/** Lemmas by word and tag, and by ending and tag for words that are not known. Hashes ascend. */
export interface LemmaTable {
  readonly scripts: readonly LemmaScript[];
  readonly wordHashes: Uint32Array;
  readonly wordScripts: Uint16Array;
  readonly suffixHashes: Uint32Array;
  readonly suffixScripts: Uint16Array;
  /** Lemmas with the kind of their tag. */
  readonly lemmaHashes: Uint32Array;
}

/** The longest ending that is looked up. */
export const LONGEST_SUFFIX = 6;

/** The key of a word in the table. Names keep their capitals. */
export function lemmaBase(form: string, xpos: string): string {
  return xpos.startsWith('NNP') || form === 'I' ? form : form.toLowerCase();
}

/** Hash of a word with its tag. */
export function wordKey(base: string, xpos: string): number {
  return hashText(`${base}|${xpos}`) >>> 0;
}

/** Hash of an ending with its tag. */
export function suffixKey(base: string, length: number, xpos: string): number {
  return hashText(`~${base.slice(base.length - length)}|${xpos}`) >>> 0;
}

/** Hash of a lemma with the kind of its tag: `VB` for all verbs. */
export function lemmaKey(lemma: string, xpos: string): number {
  return hashText(`=${lemma}|${xpos.slice(0, 2)}`) >>> 0;
}

/** What a script makes of a word; undefined when the word is too short. */
export function applyScript(base: string, script: LemmaScript): string | undefined {
  return script.cut > base.length ? undefined : base.slice(0, base.length - script.cut) + script.ending;
}

/** The lemma of a word with its Penn Treebank tag; the word itself where nothing is known. */
export function lemmatise(table: LemmaTable, form: string, xpos: string): string {
  const base = lemmaBase(form, xpos);
  const known = findHash(table.wordHashes, wordKey(base, xpos));
  if (known >= 0) {
    const script = table.scripts[table.wordScripts[known] ?? 0];
    return (script === undefined ? undefined : applyScript(base, script)) ?? base;
  }
  let guess: string | undefined;
  for (let length = Math.min(LONGEST_SUFFIX, base.length - 1); length > 0; length -= 1) {
    const index = findHash(table.suffixHashes, suffixKey(base, length, xpos));
    const script = index < 0 ? undefined : table.scripts[table.suffixScripts[index] ?? 0];
    const lemma = script === undefined ? undefined : applyScript(base, script);
    if (lemma === undefined) continue;
    if (findHash(table.lemmaHashes, lemmaKey(lemma, xpos)) >= 0) return lemma;
    guess ??= lemma;
  }
  return guess ?? base;
}
