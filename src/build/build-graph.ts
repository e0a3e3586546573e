import { rm } from 'node:fs/promises';
import type { ChangePhrase } from '../infer/change-phrases.ts';
import type { Facts } from '../infer/read-facts.ts';
import { refusing } from '../io/file-error.ts';
import { writeAtomically } from '../io/write-atomically.ts';
import type { Article } from '../model/article.ts';
import type { Diagnostic } from '../model/diagnostic.ts';
import type { UserDecision } from '../model/user-decision.ts';
import { articleKey } from '../rdf/iris.ts';
import { parseRdf } from '../rdf/parse-rdf.ts';
import { assembleGraphFile, INFERRED_GRAPH, RUN_GRAPH } from './assemble-graph-file.ts';
import { fingerprintArticle, readContents } from './article-block.ts';
import type { ArticleBlock, BlockContents, BlockSummary } from './article-block.ts';
import { graphFileHeader, readGraphBlock, scanGraphFile } from './graph-file.ts';
import { readKeptGraphs } from './kept-graphs.ts';
import type { GraphBlock, GraphFile } from './graph-file.ts';
import { inferFromBlocks } from './inferred-block.ts';
import type { Inference, InferenceSummary } from './inferred-block.ts';
import { holdGraph } from './hold-graph.ts';
import { openPartialFile } from './partial-file.ts';
import type { PartialFile } from './partial-file.ts';
import { withoutDuplicates } from './without-duplicates.ts';
import { Tally } from './tally.ts';
import type { BuildCounts } from './tally.ts';

/** One article done, as a build tells it. */
export interface BuildStep {
  /** Articles done so far, this one included. */
  readonly done: number;
  readonly total: number;
  readonly article: Article;
  readonly summary: BlockSummary;
  /** The article stood unchanged in the graph or in an interrupted build. */
  readonly reused: boolean;
}

/** An article to be done, with the fingerprint that its block will carry. */
export interface ArticleTask {
  readonly article: Article;
  readonly fingerprint: string;
  /** What persons decided on the article's actors, in order of time. */
  readonly decisions?: readonly UserDecision[];
}

/** An article done, or the reason why not. */
export interface ArticleOutcome {
  readonly task: ArticleTask;
  readonly block?: ArticleBlock;
  /** The error's stack: a bug of ours. */
  readonly failure?: string;
}

/** What a build needs. */
export interface BuildRequest {
  readonly articles: readonly Article[];
  /** The graph file. */
  readonly output: string;
  /** IRI of the run: the same software, resources and options. */
  readonly run: string;
  /** The graph of the run with its issues, as serialised TriG without prefixes. */
  readonly runBlock: string;
  readonly base?: string;
  /** Keeps the articles of the graph that are not among these; otherwise they are left out. */
  readonly keepOthers?: boolean;
  /** Does every article again. */
  readonly fresh?: boolean;
  /** Does the articles, in any order. */
  readonly process: (tasks: readonly ArticleTask[]) => AsyncIterable<ArticleOutcome>;
  /** Derives positions from the claims; without it the graph holds nothing inferred. */
  readonly inference?: Inference;
  readonly observe?: (step: BuildStep) => void;
  readonly signal?: AbortSignal;
}

/** What a build did. */
export interface BuildReport extends BuildCounts {
  /** Articles of the graph before that are not in it any more. */
  readonly dropped: number;
  readonly inferred?: InferenceSummary;
  readonly diagnostics: readonly Diagnostic[];
}

/** The build was stopped; what is done is kept for the next one. */
export class BuildInterrupted extends Error {
  readonly done: number;

  constructor(done: number) {
    super('the build was interrupted');
    this.name = 'BuildInterrupted';
    this.done = done;
  }
}

/** The blocks by graph name; none where the file has other prefixes, under which the same words mean other IRIs. */
function indexBlocks({ prefixes, blocks }: GraphFile, header: string): ReadonlyMap<string, GraphBlock> {
  return new Map(prefixes === header ? blocks.map((block) => [block.graph, block]) : []);
}

async function recallBlock(
  block: GraphBlock,
  header: string,
  phrases: readonly ChangePhrase[] | undefined,
): Promise<BlockContents> {
  const text = header + (await readGraphBlock(block));
  return readContents(await parseRdf(text, { format: 'trig', where: block.file }), phrases);
}

/** The name of an article's graph as graph files write it. */
function graphNameOf(sha256: string): string {
  return `graph:${articleKey(sha256)}`;
}

/** Does the articles that are not yet done, each into the partial file as soon as it is finished. */
async function processTasks(
  request: BuildRequest,
  tasks: readonly ArticleTask[],
  partial: PartialFile,
  finish: (article: Article, block: GraphBlock, contents: BlockContents) => void,
): Promise<readonly Diagnostic[]> {
  const failures: Diagnostic[] = [];
  for await (const { task, block, failure } of request.process(tasks)) {
    if (request.signal?.aborted === true) break;
    const { article, fingerprint } = task;
    if (block === undefined) {
      const message = `left out because of an internal error, please report it: ${failure ?? 'unknown'}`;
      failures.push({ severity: 'error', where: article.origin, message });
      continue;
    }
    finish(article, await partial.append(graphNameOf(article.sha256), fingerprint, block.trig), block);
  }
  return failures;
}

/**
 * Brings a graph file up to date with its articles. Articles that stand in it unchanged, made by the same run, are not
 * done again. Finished articles go to `OUTPUT.partial` at once, so that an interrupted build is taken up where it
 * stopped; the graph itself is replaced in one step at the end. Graphs that no article made, such as reviews, stay,
 * and what persons decided in them is applied; what is inferred is never kept but derived anew from all claims.
 * One build at a time writes a graph, and nothing but a graph is ever replaced.
 * @throws BuildInterrupted when the signal was given: the graph is as it was.
 */
export async function buildGraph(request: BuildRequest): Promise<BuildReport> {
  const { output } = request;
  const release = await holdGraph(output);
  try {
    return await updateGraph(request);
  } finally {
    await release();
  }
}

async function updateGraph(request: BuildRequest): Promise<BuildReport> {
  const { output } = request;
  const partial = `${output}.partial`;
  const header = graphFileHeader(request.base);
  const phrases = request.inference?.phrases;
  const diagnostics: Diagnostic[] = [];
  const articles = withoutDuplicates(request.articles, diagnostics);
  const scanned = await refusing(output, () => scanGraphFile(output));
  const previous = indexBlocks(scanned, header);
  const interrupted = await refusing(partial, () => scanGraphFile(partial));
  const begun = indexBlocks(interrupted, header);
  const kept = await readKeptGraphs(scanned, header, request.base);
  const wanted = new Set(articles.map(({ sha256 }) => graphNameOf(sha256)));
  const blocks = new Map<string, GraphBlock>();
  const facts = new Map<string, Facts>();
  const tally = new Tally();
  const tasks: ArticleTask[] = [];
  const take = (block: GraphBlock, contents: BlockContents): void => {
    blocks.set(block.graph, block);
    if (contents.facts !== undefined) facts.set(block.graph, contents.facts);
  };
  const step = (article: Article, summary: BlockSummary, reused: boolean): void => {
    tally.add(summary, reused);
    request.observe?.({ done: tally.articles, total: articles.length, article, summary, reused });
  };

  for (const article of articles) {
    const decisions = kept.decisions.get(articleKey(article.sha256)) ?? [];
    const fingerprint = fingerprintArticle(article, request.run, decisions);
    const graph = graphNameOf(article.sha256);
    const block = begun.get(graph) ?? previous.get(graph);
    if (block?.fingerprint === fingerprint && request.fresh !== true) {
      const contents = await recallBlock(block, header, phrases);
      take(block, contents);
      step(article, contents.summary, true);
    } else tasks.push({ article, fingerprint, ...(decisions.length === 0 ? {} : { decisions }) });
  }

  if (tasks.length > 0) {
    const file = await openPartialFile(partial, { header, isBegun: interrupted.prefixes === header });
    const finish = (article: Article, block: GraphBlock, contents: BlockContents): void => {
      take(block, contents);
      step(article, contents.summary, false);
    };
    try {
      diagnostics.push(...(await processTasks(request, tasks, file, finish)));
    } finally {
      await file.close();
    }
  }
  if (request.signal?.aborted === true) throw new BuildInterrupted(tally.articles);

  for (const [graph, block] of begun) if (wanted.has(graph) && !blocks.has(graph)) blocks.set(graph, block);
  let dropped = 0;
  for (const [graph, block] of previous) {
    if (blocks.has(graph) || block.fingerprint === undefined) continue;
    // What was built before stays where the article failed this time, or where asked.
    const stays = wanted.has(graph) || request.keepOthers === true;
    if (!stays) dropped += 1;
    else {
      const contents = await recallBlock(block, header, phrases);
      take(block, contents);
      tally.add(contents.summary, true);
    }
  }
  const articleBlocks = [...blocks.values()];
  const inferred =
    request.inference === undefined
      ? undefined
      : await inferFromBlocks(articleBlocks, request.inference, {
          header,
          known: facts,
          ...(request.base === undefined ? {} : { base: request.base }),
        });
  const graphs = [
    { graph: RUN_GRAPH, text: request.runBlock },
    ...(inferred === undefined ? [] : [{ graph: INFERRED_GRAPH, text: inferred.trig }]),
    ...articleBlocks,
    ...kept.graphs,
  ];
  await writeAtomically(output, assembleGraphFile(header, graphs));
  await rm(partial, { force: true });
  return {
    ...tally.report(),
    dropped,
    ...(inferred === undefined ? {} : { inferred: inferred.summary }),
    diagnostics,
  };
}
