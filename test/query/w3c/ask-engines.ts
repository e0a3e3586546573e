import { readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import type { QueryStringContext } from '@comunica/types';
import { Store } from 'n3';
import { runQuery } from '../../../src/query/engine.ts';
import { parseRdf } from '../../../src/rdf/parse-rdf.ts';
import { formatOfFile } from '../../../src/rdf/rdf-format.ts';
import { namedNode, termFactory } from '../../../src/rdf/terms.ts';
import { createIndexedClaimStore } from '../../../src/store/indexed-claim-store.ts';
import { indexQuads } from '../../../src/store/columnar/columnar-index.ts';
import { contextOver, createQuerySource } from '../../../src/store/query-source.ts';
import type { Answer } from './answer.ts';
import type { EvaluationTest } from './manifest.ts';
import { fileBehind, webAddress } from './manifest.ts';

/** The answers to one test: ours as `demarche query` gives it, the engine's over our index, the engine's by itself. */
export interface Answers {
  readonly ours: Answer;
  readonly behind: Answer;
  readonly plain: Answer;
}

const engine = new QueryEngine();

/** Asks all three the same of the same. */
export async function askEngines(test: EvaluationTest): Promise<Answers> {
  const text = `BASE <${webAddress(test.query)}>\n${readFileSync(test.query, 'utf8')}`;
  const quads = await readDataset(test, text);
  const store = createIndexedClaimStore(indexQuads(quads));
  const isOrdered = /\bORDER\s+BY\b/iu.test(text);
  return {
    ours: await settle(() => askOurs(text, store, isOrdered)),
    behind: await settle(() =>
      askComunica(text, contextOver(createQuerySource(store.columnar, 'strict')), isOrdered),
    ),
    plain: await settle(() => askComunica(text, { sources: [new Store([...quads])] }, isOrdered)),
  };
}

async function settle(ask: () => Promise<Answer>): Promise<Answer> {
  try {
    return await ask();
  } catch (error) {
    return { kind: 'error', message: error instanceof Error ? error.message : String(error) };
  }
}

/** The quads of all files that a test names, and of those that its query names with FROM. */
async function readDataset(test: EvaluationTest, text: string): Promise<readonly Quad[]> {
  const named = [...text.matchAll(/\bFROM\s+(?:NAMED\s+)?<([^>]+)>/giu)].map(([, iri = '']) =>
    fileBehind(new URL(iri, webAddress(test.query)).href),
  );
  const quads: Quad[] = [];
  for (const file of test.data) quads.push(...(await readFile(file)));
  for (const file of new Set([...test.graphs, ...named])) {
    const graph = namedNode(webAddress(file));
    for (const { subject, predicate, object } of await readFile(file))
      quads.push(termFactory.quad(subject, predicate, object, graph));
  }
  return quads;
}

async function readFile(file: string): Promise<readonly Quad[]> {
  const format = formatOfFile(file);
  if (format === undefined) throw new Error(`no format of data: ${file}`);
  return parseRdf(readFileSync(file, 'utf8'), { format, where: file, baseIri: webAddress(file) });
}

async function askOurs(
  text: string,
  store: ReturnType<typeof createIndexedClaimStore>,
  isOrdered: boolean,
): Promise<Answer> {
  const result = await runQuery(text, store, { defaultGraph: 'strict' });
  if (result.kind === 'boolean') return result;
  if (result.kind === 'quads') {
    const quads = [];
    for await (const quad of result.quads) quads.push(quad);
    return { kind: 'quads', quads };
  }
  const rows = [];
  for await (const row of result.rows) rows.push(row);
  return { kind: 'rows', rows, isOrdered, variables: result.variables };
}

async function askComunica(text: string, context: QueryStringContext, isOrdered: boolean): Promise<Answer> {
  const result = await engine.query(text, context);
  switch (result.resultType) {
    case 'boolean':
      return { kind: 'boolean', value: await result.execute() };
    case 'quads':
      return { kind: 'quads', quads: await (await result.execute()).toArray() };
    case 'bindings': {
      const bindings = await (await result.execute()).toArray();
      const rows = bindings.map((row) => new Map([...row].map(([{ value }, term]) => [value, term])));
      return { kind: 'rows', rows, isOrdered };
    }
    case 'void':
    default:
      throw new Error('an update is no test of this suite');
  }
}
