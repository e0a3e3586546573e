// One engine of the benchmark, in a process of its own: bench-engine.js ENGINE FILE. Talks to its parent by messages.
import { createReadStream, readFileSync, writeFileSync } from 'node:fs';
import { argv, memoryUsage, resourceUsage } from 'node:process';
import process from 'node:process';
import { performance } from 'node:perf_hooks';
import { pipeline } from 'node:stream/promises';
import { QueryEngine } from '@comunica/query-sparql-rdfjs';
import type { QueryStringContext } from '@comunica/types';
import type { Quad } from '@rdfjs/types';
import { Store, StreamParser } from 'n3';
import oxigraph from 'oxigraph';
import { createQueryParser } from '../../src/query/parsed-queries.ts';
import { createIndexBuilder } from '../../src/store/columnar/columnar-index.ts';
import { createColumnarStore } from '../../src/store/columnar-store.ts';
import type { ColumnarStore } from '../../src/store/columnar-store.ts';
import { readOperation } from '../../src/store/evaluate/read-operation.ts';
import { contextOver, createQuerySource } from '../../src/store/query-source.ts';
import { decodeSnapshot, encodeSnapshot } from '../../src/store/snapshot.ts';

/** What an engine does with a query: the number of its solutions. */
type Ask = (text: string) => number | Promise<number>;

interface Loaded {
  readonly ask: Ask;
  readonly figures?: Readonly<Record<string, number>>;
}

async function parseInto(file: string, add: (quad: Quad) => void): Promise<void> {
  const parser = new StreamParser({ format: 'N-Triples' });
  parser.on('data', add);
  await pipeline(createReadStream(file), parser, { end: true });
}

async function buildStore(file: string): Promise<ColumnarStore> {
  const builder = createIndexBuilder();
  await parseInto(file, builder.add);
  return createColumnarStore(builder.finish());
}

function openSnapshot(file: string): ColumnarStore {
  const reading = decodeSnapshot(new Uint8Array(readFileSync(file).buffer));
  if ('refused' in reading) throw new Error(reading.refused);
  return createColumnarStore(reading.index);
}

const comunicaAsk = (context: QueryStringContext): Ask => {
  const engine = new QueryEngine();
  return async (text) => (await (await engine.queryBindings(text, context)).toArray()).length;
};

const ENGINES: Readonly<Record<string, (file: string) => Promise<Loaded>>> = {
  /** Builds the snapshot that the next two open. */
  build: async (file) => {
    const store = await buildStore(file);
    const started = performance.now();
    writeFileSync(`${file}.bench-index`, Buffer.concat([...encodeSnapshot(store.index, 'bench')]));
    return { ask: () => 0, figures: { save: performance.now() - started } };
  },
  store: (file) => {
    const store = openSnapshot(`${file}.bench-index`);
    const parse = createQueryParser();
    const ask: Ask = (text) => {
      const operation = readOperation(parse(text));
      if (operation === undefined) throw new Error('the store does not take this query');
      const { batches, term } = store.solve(operation, 'union');
      let solutions = 0;
      for (const { length, columns } of batches()) {
        solutions += length;
        // The others make terms of their solutions, too.
        for (const column of columns) for (let row = 0; row < length; row += 1) term(column[row] ?? 0);
      }
      return solutions;
    };
    return Promise.resolve({ ask });
  },
  behind: (file) => {
    const source = createQuerySource(openSnapshot(`${file}.bench-index`), 'union');
    return Promise.resolve({ ask: comunicaAsk(contextOver(source)) });
  },
  comunica: async (file) => {
    const store = new Store();
    await parseInto(file, (quad) => {
      store.add(quad);
    });
    return { ask: comunicaAsk({ sources: [store] }) };
  },
  oxigraph: (file) => {
    const store = new oxigraph.Store();
    store.load(readFileSync(file), { format: 'application/n-triples' });
    return Promise.resolve({
      ask: (text) => {
        const rows: unknown = store.query(text);
        return Array.isArray(rows) ? rows.length : 0;
      },
    });
  },
};

const [engine = '', file = ''] = argv.slice(2);
const load = ENGINES[engine];
if (load === undefined) throw new Error(`no engine ${engine}`);
const started = performance.now();
const { ask, figures } = await load(file);
const send = (message: object): void => {
  process.send?.(message);
};
send({
  load: performance.now() - started,
  memory: memoryUsage().rss / 1e6,
  peak: resourceUsage().maxRSS / 1e3,
  ...figures,
});
process.on('message', (text) => {
  void answer(String(text));
});

async function answer(text: string): Promise<void> {
  const begun = performance.now();
  try {
    const solutions = await ask(text);
    send({ time: performance.now() - begun, solutions, memory: memoryUsage().rss / 1e6 });
  } catch (error) {
    send({ error: String(error) });
  }
}
