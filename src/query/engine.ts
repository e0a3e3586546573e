import type { Bindings, Quad, Term } from '@rdfjs/types';
import type { QueryEngine as FederatedEngine } from '@comunica/query-sparql';
import type { QueryEngine } from '@comunica/query-sparql-rdfjs';
import type { Algebra } from '@comunica/utils-algebra';
import { InputError } from '../model/input-error.ts';
import type { ClaimStore, DefaultGraphMode } from '../store/claim-store.ts';
import { isIndexed } from '../store/indexed-claim-store.ts';
import { answerOverIndex } from './answer-over-index.ts';
import { guardFetch } from './guarded-fetch.ts';
import { messageOf, refuseOperations, updateError, userError } from './engine-refusals.ts';
import { PROLOGUE } from './prefixes.ts';
import { syntaxError } from './syntax-error.ts';

/** One solution: variable → term; a variable without a value is left out. */
export type Row = ReadonlyMap<string, Term>;

/** What a query gives; rows and quads come as they are found. */
export type QueryResult =
  | { readonly kind: 'rows'; readonly variables: readonly string[]; readonly rows: AsyncIterable<Row> }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'quads'; readonly quads: AsyncIterable<Quad> };

/** How to run a query. */
export interface QueryOptions {
  /** What stands outside `GRAPH`; the union of all graphs unless told otherwise. */
  readonly defaultGraph?: DefaultGraphMode;
  /** Variables that have a value from the start. */
  readonly bindings?: ReadonlyMap<string, Term>;
  /** Names the query in messages. */
  readonly origin?: string;
  /** Stops the query; what it was aborted with is thrown. */
  readonly signal?: AbortSignal;
  /** Addresses that `SERVICE` may ask; none unless given. */
  readonly services?: readonly string[];
  /** Who asks them: a program, and an address or page to turn to. */
  readonly userAgent?: string;
  /** Called often while an index works and no signal can be given; what it throws stops the query. */
  readonly pulse?: () => void;
  /** A folder where the parsed query may be kept for the next process. */
  readonly algebraFolder?: string;
}

type EngineMethods = 'query' | 'queryBindings' | 'explain';
type SparqlEngine = Pick<QueryEngine, EngineMethods>;
type EngineContext = Exclude<Parameters<QueryEngine['query']>[1], undefined>;

let engine: Promise<QueryEngine> | undefined;

let federatedEngine: Promise<FederatedEngine> | undefined;

/**
 * Comunica without HTTP: `SERVICE` and `LOAD` cannot reach out. Loaded when first needed, which takes most of a second.
 * The engine that can reach out is loaded only for a query to which the user allowed a service.
 */
function loadEngine({ services = [] }: QueryOptions): Promise<SparqlEngine> {
  if (services.length > 0) {
    federatedEngine ??= import('@comunica/query-sparql').then(({ QueryEngine }) => new QueryEngine());
    return federatedEngine;
  }
  engine ??= import('@comunica/query-sparql-rdfjs').then(({ QueryEngine }) => new QueryEngine());
  return engine;
}

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
  const sparql = await loadEngine(options);
  const context = await createContext(sparql, store, options);
  const operation = await readQuestion(sparql, text, context, options);
  const explain = async (mode: 'query' | 'physical'): Promise<string> => {
    const { data } = await sparql.explain(operation, { ...context }, mode);
    return String(data);
  };
  return untilAborted(
    signal,
    translateErrors(origin, async () => ({
      // The engine marks every pattern with the source that answers it; here there is only one.
      rewritten: (await explain('query')).replaceAll(/SERVICE <comunica:[^>]*> \{\s*([^{}]*?)\s*\}/gu, '$1'),
      carriedOut: await explain('physical'),
    })),
  );
}

async function createContext(
  sparql: SparqlEngine,
  store: ClaimStore,
  options: QueryOptions,
): Promise<EngineContext> {
  const { bindings = new Map(), services = [], origin = 'query', userAgent = 'demarche' } = options;
  const base = await sourceContext(store, options);
  const federation =
    services.length === 0 ? {} : { fetch: guardFetch(new Set(services), origin, fetch, userAgent) };
  if (bindings.size === 0) return { ...base, ...federation };
  // The engine's own empty solution, so that no second library is needed to make one.
  const [empty] = await (await sparql.queryBindings('SELECT * {}', base)).toArray();
  if (empty === undefined) throw new Error('the empty query has no solution');
  const start: Bindings = empty;
  const initialBindings = [...bindings].reduce((bound, [name, term]) => bound.set(name, term), start);
  return { ...base, initialBindings, ...federation };
}

/** Over an index the engine hands on what the index does better; over any other store it joins by itself. */
async function sourceContext(
  store: ClaimStore,
  { defaultGraph = 'union', pulse, services = [] }: QueryOptions,
): Promise<EngineContext> {
  // The engine that asks services is of another version: it is given the store as any engine knows it.
  if (!isIndexed(store) || services.length > 0) return { sources: [store.source(defaultGraph)] };
  const { contextOver, createQuerySource } = await import('../store/query-source.ts');
  return contextOver(createQuerySource(store.columnar, defaultGraph, pulse));
}

/**
 * The query as it is handed to the engine: its text, or its algebra where that had to be mended.
 * @throws InputError where it is no query or asks for what is not answered.
 */
async function readQuestion(
  sparql: SparqlEngine,
  text: string,
  context: EngineContext,
  { origin = 'query', services = [] }: QueryOptions,
): Promise<string | Algebra.Operation> {
  if (text.replaceAll(/^\s*#.*$/gmu, '').trim() === '') throw new InputError(origin, 'the query is empty');
  const { initialBindings, ...unbound } = context;
  let operation: Algebra.Operation;
  try {
    ({ data: operation } = await sparql.explain(PROLOGUE + text, unbound, 'parsed'));
  } catch (error) {
    throw userError(error, origin) ?? syntaxError(messageOf(error), text, origin, error);
  }
  const hasParameters = initialBindings !== undefined;
  refuseOperations(operation, { origin, hasParameters, services: new Set(services) });
  const { mendAlgebra } = await import('./mend-algebra.ts');
  return mendAlgebra(operation) ?? PROLOGUE + text;
}

async function translateErrors<Result>(origin: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw userError(error, origin) ?? error;
  }
}

/** A result, or what the signal was aborted with, whichever comes first. */
async function untilAborted<Result>(
  signal: AbortSignal | undefined,
  result: Promise<Result>,
): Promise<Result> {
  if (signal === undefined) return result;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const abort = (): void => {
      reject(signal.reason);
    };
    signal.addEventListener('abort', abort, { once: true });
    void result.then(resolve, reject).finally(() => {
      signal.removeEventListener('abort', abort);
    });
  });
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
