/** Words as copies of a text keep them: lower case, without marks, accents as they are. */
export function normaliseWords(text: string): readonly string[] {
  return (
    text
      .toLowerCase()
      .replaceAll(/[’‘ʼ]/gu, "'")
      .match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []
  );
}

/** FNV-1a over the UTF-16 code units, 32 bits. */
function hashWord(text: string, seed: number): number {
  let hash = seed;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193) >>> 0;
  }
  return hash;
}

const FNV_OFFSET = 0x811c9dc5;
/** Parts words inside a shingle, so that “a bc” is not “ab c”. */
const SEPARATOR = '\u0001';

/** The hashes of all runs of `size` words, ascending, each once; of the whole where it is shorter (Broder 1997). */
export function shingle(words: readonly string[], size: number): Uint32Array {
  const count = Math.max(1, words.length - size + 1);
  const hashes = new Set<number>();
  for (let start = 0; start < count && words.length > 0; start += 1) {
    let hash = FNV_OFFSET;
    for (let index = start; index < Math.min(words.length, start + size); index += 1) {
      hash = hashWord(SEPARATOR, hashWord(words[index] ?? '', hash));
    }
    hashes.add(hash);
  }
  return Uint32Array.from(hashes).sort();
}

/** How many values two ascending arrays share. */
export function countShared(left: Uint32Array, right: Uint32Array): number {
  let shared = 0;
  for (let l = 0, r = 0; l < left.length && r < right.length;) {
    const difference = (left[l] ?? 0) - (right[r] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) l += 1;
    if (difference >= 0) r += 1;
  }
  return shared;
}

/** Shared shingles as a part of all, 0–1 (Jaccard). */
export function likeness(left: Uint32Array, right: Uint32Array): number {
  const shared = countShared(left, right);
  const all = left.length + right.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** Shared shingles as a part of the shorter text's, 0–1. */
export function containment(left: Uint32Array, right: Uint32Array): number {
  const shorter = Math.min(left.length, right.length);
  return shorter === 0 ? 0 : countShared(left, right) / shorter;
}
