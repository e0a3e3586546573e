import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Term } from '@rdfjs/types';
import { cacheFolder } from '../io/cache-folder.ts';
import { packagePath, packageVersion } from '../io/package-files.ts';
import { InputError } from '../model/input-error.ts';
import { bindParameters } from '../query/bind-parameters.ts';
import { runQuery } from '../query/engine.ts';
import type { QueryResult } from '../query/engine.ts';
import { explainQuery } from '../query/explain-query.ts';
import type { QueryPlan } from '../query/explain-query.ts';
import { readLibraryQuery } from '../query/library.ts';
import { createNameResolver } from '../query/name-resolver.ts';
import { shortenIri } from '../query/prefixes.ts';
import { parseQueryFile } from '../query/query-file.ts';
import type { QueryFile } from '../query/query-file.ts';
import { findUnknownTerms } from '../query/unknown-terms.ts';
import { checkFormat, writeResult } from '../query/write-result.ts';
import type { ClaimStore } from '../store/claim-store.ts';
import type { MemoryGuard } from './memory-guard.ts';
import { guardMemory } from './memory-guard.ts';
import { hintNearMisses } from './explain-understanding.ts';
import { openGraphs } from './open-graphs.ts';
import type { QueryRequest, QueryRequestOptions } from './query-request.ts';
import { tableOfResult } from './table-of-result.ts';
import { tableWidth } from './table-width.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers a query and writes the answer. `onOpen` is called when the graphs are open and the query is about to run.
 * @throws InputError for what the user can mend, also where the query needs more memory than there is.
 */
export async function answerQuery(
  { name, options }: QueryRequest,
  terminal: Terminal,
  onOpen?: (origin: string) => void,
): Promise<void> {
  // The engine's joins have more listeners than ten; Node's warning of it would land on the user's screen.
  EventEmitter.defaultMaxListeners = 0;
  const { graphs, named } = settleArguments(name, options);
  const query = readQuery(named, options.execute);
  for (const { message } of findUnknownTerms(query.text)) terminal.report(`warning: ${message}`);
  const store = await openGraphs(graphs, (line) => {
    terminal.report(line);
  });
  const bindings = bindParameters(query, options.param, createNameResolver(store));
  onOpen?.(query.origin);
  const guard = guardMemory(query.origin, options.maxMemory);
  try {
    await answerGuarded(query, store, { bindings, options, guard, named }, terminal);
  } finally {
    guard.end();
  }
}

async function answerGuarded(
  query: QueryFile,
  store: ClaimStore,
  {
    bindings,
    options,
    guard,
    named,
  }: {
    readonly bindings: ReadonlyMap<string, Term>;
    readonly options: QueryRequestOptions;
    readonly guard: MemoryGuard;
    /** The query of the library, if it is one. */
    readonly named: string | undefined;
  },
  terminal: Terminal,
): Promise<void> {
  const engineOptions = {
    defaultGraph: options.defaultGraph,
    services: options.allowService ?? [],
    userAgent: options.userAgent ?? `demarche/${packageVersion()}`,
    bindings,
    origin: query.origin,
    algebraFolder: path.join(cacheFolder(), 'algebra'),
    pulse: guard.pulse,
    signal: guard.signal,
  };
  if (options.explain === true) {
    terminal.write(showPlan(await explainQuery(query.text, store, engineOptions)));
    return;
  }
  const result = await runQuery(query.text, store, engineOptions);
  checkFormat(result, options.format, query.origin);
  const counted = countRows(result, options.maxRows);
  await writeAnswer(counted.result, options, query, terminal);
  if (result.kind === 'boolean') return;
  const rows = counted.rows();
  terminal.report(
    `${rows} ${result.kind === 'quads' ? 'triple' : 'row'}${rows === 1 ? '' : 's'}${counted.stopped() ? ' (stopped by --max-rows)' : ''}`,
  );
  if (rows > 0) return;
  for (const hint of hintsForNothing(options, query, store)) terminal.report(hint);
  if (named !== undefined)
    for (const hint of hintNearMisses({ query: named, parameters: options.param })) terminal.report(hint);
}

/** `--graph a.trig b.trig who-rejects` gives commander three graphs: the last is the query when none is named. */
function settleArguments(
  name: string | undefined,
  { graph = ['graph.trig'], execute }: QueryRequestOptions,
): { readonly graphs: readonly string[]; readonly named: string | undefined } {
  if (name !== undefined && execute !== undefined) {
    throw new InputError('query', `either a query's name ("${name}") or --execute, not both`);
  }
  if (name === undefined && execute === undefined && graph.length > 1) {
    return { graphs: graph.slice(0, -1), named: graph.at(-1) };
  }
  return { graphs: graph, named: name };
}

function readQuery(name: string | undefined, inline: string | undefined): QueryFile {
  if (inline !== undefined) return parseQueryFile(inline, '--execute');
  if (name === undefined) {
    throw new InputError(
      'query',
      'no query; give a name of the library ("demarche queries" lists them), a .rq file, - for stdin, or --execute',
    );
  }
  if (name === '-') return parseQueryFile(readFileSync(0, 'utf8'), 'stdin');
  if (!/\.rq$|[\\/]/u.test(name)) return readLibraryQuery(packagePath('queries'), name);
  try {
    return parseQueryFile(readFileSync(name, 'utf8'), name);
  } catch (error) {
    if (error instanceof Error && 'code' in error) {
      throw new InputError(name, error.code === 'ENOENT' ? 'no such file' : error.message, { cause: error });
    }
    throw error;
  }
}

async function writeAnswer(
  result: QueryResult,
  { format }: QueryRequestOptions,
  { origin }: QueryFile,
  terminal: Terminal,
): Promise<void> {
  if (format !== 'table') {
    for await (const piece of writeResult(result, format, origin)) terminal.write(piece);
    return;
  }
  terminal.write(
    await tableOfResult(result, {
      width: tableWidth(terminal),
      styleHead: (line) => terminal.colour('bold', line),
    }),
  );
}

/** The result, counted and stopped at the limit while it is read. */
function countRows(
  result: QueryResult,
  limit = Number.POSITIVE_INFINITY,
): { readonly result: QueryResult; readonly rows: () => number; readonly stopped: () => boolean } {
  let rows = 0;
  let stopped = false;
  async function* count<Item>(items: AsyncIterable<Item>): AsyncGenerator<Item> {
    for await (const item of items) {
      if (rows >= limit) {
        stopped = true;
        return;
      }
      rows += 1;
      yield item;
    }
  }
  const state = { rows: () => rows, stopped: () => stopped };
  if (result.kind === 'rows') return { ...state, result: { ...result, rows: count(result.rows) } };
  if (result.kind === 'quads') return { ...state, result: { ...result, quads: count(result.quads) } };
  return { ...state, result };
}

function hintsForNothing(
  options: QueryRequestOptions,
  query: QueryFile,
  store: ClaimStore,
): readonly string[] {
  const restrictions = query.parameters.flatMap(({ name, defaultValue }) => {
    const value = options.param.get(name) ?? defaultValue;
    return value === undefined ? [] : [`${name}=${value}`];
  });
  const strict =
    options.defaultGraph === 'strict' && store.size > 0
      ? ['hint: --default-graph strict sees named graphs inside GRAPH only']
      : [];
  return restrictions.length === 0
    ? strict
    : [...strict, `hint: the answer was restricted by ${restrictions.join(', ')}`];
}

/** The plan with prefixed names in place of IRIs: one line of it often has three. */
function showPlan({ rewritten, carriedOut }: QueryPlan): string {
  return shortenIris(
    `The query as it was rewritten:\n\n${rewritten.trim()}\n\nThe joins as they were carried out (cardEst: rows expected, cardReal: rows found):\n\n${carriedOut.trim()}\n`,
  );
}

function shortenIris(text: string): string {
  const bracketed = text.replaceAll(/<([^\s<>]+)>/gu, (whole, iri: string) =>
    shortenIri(iri) === iri ? whole : shortenIri(iri),
  );
  return bracketed.replaceAll(/(?<=[\s(])https?:[^\s<>()]+/gu, shortenIri);
}
