/** The end of a `switch` that names every case. */
export function unreachable(value: never): never {
  throw new TypeError(`nobody thought of ${JSON.stringify(value)}`);
}
