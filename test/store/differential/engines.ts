import { setTimeout } from 'node:timers/promises';
import type { QueryStringContext } from '@comunica/types';
import type { Quad, Term } from '@rdfjs/types';
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import { toAlgebra } from '@traqula/algebra-sparql-1-2';
import { Parser } from '@traqula/parser-sparql-1-2';
import { Store, Writer } from 'n3';
import oxigraph from 'oxigraph';
import { termFactory } from '../../../src/rdf/terms.ts';
import type { DefaultGraphMode } from '../../../src/store/claim-store.ts';
import { indexQuads } from '../../../src/store/columnar/columnar-index.ts';
import type { ColumnarStore } from '../../../src/store/columnar-store.ts';
import { createColumnarStore } from '../../../src/store/columnar-store.ts';
import { readOperation } from '../../../src/store/evaluate/read-operation.ts';
import { contextOver, createQuerySource } from '../../../src/store/query-source.ts';

/** Solutions as an engine gives them: variable → term. */
export type Rows = readonly ReadonlyMap<string, Term>[];

/** Rows, or the message of the error that came instead. */
export type Answer = Rows | string;

const comunica = new QueryEngine();
const parser = new Parser();

/** The quads with every triple also in the default graph: what the union of all graphs means, for engines without it. */
export function withUnion(quads: readonly Quad[]): readonly Quad[] {
  return [
    ...quads,
    ...quads.map(({ subject, predicate, object }) => termFactory.quad(subject, predicate, object)),
  ];
}

/** Comunica has been seen to wait for ever; that is an answer, too. */
const PATIENCE = 2000;

async function answer(run: () => Rows | Promise<Rows>): Promise<Answer> {
  const timer = new AbortController();
  try {
    return await Promise.race([run(), setTimeout(PATIENCE, 'no answer', { signal: timer.signal })]);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    timer.abort();
  }
}

/** The columnar store alone; undefined when it does not take the query. */
export async function askStore(
  store: ColumnarStore,
  text: string,
  mode: DefaultGraphMode,
): Promise<Answer | undefined> {
  const operation = readOperation(toAlgebra(parser.parse(text), { quads: true, blankToVariable: true }));
  if (operation === undefined) return undefined;
  return answer(() => {
    const { batches, variables, term } = store.solve(operation, mode);
    const rows: ReadonlyMap<string, Term>[] = [];
    for (const { length, columns } of batches()) {
      for (let row = 0; row < length; row += 1) {
        const cells = variables.map((name, column) => [name, term(columns[column]?.[row] ?? 0)] as const);
        rows.push(
          new Map(cells.flatMap(([name, value]) => (value === undefined ? [] : [[name, value] as const]))),
        );
      }
    }
    return rows;
  });
}

/** Comunica with the columnar store as its source. */
export function askThroughEngine(
  store: ColumnarStore,
  text: string,
  mode: DefaultGraphMode,
): Promise<Answer> {
  return answer(() => readBindings(text, contextOver(createQuerySource(store, mode))));
}

/** Comunica over N3.Store. */
export function askComunica(quads: readonly Quad[], text: string): Promise<Answer> {
  const store = new Store();
  store.addQuads([...quads]);
  return answer(() => readBindings(text, { sources: [store] }));
}

async function readBindings(text: string, context: QueryStringContext): Promise<Rows> {
  const stream = await comunica.queryBindings(text, context);
  const bindings = await stream.toArray();
  return bindings.map((row) => new Map([...row].map(([variable, term]) => [variable.value, term])));
}

/** Oxigraph over some quads. */
export function openOxigraph(quads: readonly Quad[]): (text: string) => Promise<Answer> {
  const store = new oxigraph.Store();
  store.load(new Writer({ format: 'N-Quads' }).quadsToString([...quads]), { format: 'application/n-quads' });
  return (text) =>
    answer(() => {
      const rows: unknown = store.query(text);
      return Array.isArray(rows) ? rows.filter((row) => row instanceof Map) : [];
    });
}

/** A store over quads. */
export function openStore(quads: readonly Quad[]): ColumnarStore {
  return createColumnarStore(indexQuads(quads));
}
