/** FNV-1a over UTF-16 code units: the 32-bit hash of a piece of text. */
export function hashText(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash | 0;
}

/** Joins a value to a hash; the order of joining counts. */
export function mixHash(hash: number, value: number): number {
  const mixed = Math.imul(hash ^ ((value + 0x9e3779b9 + (hash << 6) + (hash >>> 2)) | 0), 0x85ebca6b);
  return mixed ^ (mixed >>> 15);
}

/** Spreads a hash over all its bits (the finaliser of MurmurHash3), as the weights' buckets demand. */
export function finishHash(hash: number): number {
  let mixed = hash ^ (hash >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
