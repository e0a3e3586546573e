import type { Bindings, Quad, Term } from '@rdfjs/types';
import type { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { InputError } from '../model/input-error.ts';
import type { ClaimStore, DefaultGraphMode } from '../store/claim-store.ts';
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
}

type EngineContext = Exclude<Parameters<QueryEngine['query']>[1], undefined>;

let engine: Promise<QueryEngine> | undefined;

/** Comunica without HTTP: `SERVICE` and `LOAD` cannot reach out. Loaded when first needed, which takes most of a second. */
function loadEngine(): Promise<QueryEngine> {
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
  const sparql = await loadEngine();
  const context = await createContext(sparql, store, options);
  await refuseWhatIsNoQuestion(sparql, text, context, origin);
  return untilAborted(
    signal,
    translateErrors(origin, async () => {
      const result = await sparql.query(PROLOGUE + text, context);
      switch (result.resultType) {
        case 'bindings': {
          const { variables } = await result.metadata();
          const stream = await result.execute();
          return {
            kind: 'rows',
            variables: variables.map(({ value }) => value),
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
  const sparql = await loadEngine();
  const context = await createContext(sparql, store, options);
  await refuseWhatIsNoQuestion(sparql, text, context, origin);
  const explain = async (mode: 'query' | 'physical'): Promise<string> => {
    const { data } = await sparql.explain(PROLOGUE + text, { ...context }, mode);
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
  sparql: QueryEngine,
  store: ClaimStore,
  { bindings = new Map(), defaultGraph = 'union' }: QueryOptions,
): Promise<EngineContext> {
  const sources: EngineContext['sources'] = [store.source(defaultGraph)];
  if (bindings.size === 0) return { sources };
  // The engine's own empty solution, so that no second library is needed to make one.
  const [empty] = await (await sparql.queryBindings('SELECT * {}', { sources })).toArray();
  if (empty === undefined) throw new Error('the empty query has no solution');
  const start: Bindings = empty;
  const initialBindings = [...bindings].reduce((bound, [name, term]) => bound.set(name, term), start);
  return { sources, initialBindings };
}

/** Operations of SPARQL Update, as the algebra names them. */
const UPDATES: ReadonlySet<string> = new Set(
  'add clear compositeupdate copy create deleteinsert drop load move updateclear'.split(' '),
);

async function refuseWhatIsNoQuestion(
  sparql: QueryEngine,
  text: string,
  context: EngineContext,
  origin: string,
): Promise<void> {
  if (text.replaceAll(/^\s*#.*$/gmu, '').trim() === '') throw new InputError(origin, 'the query is empty');
  let operation: unknown;
  try {
    ({ data: operation } = await sparql.explain(PROLOGUE + text, { ...context }, 'parsed'));
  } catch (error) {
    throw userError(error, origin) ?? syntaxError(messageOf(error), text, origin, error);
  }
  if (context.initialBindings !== undefined) refuseBareFilters(operation, origin);
  const types = operationTypes(operation);
  if (types.some((type) => UPDATES.has(type))) throw updateError(origin);
  if (types.includes('service')) {
    throw new InputError(
      origin,
      'SERVICE is not answered: queries run over the given graphs only and never reach the network',
    );
  }
}

function updateError(origin: string): InputError {
  return new InputError(
    origin,
    'a query asks and changes nothing: SELECT, ASK, CONSTRUCT or DESCRIBE, not SPARQL Update (graphs are made by "demarche build")',
  );
}

/** The types of all operations in a tree of SPARQL algebra. */
function operationTypes(node: unknown): readonly string[] {
  if (typeof node !== 'object' || node === null || 'termType' in node) return [];
  const own = 'type' in node && typeof node.type === 'string' ? [node.type] : [];
  return [...own, ...Object.values(node).flatMap(operationTypes)];
}

/**
 * Comunica 5.4.1 sets a parameter inside a FILTER, and in what the FILTER stands over, only where the filter is
 * an operator or EXISTS: with `FILTER(?office)` or `FILTER(xsd:boolean(?office))` it would silently give no rows.
 */
function refuseBareFilters(node: unknown, origin: string): void {
  if (typeof node !== 'object' || node === null || 'termType' in node) return;
  if ('type' in node && node.type === 'filter' && 'expression' in node && isBare(node.expression)) {
    throw new InputError(
      origin,
      'in a query with parameters every FILTER must compare: write FILTER(?x = true) for FILTER(?x)',
    );
  }
  for (const child of Object.values(node)) refuseBareFilters(child, origin);
}

function isBare(expression: unknown): boolean {
  if (typeof expression !== 'object' || expression === null || !('subType' in expression)) return false;
  if (expression.subType === 'named') return true;
  return (
    expression.subType === 'term' &&
    'term' in expression &&
    typeof expression.term === 'object' &&
    expression.term !== null &&
    'termType' in expression.term &&
    expression.term.termType === 'Variable'
  );
}

/** What the engine says where the query, and not we, is wrong; undefined for a bug. */
function userError(error: unknown, origin: string): InputError | undefined {
  if (error instanceof InputError) return error;
  const message = messageOf(error);
  const [, bound] = /^Tried to bind (?:variable )?(\?\w+)/u.exec(message) ?? [];
  if (bound !== undefined) {
    return new InputError(
      origin,
      `the parameter ${bound} stands in a BIND, VALUES or GROUP BY, which give it a value of their own; use another variable there`,
      { cause: error },
    );
  }
  if (message.startsWith('RDF joining failed')) {
    return new InputError(
      origin,
      'the engine cannot answer an OPTIONAL that holds a BIND or GROUP BY beside a FILTER on a variable from outside; move the BIND behind the OPTIONAL',
      { cause: error },
    );
  }
  if (
    /^(?:Illegal binding|Unknown (?:named )?(?:operator|function)|Invalid argument types|No .*function)/iu.test(
      message,
    )
  ) {
    return new InputError(origin, message.split('\n', 1)[0] ?? message, { cause: error });
  }
  return undefined;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
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

function toRow(bindings: Bindings): Row {
  return new Map([...bindings].map(([variable, term]) => [variable.value, term]));
}
