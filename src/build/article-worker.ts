import { parentPort, workerData } from 'node:worker_threads';
import { loadResources } from '../resources.ts';
import { processArticle } from './process-articles.ts';
import type { BlockSettings, WorkerAnswer, WorkerRequest } from './process-articles.ts';

// The thread that reads articles: it is told its settings when it starts and answers one article at a time.
const settings: BlockSettings = workerData;
const resources = loadResources(settings.resources);

parentPort?.on('message', ({ index, task }: WorkerRequest) => {
  void resources.then((loaded) => {
    const answer: WorkerAnswer = { index, ...processArticle(task, loaded, settings) };
    // The text moves to the other thread; all else is copied.
    parentPort?.postMessage(answer, answer.block === undefined ? [] : [answer.block.trig.buffer]);
  });
});
