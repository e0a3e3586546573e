import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { createLazyLookahead } from './lazy-lookahead.ts';

/** Reads SPARQL 1.1 and 1.2 into the engine's algebra; the same text gives the same object while it is remembered. */
export type ParseQuery = (text: string) => unknown;

/** Parsing takes about a millisecond, as long as many a query; a page or a notebook asks the same ones again. */
const REMEMBERED = 64;

/** A parser that remembers the last queries. Throws what the engine's parser throws, with its message. */
export function createQueryParser(): ParseQuery {
  const parser = new Parser({ parserConfig: { lookaheadStrategy: createLazyLookahead() } });
  const remembered = new Map<string, unknown>();
  return (text) => {
    const known = remembered.get(text);
    if (known !== undefined) return known;
    const algebra = toAlgebra(parser.parse(text), { quads: true, blankToVariable: true });
    const [oldest] = remembered.keys();
    if (remembered.size >= REMEMBERED && oldest !== undefined) remembered.delete(oldest);
    remembered.set(text, algebra);
    return algebra;
  };
}
