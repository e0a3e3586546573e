import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeArticle } from '../../src/graph/encode-article.ts';
import { encodeRun } from '../../src/graph/encode-run.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';
import { readClaims } from '../../src/pipeline.ts';
import { loadResources } from '../../src/resources.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';
import { askLibrary } from './ask-library.ts';
import { SAMPLE_ANSWERS } from './sample-answers.ts';

const ARTICLES = 'data/articles';
let store: ClaimStore;

beforeAll(async () => {
  const resources = await loadResources();
  const files = readdirSync(ARTICLES).filter((name) => name.endsWith('.txt'));
  const articles = files.flatMap((name) => {
    const file = { path: name, bytes: readFileSync(`${ARTICLES}/${name}`) };
    return readArticles(file, resources.outlets).articles;
  });
  const run = encodeRun({ version: 'test', resources: {} }, resources.positions.issues);
  const claims = articles.flatMap((article) => encodeArticle(readClaims(article, resources)));
  store = createClaimStore([...run, ...claims]);
});

describe('the library on the sample article', () => {
  it.each(
    SAMPLE_ANSWERS.map(
      (answer) => [`${answer.query} ${JSON.stringify(answer.parameters ?? {})}`, answer] as const,
    ),
  )('answers %s', async (_, answer) => {
    expect(await askLibrary(answer, store)).toEqual(answer.yes ?? answer.rows);
  });
});
