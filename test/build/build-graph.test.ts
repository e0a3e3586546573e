import { createHash } from 'node:crypto';
import { mkdtemp, readFile, readdir, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ArticleBlock } from '../../src/build/article-block.ts';
import { buildGraph, BuildInterrupted } from '../../src/build/build-graph.ts';
import type { ArticleOutcome, ArticleTask, BuildRequest } from '../../src/build/build-graph.ts';
import { frameBlock } from '../../src/build/graph-file.ts';
import { inferGraph } from '../../src/build/infer-graph.ts';
import { replaceBlocks } from '../../src/build/replace-blocks.ts';
import { loadInference } from '../../src/build/inferred-block.ts';
import type { Article } from '../../src/model/article.ts';
import { articleKey } from '../../src/rdf/iris.ts';

function article(id: string, text = `Article ${id}.`, date = '2024-05-01'): Article {
  const sha256 = createHash('sha256').update(text).digest('hex');
  return { id, text, sha256, date, metadata: [], origin: `${id}.txt` };
}

/** A block as the real one is made, but of the article's id alone. */
function blockOf({ article: { id, sha256 }, fingerprint }: ArticleTask): ArticleBlock {
  const key = articleKey(sha256);
  const trig = `GRAPH graph:${key} {\n  claim:${key}\n      a dip:Claim ;\n      dip:quotation "${id}" .\n}\n`;
  return {
    trig: Buffer.from(frameBlock(trig, fingerprint)),
    summary: { claims: 1, lowConfidence: 0, actors: [], issues: [] },
  };
}

/** Blocks with one claim of an actor of its own on one issue each. */
async function* claiming(tasks: readonly ArticleTask[]): AsyncGenerator<ArticleOutcome> {
  for (const task of tasks) {
    const key = articleKey(task.article.sha256);
    const trig = `GRAPH graph:${key} {
  claim:${key}
      a dip:Claim ;
      dip:extractionConfidence 0.9 ;
      dip:holder actor:${key}-e1 ;
      dip:issue issue:treaty ;
      dip:polarity 1 ;
      dip:quotation "${task.article.id}" ;
      dip:stance dip:supports ;
      prov:wasDerivedFrom article:${key} .
}
`;
    const summary = { claims: 1, lowConfidence: 0, actors: [], issues: [] };
    yield { task, block: { trig: Buffer.from(frameBlock(trig, task.fingerprint)), summary } };
  }
}

let output = '';
let processed: string[] = [];

function request(articles: readonly Article[], changes: Partial<BuildRequest> = {}): BuildRequest {
  return {
    articles,
    output,
    run: 'run:1',
    runBlock: 'GRAPH graph:run {\n  run:1\n      a dip:Run .\n}\n',
    async *process(tasks) {
      for (const task of tasks) {
        processed.push(task.article.id);
        yield { task, block: blockOf(task) };
      }
    },
    ...changes,
  };
}

const three = [article('a'), article('b'), article('c')];

beforeEach(async () => {
  output = path.join(await mkdtemp(path.join(tmpdir(), 'build-')), 'graph.trig');
  processed = [];
});

describe('a build', () => {
  it('gives the same bytes whatever the order of the articles', async () => {
    await buildGraph(request(three));
    const first = await readFile(output, 'utf8');
    await buildGraph(request([...three].reverse(), { fresh: true }));
    expect(await readFile(output, 'utf8')).toBe(first);
  });

  it('does only what has changed: a new article, other metadata, another run', async () => {
    await buildGraph(request(three));
    processed = [];
    const report = await buildGraph(request([...three, article('d')]));
    expect(processed).toEqual(['d']);
    expect(report).toMatchObject({ articles: 4, reused: 3, claims: 4 });
    processed = [];
    await buildGraph(request([article('a', 'Article a.', '2024-06-02'), ...three.slice(1)]));
    expect(processed).toEqual(['a']);
    processed = [];
    await buildGraph(request(three, { run: 'run:2' }));
    expect(processed).toEqual(['a', 'b', 'c']);
  });

  it('leaves out articles that are no longer given, and says so, or keeps them when asked', async () => {
    await buildGraph(request(three));
    const kept = await buildGraph(request([article('a')], { keepOthers: true }));
    expect(kept).toMatchObject({ articles: 3, dropped: 0 });
    const left = await buildGraph(request([article('a')]));
    expect(left).toMatchObject({ articles: 1, dropped: 2 });
  });

  it('leaves a merged graph alone, whose articles would stand twice', async () => {
    await buildGraph(request(three));
    const merged = (await readFile(output, 'utf8')).replaceAll(/^# made from .*\n/gmu, '');
    await writeFile(output, merged);
    await expect(buildGraph(request(three))).rejects.toThrow(/holds articles from "demarche merge"/u);
    expect(await readFile(output, 'utf8')).toBe(merged);
  });

  it('keeps a graph that no article made, such as reviews', async () => {
    await buildGraph(request(three));
    const review = '\nGRAPH graph:review {\n  claim:1\n      dip:verdict dip:Wrong .\n}\n';
    await writeFile(output, (await readFile(output, 'utf8')) + review);
    await buildGraph(request([article('a')], { fresh: true }));
    expect(await readFile(output, 'utf8')).toContain(review.trim());
  });

  it('derives what is inferred anew, and leaves it out when not asked for it', async () => {
    const inference = loadInference();
    await buildGraph(request(three, { inference, process: claiming }));
    const first = await readFile(output, 'utf8');
    expect(first.match(/^GRAPH graph:inferred /gm)).toHaveLength(1);
    expect(first.match(/a dip:Position, /g)).toHaveLength(3);
    await buildGraph(request(three.slice(0, 2), { inference, process: claiming }));
    const second = await readFile(output, 'utf8');
    expect(second.match(/a dip:Position, /g)).toHaveLength(2);
    await buildGraph(request(three, { inference, process: claiming }));
    expect(await readFile(output, 'utf8')).toBe(first);
    await buildGraph(request(three, { process: claiming }));
    const bare = await readFile(output, 'utf8');
    expect(bare).not.toContain('graph:inferred');
    const summary = await inferGraph(output, inference);
    expect(summary).toMatchObject({ positions: 3, changes: 0 });
    expect(await readFile(output, 'utf8')).toBe(first);
  });

  it('is stopped without touching the graph and goes on where it stopped', async () => {
    await buildGraph(request([article('old')]));
    const before = await readFile(output, 'utf8');
    const controller = new AbortController();
    const stopped = buildGraph(
      request(three, {
        signal: controller.signal,
        observe: ({ done }) => {
          if (done === 2) controller.abort();
        },
      }),
    );
    await expect(stopped).rejects.toThrow(BuildInterrupted);
    expect(await readFile(output, 'utf8')).toBe(before);
    processed = [];
    await buildGraph(request(three));
    expect(processed).toEqual(['c']);
    const resumed = await readFile(output, 'utf8');
    await buildGraph(request(three, { fresh: true }));
    expect(await readFile(output, 'utf8')).toBe(resumed);
    expect(await readdir(path.dirname(output))).toEqual(['graph.trig']);
  });

  it('was two builds at once into one graph, which lost most of it: the second is refused', async () => {
    let second: Promise<unknown> | undefined;
    await buildGraph(
      request(three, {
        observe: ({ done }) => {
          if (done === 1) second = buildGraph(request([article('d')])).catch((error: unknown) => error);
        },
      }),
    );
    await expect(second).resolves.toMatchObject({ name: 'InputError', where: output });
    const report = await buildGraph(request(three));
    expect(report).toMatchObject({ articles: 3, reused: 3 });
  });

  it('was an inference during a build, which lost the one or the other: it is refused', async () => {
    const inference = loadInference();
    await buildGraph(request(three, { inference, process: claiming }));
    let second: Promise<unknown> | undefined;
    await buildGraph(
      request([article('d')], {
        observe: () => {
          second = inferGraph(output, inference).catch((error: unknown) => error);
        },
      }),
    );
    await expect(second).resolves.toMatchObject({ name: 'InputError', where: output });
    await inferGraph(output, inference);
    expect(await readdir(path.dirname(output))).toEqual(['graph.trig']);
  });

  it('is the same bytes whoever writes the graph: a build, an inference or a decision', async () => {
    const inference = loadInference();
    await buildGraph(request(three, { inference, process: claiming }));
    const review = 'GRAPH graph:review {\n  claim:1\n      dip:verdict dip:Wrong .\n}\n';
    await replaceBlocks(output, new Map([['graph:review', review]]));
    const decided = await readFile(output, 'utf8');
    expect(decided).toContain(review);
    await inferGraph(output, inference);
    expect(await readFile(output, 'utf8')).toBe(decided);
    await buildGraph(request(three, { inference, process: claiming }));
    expect(await readFile(output, 'utf8')).toBe(decided);
  });

  it('keeps what was built of an article that now fails, and names it', async () => {
    await buildGraph(request(three));
    const report = await buildGraph(
      request(three, {
        fresh: true,
        async *process(tasks) {
          for (const task of tasks) {
            if (task.article.id === 'b') yield { task, failure: 'TypeError: x' };
            else yield { task, block: blockOf(task) };
          }
        },
      }),
    );
    expect(report.diagnostics.map(({ where }) => where)).toEqual(['b.txt']);
    expect(await readFile(output, 'utf8')).toContain('dip:quotation "b"');
  });

  it('takes a text that is given twice once, with a warning', async () => {
    const report = await buildGraph(request([article('a'), article('copy', 'Article a.')]));
    expect(report.articles).toBe(1);
    expect(report.diagnostics).toEqual([
      { severity: 'warning', where: 'copy.txt', message: 'has the same text as a.txt: taken once' },
    ]);
  });
});
