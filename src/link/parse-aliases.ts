import { readRows } from './table-lines.ts';

/** Reads `data/lexicon/aliases.tsv`: literal translations of names, lower case, with the name meant. */
export function parseAliases(text: string): ReadonlyMap<string, string> {
  return new Map(readRows(text).map(([words = '', name = '']) => [words.toLowerCase(), name]));
}
