import type { ClaimStore } from '../store/claim-store.ts';
import { isIndexed } from '../store/indexed-claim-store.ts';
import { answerDirectly } from './answer-directly.ts';
import type { QueryOptions, QueryResult } from './engine.ts';
import { createQueryParser } from './parsed-queries.ts';
import type { ParseQuery } from './parsed-queries.ts';
import { PROLOGUE } from './prefixes.ts';

let parser: ParseQuery | undefined;

/**
 * The result of a query that a columnar store takes whole; the engine is not even loaded.
 * Undefined for every other store and query, also for one with an error in it: the engine says what is wrong.
 */
export function answerOverIndex(
  text: string,
  store: ClaimStore,
  { bindings, defaultGraph = 'union', signal, pulse }: QueryOptions,
): QueryResult | undefined {
  if (!isIndexed(store)) return undefined;
  parser ??= createQueryParser();
  const parse: ParseQuery = parser;
  let algebra: unknown;
  try {
    algebra = parse(PROLOGUE + text);
  } catch {
    return undefined;
  }
  const answer = answerDirectly(algebra, store.columnar, { mode: defaultGraph, bindings, pulse });
  if (answer?.kind !== 'rows') return answer;
  return { ...answer, rows: readAsync(answer.rows, signal) };
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
