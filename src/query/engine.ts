import type { Bindings } from '@rdfjs/types';
import type { ClaimStore } from '../store/claim-store.ts';
import { answerOverIndex } from './answer-over-index.ts';
import { updateError } from './engine-refusals.ts';
import type { QueryOptions, QueryResult, Row } from './query-result.ts';
import { createContext, loadEngine, readQuestion, translateErrors, untilAborted } from './sparql-engine.ts';

export type { QueryOptions, QueryResult, Row } from './query-result.ts';

/**
 * Answers a SPARQL 1.1 or 1.2 query: SELECT, ASK, CONSTRUCT or DESCRIBE.
 * The prefixes of `prefixes.ts` need no declaration.
 * @throws InputError where the query is not one, would change the graph or would leave it.
 */
export async function runQuery(
  text: string,
  store: ClaimStore,
  options: QueryOptions = {},
): Promise<QueryResult> {
  const { origin = 'query', signal } = options;
  const direct = await answerOverIndex(text, store, options);
  if (direct !== undefined) {
    if (direct.kind !== 'rows') return direct;
    return { ...direct, variables: orderVariables(direct.variables, text) };
  }
  const sparql = await loadEngine(options);
  const context = await createContext(sparql, store, options);
  const operation = await readQuestion(sparql, text, context, options);
  return untilAborted(
    signal,
    translateErrors(origin, async () => {
      const result = await sparql.query(operation, context);
      switch (result.resultType) {
        case 'bindings': {
          const { variables } = await result.metadata();
          const stream = await result.execute();
          return {
            kind: 'rows',
            variables: orderVariables(
              variables.map(({ value }) => value),
              text,
            ),
            rows: drain(stream, toRow, origin, signal),
          };
        }
        case 'quads':
          return { kind: 'quads', quads: drain(await result.execute(), (quad) => quad, origin, signal) };
        case 'boolean':
          return { kind: 'boolean', value: await result.execute() };
        case 'void':
          throw updateError(origin);
        default:
          throw new Error('the engine gave a kind of result that SPARQL does not have');
      }
    }),
  );
}

interface Stream<Item> extends AsyncIterable<Item> {
  readonly destroy: (error?: Error) => void;
}

/** The stream's items; the work behind it stops where the reader stops, or when the signal says so. */
async function* drain<Item, Result>(
  stream: Stream<Item>,
  convert: (item: Item) => Result,
  origin: string,
  signal: AbortSignal | undefined,
): AsyncGenerator<Result> {
  const iterator = stream[Symbol.asyncIterator]();
  try {
    while (true) {
      const next = await untilAborted(
        signal,
        translateErrors(origin, () => iterator.next()),
      );
      if (next.done === true) return;
      yield convert(next.value);
    }
  } finally {
    stream.destroy();
  }
}

/** `SELECT *` gives the variables in the order in which the query names them; any other order is the query's own. */
function orderVariables(variables: readonly string[], text: string): readonly string[] {
  const query = text.replaceAll(/^\s*#.*$/gmu, '');
  if (!/\bSELECT\s+(?:DISTINCT\s+|REDUCED\s+)?\*/iu.test(query)) return variables;
  const place = (variable: string): number =>
    query.search(new RegExp(`[?$]${variable}(?![\\p{L}\\p{N}_])`, 'u'));
  return variables.toSorted((left, right) => place(left) - place(right));
}

function toRow(bindings: Bindings): Row {
  return new Map([...bindings].map(([variable, term]) => [variable.value, term]));
}
