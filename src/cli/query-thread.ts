import { styleText } from 'node:util';
import { parentPort, workerData } from 'node:worker_threads';
import { InputError } from '../model/input-error.ts';
import { answerQuery } from './answer-query.ts';
import type { QueryWorkerMessage, QueryWorkerSettings } from './query-request.ts';
import type { Terminal } from './terminal.ts';

/** Characters that are sent at once. */
const BATCH = 1 << 16;

function send(message: QueryWorkerMessage): void {
  parentPort?.postMessage(message);
}

/** Answers the query that this thread was started with; what it writes goes to the main thread in batches. */
export async function answerMainThread(): Promise<void> {
  const { request, columns, isColoured }: QueryWorkerSettings = workerData;

  let waiting = '';
  function flush(): void {
    if (waiting !== '') send({ kind: 'write', text: waiting });
    waiting = '';
  }

  const terminal: Terminal = {
    write: (text) => {
      if (waiting === '') setImmediate(flush);
      waiting += text;
      if (waiting.length >= BATCH) flush();
    },
    report: (text) => {
      flush();
      send({ kind: 'report', text });
    },
    progress: () => undefined,
    columns,
    colour: (style, text) => (isColoured ? styleText(style, text, { validateStream: false }) : text),
    now: () => new Date(),
    exitWith: (code) => {
      process.exitCode = code;
    },
  };

  try {
    await answerQuery(request, terminal, (origin) => {
      send({ kind: 'opened', origin });
    });
    flush();
  } catch (error) {
    if (!(error instanceof InputError)) throw error;
    flush();
    send({ kind: 'refused', where: error.where, problem: error.message.slice(`${error.where}: `.length) });
  }
}
