import type { ClaimStore } from '../store/claim-store.ts';
import { answerOverIndex } from './answer-over-index.ts';
import { messageOf } from './engine-refusals.ts';
import type { QueryOptions, QueryResult } from './query-result.ts';
import { createContext, loadEngine, readQuestion, translateErrors, untilAborted } from './sparql-engine.ts';

/** How the engine goes about a query. */
export interface QueryPlan {
  /** The query as SPARQL after parameters were set and operations rearranged. */
  readonly rewritten: string;
  /** The joins as they were carried out, with the rows expected (`cardEst`) and found (`cardReal`). */
  readonly carriedOut: string;
}

/** The plan of a query; to learn it the query is carried out. */
export async function explainQuery(
  text: string,
  store: ClaimStore,
  options: QueryOptions = {},
): Promise<QueryPlan> {
  const { origin = 'query', signal } = options;
  const direct = await answerOverIndex(text, store, options);
  const sparql = await loadEngine(options);
  // The engine cannot write down a query that it hands to an index whole.
  const { size, find, count, source } = store;
  const context = await createContext(
    sparql,
    direct === undefined ? store : { size, find, count, source },
    options,
  );
  const operation = await readQuestion(sparql, text, context, options);
  const explain = async (mode: 'query' | 'physical'): Promise<string> => {
    const { data } = await sparql.explain(operation, { ...context }, mode);
    return String(data);
  };
  return untilAborted(
    signal,
    translateErrors(origin, async () => ({
      rewritten: await writeRewritten(() => explain('query'), text),
      carriedOut: direct === undefined ? await explain('physical') : await describeDirect(direct),
    })),
  );
}

/** The query as the engine rearranged it; as it was given where the engine cannot write that down. */
async function writeRewritten(explain: () => Promise<string>, text: string): Promise<string> {
  try {
    // The engine marks every pattern with the source that answers it; here there is only one.
    return (await explain()).replaceAll(/SERVICE <comunica:[^>]*> \{\s*([^{}]*?)\s*\}/gu, '$1');
  } catch (error) {
    if (messageOf(error).startsWith('Unknown Operation type')) return text;
    throw error;
  }
}

/** What there is to say of an answer that the index gave by itself. */
async function describeDirect(answer: QueryResult): Promise<string> {
  if (answer.kind !== 'rows') return 'by the index alone, without the engine';
  let rows = 0;
  for await (const _ of answer.rows) rows += 1;
  return `by the index alone, without the engine (cardReal:${rows})`;
}
