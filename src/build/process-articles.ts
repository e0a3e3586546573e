import { setFlagsFromString } from 'node:v8';
import { Worker } from 'node:worker_threads';
import type { ChangePhrase } from '../infer/change-phrases.ts';
import { namedNode } from '../rdf/terms.ts';
import { readClaims } from '../pipeline.ts';
import { loadResources } from '../resources.ts';
import type { ResourceOptions, Resources } from '../resources.ts';
import { writeArticleBlock } from './article-block.ts';
import type { ArticleBlock } from './article-block.ts';
import type { ArticleOutcome, ArticleTask } from './build-graph.ts';

/** What makes a block besides the article: it goes to every worker. */
export interface BlockSettings {
  /** IRI of the run. */
  readonly run: string;
  readonly base?: string;
  readonly includeText: boolean;
  /** The words that say that a position changed; with them blocks bring what inference takes. */
  readonly phrases?: readonly ChangePhrase[];
  readonly resources: ResourceOptions;
}

/** A task as it goes to a worker. */
export interface WorkerRequest {
  readonly index: number;
  readonly task: ArticleTask;
}

/** A task's outcome as it comes back. */
export interface WorkerAnswer {
  readonly index: number;
  readonly block?: ArticleBlock;
  readonly failure?: string;
}

/** Fewer articles than this are not worth a further worker, which must load its own models. */
const ARTICLES_PER_WORKER = 8;

/**
 * How much code a function runs before V8 compiles it for speed, in bytes of bytecode; several times what V8 has. Each
 * worker compiles for itself, in further threads that take the cores from the workers: over 240 articles of Wikinews two
 * workers and what they compile took 34 s of processor time, with this 29 s.
 */
const INTERRUPT_BUDGET = 600_000;

/** Reads one article and writes its block; a bug of ours becomes a failure, so that the other articles go on. */
export function processArticle(
  { article, fingerprint, decisions }: ArticleTask,
  resources: Resources,
  settings: BlockSettings,
): Omit<ArticleOutcome, 'task'> {
  try {
    const options = {
      includeText: settings.includeText,
      run: namedNode(settings.run),
      issues: new Map(resources.positions.issues.map((issue) => [issue.id, issue])),
      ...(settings.base === undefined ? {} : { base: settings.base }),
    };
    const { phrases } = settings;
    return {
      block: writeArticleBlock(readClaims(article, resources, decisions), options, {
        fingerprint,
        ...(phrases === undefined ? {} : { phrases }),
      }),
    };
  } catch (error) {
    return { failure: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}

async function* processHere(
  tasks: readonly ArticleTask[],
  resources: Resources,
  settings: BlockSettings,
): AsyncGenerator<ArticleOutcome> {
  for (const task of tasks) {
    yield { task, ...processArticle(task, resources, settings) };
    // Lets a signal or a progress line through between two articles.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

async function* processInWorkers(
  tasks: readonly ArticleTask[],
  settings: BlockSettings,
  { count, signal }: { readonly count: number; readonly signal?: AbortSignal | undefined },
): AsyncGenerator<ArticleOutcome> {
  setFlagsFromString(`--interrupt-budget=${INTERRUPT_BUDGET}`);
  const workers = Array.from(
    { length: count },
    () => new Worker(new URL('article-worker.js', import.meta.url), { workerData: settings }),
  );
  const answers: WorkerAnswer[] = [];
  let wake: (() => void) | undefined;
  let broken: Error | undefined;
  let next = 0;
  const giveWork = (worker: Worker): void => {
    const task = tasks[next];
    if (task === undefined) return;
    worker.postMessage({ index: next, task } satisfies WorkerRequest);
    next += 1;
  };
  const stop = (): void => wake?.();
  signal?.addEventListener('abort', stop);
  try {
    for (const worker of workers) {
      worker.on('message', (answer: WorkerAnswer) => {
        answers.push(answer);
        giveWork(worker);
        wake?.();
      });
      worker.on('error', (error: unknown) => {
        broken = error instanceof Error ? error : new Error(String(error));
        wake?.();
      });
      giveWork(worker);
    }
    for (let done = 0; done < tasks.length;) {
      const answer = answers.shift();
      if (answer === undefined) {
        // An article that takes for ever ends with its worker.
        if (signal?.aborted === true) return;
        await new Promise<void>((resolve) => {
          wake = resolve;
          if (broken !== undefined || answers.length > 0) resolve();
        });
        if (broken !== undefined) throw broken;
        continue;
      }
      const { index, ...outcome } = answer;
      const task = tasks[index];
      if (task === undefined)
        throw new Error(`a worker answered for article ${index}, which nobody asked for`);
      done += 1;
      yield { task, ...outcome };
    }
  } finally {
    signal?.removeEventListener('abort', stop);
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

/**
 * How many workers do so many articles: none where they are too few to be worth one. The articles are done in this
 * thread then, where no signal is heard while one of them is read.
 */
export function countWorkers(articles: number, jobs: number): number {
  const worthwhile = Math.floor(articles / ARTICLES_PER_WORKER);
  return Math.min(worthwhile, Math.max(1, jobs));
}

/**
 * Does the articles in this thread, or in as many workers as `jobs` allows and the number of articles rewards. When the
 * signal is given, workers are ended with whatever they are at.
 */
export async function* processArticles(
  tasks: readonly ArticleTask[],
  settings: BlockSettings,
  {
    jobs,
    resources,
    signal,
  }: {
    readonly jobs: number;
    readonly resources?: Resources;
    readonly signal?: AbortSignal;
  },
): AsyncGenerator<ArticleOutcome> {
  if (tasks.length === 0) return;
  const count = countWorkers(tasks.length, jobs);
  if (count > 0) yield* processInWorkers(tasks, settings, { count, signal });
  else yield* processHere(tasks, resources ?? (await loadResources(settings.resources)), settings);
}
