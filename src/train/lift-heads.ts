/** The first word whose arc crosses over a word that its head does not govern; -1 when the tree is projective. */
function findCrossing(heads: readonly number[]): number {
  for (let word = 0; word < heads.length; word += 1) {
    const head = heads[word] ?? -1;
    if (head < 0) continue;
    for (let between = Math.min(word, head) + 1; between < Math.max(word, head); between += 1) {
      if (!isGovernedBy(heads, between, head)) return word;
    }
  }
  return -1;
}

function isGovernedBy(heads: readonly number[], word: number, governor: number): boolean {
  for (let node = word, steps = 0; node >= 0 && steps <= heads.length; steps += 1) {
    if (node === governor) return true;
    node = heads[node] ?? -1;
  }
  return false;
}

/**
 * Heads made projective: a word whose arc crosses others is attached to its head’s head until none crosses
 * (Nivre and Nilsson 2005, without encoding).
 */
export function liftHeads(heads: readonly number[]): readonly number[] {
  const lifted = [...heads];
  for (let word = findCrossing(lifted); word >= 0; word = findCrossing(lifted)) {
    const grandparent = lifted[lifted[word] ?? -1] ?? -1;
    if (grandparent < 0) return lifted;
    lifted[word] = grandparent;
  }
  return lifted;
}
