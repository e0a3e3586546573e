/** The place of a hash among ascending ones; -1 where it is not there. */
export function findHash(hashes: Uint32Array, hash: number): number {
  const wanted = hash >>> 0;
  let low = 0;
  let high = hashes.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hashes[middle] ?? 0) < wanted) low = middle + 1;
    else high = middle;
  }
  return hashes[low] === wanted ? low : -1;
}
