/** Entries that a memory holds before it is emptied: the names of a few hundred articles. */
const FULL = 100_000;

/**
 * Remembers what a pure function of a string gave: the same names are compared thousands of times in an article.
 * Emptied when full; what the function gives does not depend on it.
 */
export function remember<Value>(compute: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>();
  return (text) => {
    const found = known.get(text);
    if (found !== undefined) return found;
    if (known.size >= FULL) known.clear();
    const value = compute(text);
    known.set(text, value);
    return value;
  };
}
