import type { Bindings } from '@rdfjs/types';
import type { QueryEngine as FederatedEngine } from '@comunica/query-sparql';
import type { QueryEngine } from '@comunica/query-sparql-rdfjs';
import type { Algebra } from '@comunica/utils-algebra';
import { InputError } from '../model/input-error.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import { isIndexed } from '../store/indexed-claim-store.ts';
import { messageOf, refuseOperations, userError } from './engine-refusals.ts';
import { guardFetch } from './guarded-fetch.ts';
import { PROLOGUE } from './prefixes.ts';
import type { QueryOptions } from './query-result.ts';
import { syntaxError } from './syntax-error.ts';

type EngineMethods = 'query' | 'queryBindings' | 'explain';
/** What is used of the engine. */
export type SparqlEngine = Pick<QueryEngine, EngineMethods>;
/** What the engine is told besides the query. */
export type EngineContext = Exclude<Parameters<QueryEngine['query']>[1], undefined>;

let engine: Promise<QueryEngine> | undefined;

let federatedEngine: Promise<FederatedEngine> | undefined;

/**
 * Comunica without HTTP: `SERVICE` and `LOAD` cannot reach out. Loaded when first needed, which takes most of a second.
 * The engine that can reach out is loaded only for a query to which the user allowed a service.
 */
export function loadEngine({ services = [] }: QueryOptions): Promise<SparqlEngine> {
  if (services.length > 0) {
    federatedEngine ??= import('@comunica/query-sparql').then(({ QueryEngine }) => new QueryEngine());
    return federatedEngine;
  }
  engine ??= import('@comunica/query-sparql-rdfjs').then(({ QueryEngine }) => new QueryEngine());
  return engine;
}

/** What the engine is told besides the query: the store, the parameters, the services. */
export async function createContext(
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
export async function readQuestion(
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

/** What a piece of the engine's work gives; errors of the query's own come as InputErrors. */
export async function translateErrors<Result>(origin: string, run: () => Promise<Result>): Promise<Result> {
  try {
    return await run();
  } catch (error) {
    throw userError(error, origin) ?? error;
  }
}

/** A result, or what the signal was aborted with, whichever comes first. */
export async function untilAborted<Result>(
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
