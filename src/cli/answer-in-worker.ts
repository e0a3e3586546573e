import { Worker } from 'node:worker_threads';
import { packagePath } from '../io/package-files.ts';
import { InputError } from '../model/input-error.ts';
import type { QueryRequest, QueryWorkerMessage, QueryWorkerSettings } from './query-request.ts';
import type { Terminal } from './terminal.ts';

/**
 * Answers a query in a thread that is ended when its time is over, whatever it is doing, and that cannot take the
 * process down when its memory is used up.
 * @throws InputError that says which limit it was, or what the query's own error is.
 */
export async function answerInWorker(request: QueryRequest, terminal: Terminal): Promise<void> {
  const { timeout, maxMemory } = request.options;
  const settings: QueryWorkerSettings = {
    request,
    columns: terminal.columns,
    isColoured: terminal.colour('bold', 'x') !== 'x',
  };
  const worker = new Worker(packagePath('dist/cli/query-worker.js'), {
    workerData: settings,
    ...(maxMemory !== undefined && { resourceLimits: { maxOldGenerationSizeMb: maxMemory } }),
  });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      worker.on('message', (message: QueryWorkerMessage) => {
        if (message.kind === 'write') terminal.write(message.text);
        else if (message.kind === 'report') terminal.report(message.text);
        else if (message.kind === 'refused') reject(new InputError(message.where, message.problem));
        else if (message.kind === 'opened' && timeout !== undefined) {
          timer = setTimeout(() => {
            reject(new InputError(message.origin, `stopped after ${timeout} seconds (--timeout)`));
          }, timeout * 1000);
        }
      });
      worker.on('error', (error: unknown) => {
        reject(explain(error, maxMemory));
      });
      worker.on('exit', () => {
        resolve();
      });
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

function explain(error: unknown, maxMemory: number | undefined): unknown {
  if (!(error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) return error;
  const bound = maxMemory === undefined ? 'memory than Node.js gives it' : `than ${maxMemory} MB`;
  return new InputError('query', `stopped because it needs more ${bound} (--max-memory)`, { cause: error });
}
