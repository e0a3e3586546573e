import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import type { AskTable } from '../../export/read-rows.ts';
import { packagePath } from '../../io/package-files.ts';
import { runQuery } from '../../query/engine.ts';
import { createIndexBuilder } from '../../store/columnar/columnar-index.ts';
import { createIndexedClaimStore } from '../../store/indexed-claim-store.ts';

/** A table's query and the predicates that it asks for. */
interface TableQuery {
  readonly text: string;
  readonly predicates: readonly string[];
}

const queries = new Map<string, TableQuery>();

function readTableQuery(table: string): TableQuery {
  const known = queries.get(table);
  if (known !== undefined) return known;
  const text = readFileSync(packagePath(`queries/tables/${table}.rq`), 'utf8');
  const query = { text, predicates: namedIris(text) };
  queries.set(table, query);
  return query;
}

/** The IRIs that a query names; each of the tables' queries names all predicates that it asks for. */
function namedIris(query: string): readonly string[] {
  const prefixes = new Map(
    [...query.matchAll(/^PREFIX (\w+): <(.*)>$/gmu)].map(([, prefix = '', iri = '']) => [prefix, iri]),
  );
  const names = [...query.matchAll(/\b(\w+):(\w+)/gu)].map(
    ([, prefix = '', name = '']) => `${prefixes.get(prefix) ?? ''}${name}`,
  );
  return [...names, 'http://www.w3.org/1999/02/22-rdf-syntax-ns#type'];
}

/**
 * Answers the queries of some tables over quads. Only quads whose predicates the queries name are indexed, which is
 * less than half of a claim graph.
 */
export function askTables(quads: readonly Quad[], tables: readonly string[]): AskTable {
  const predicates = new Set(tables.flatMap((table) => readTableQuery(table).predicates));
  const builder = createIndexBuilder();
  for (const quad of quads) if (predicates.has(quad.predicate.value)) builder.add(quad);
  const store = createIndexedClaimStore(builder.finish());
  return async (table) => {
    const origin = `queries/tables/${table}.rq`;
    const result = await runQuery(readTableQuery(table).text, store, { origin });
    if (result.kind !== 'rows') throw new Error(`${origin} is no SELECT query`);
    return result.rows;
  };
}
