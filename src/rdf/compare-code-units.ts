/** Code-unit order: the same on every machine and in every language setting. */
export function compareCodeUnits(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
