/** Edit distance after Levenshtein: insertions, deletions and replacements of single characters. */
function distance(left: string, right: string): number {
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const replace = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current.push(Math.min(replace, (previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** The names most like the one given, best first: those that contain it, then those a few slips away or contained in it. */
export function nearestNames(name: string, candidates: Iterable<string>, limit = 3): readonly string[] {
  const wanted = name.toLowerCase();
  const slips = Math.max(2, Math.floor(wanted.length / 3));
  return [...new Set(candidates)]
    .map((candidate) => {
      const lower = candidate.toLowerCase();
      const isPart = wanted.length > 2 && lower.includes(wanted);
      // “ukraine” is a part of “ukraine-nato-membershp”, but the slip is nearer.
      const hasPart = lower.length > 2 && wanted.includes(lower);
      const far = isPart ? 0 : distance(wanted, lower);
      return { candidate, far: hasPart ? Math.min(far, slips) : far };
    })
    .filter(({ far }) => far <= slips)
    .toSorted((left, right) => left.far - right.far || (left.candidate < right.candidate ? -1 : 1))
    .slice(0, limit)
    .map(({ candidate }) => candidate);
}
