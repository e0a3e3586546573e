import type { ClaimStore } from '../store/claim-store.ts';
import { isIndexed } from '../store/indexed-claim-store.ts';
import { answerDirectly } from './answer-directly.ts';
import { openKeptAlgebra } from './kept-algebra.ts';
import type { ParseQuery } from './parsed-queries.ts';
import { PROLOGUE } from './prefixes.ts';
import type { QueryOptions, QueryResult } from './query-result.ts';

let parser: ParseQuery | undefined;

/**
 * The result of a query that a columnar store takes whole; the engine is not even loaded.
 * Undefined for every other store and query, also for one with an error in it: the engine says what is wrong.
 */
export async function answerOverIndex(
  text: string,
  store: ClaimStore,
  { bindings, defaultGraph = 'union', signal, pulse, algebraFolder }: QueryOptions,
): Promise<QueryResult | undefined> {
  if (!isIndexed(store)) return undefined;
  const algebra = await readAlgebra(PROLOGUE + text, algebraFolder);
  if (algebra === undefined) return undefined;
  const answer = answerDirectly(algebra, store.columnar, { mode: defaultGraph, bindings, pulse });
  if (answer?.kind === 'rows') return { ...answer, rows: readAsync(answer.rows, signal) };
  return answer?.kind === 'quads' ? { ...answer, quads: readAsync(answer.quads, signal) } : answer;
}

/** The algebra of a query, which may be kept in a folder; undefined when there is an error in it. */
async function readAlgebra(text: string, folder: string | undefined): Promise<unknown> {
  const kept = folder === undefined ? undefined : openKeptAlgebra(folder);
  const known = kept?.find(text);
  if (known !== undefined) return known;
  const { createQueryParser } = await import('./parsed-queries.ts');
  parser ??= createQueryParser();
  try {
    const algebra = parser(text);
    kept?.keep(text, algebra);
    return algebra;
  } catch {
    return undefined;
  }
}

/** Lets others have their turn now and then, so that a signal can be given while rows are read. */
async function* readAsync<Row>(rows: Iterable<Row>, signal: AbortSignal | undefined): AsyncGenerator<Row> {
  let read = 0;
  for (const row of rows) {
    if (read % 1024 === 0) {
      await new Promise((resolve) => {
        setImmediate(resolve);
      });
      signal?.throwIfAborted();
    }
    read += 1;
    yield row;
  }
}
