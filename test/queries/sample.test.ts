import { readdirSync, readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';
import { encodeRun } from '../../src/graph/encode-run.ts';
import { encodeArticle } from '../../src/graph/encode-article.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';
import { readClaims } from '../../src/pipeline.ts';
import { loadResources } from '../../src/resources.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';
import { askLibrary } from './ask-library.ts';
import type { ExpectedAnswer } from './ask-library.ts';
import { KNOWN_DIFFERENCES, SAMPLE_ANSWERS } from './sample-answers.ts';
import { withInferred } from './with-inferred.ts';

const ARTICLES = 'data/articles';
/** The competency questions that the project was given. */
const QUESTIONS = '1 2 3 4 5 6 7 8 9 10 12 13 14 15 16 17 18 19 22 23 25 27 30 31 32 35 37 38 39 40'
  .split(' ')
  .map(Number);
let store: ClaimStore;

beforeAll(async () => {
  const resources = await loadResources();
  const files = readdirSync(ARTICLES).filter((name) => name.endsWith('.txt'));
  const articles = files.flatMap((name) => {
    const file = { path: name, bytes: readFileSync(`${ARTICLES}/${name}`) };
    return readArticles(file, resources.outlets).articles;
  });
  const { issues } = resources.positions;
  const claims = articles.flatMap((article) => encodeArticle(readClaims(article, resources)));
  store = createClaimStore(
    withInferred([...encodeRun({ version: 'test', resources: {} }, issues), ...claims]),
  );
});

async function isRight(answer: ExpectedAnswer): Promise<boolean> {
  const given = await askLibrary(answer, store);
  if (answer.includes !== undefined && typeof given !== 'boolean') {
    return answer.includes.every((row) => given.includes(row));
  }
  return JSON.stringify(given) === JSON.stringify(answer.yes ?? answer.rows);
}

describe('the library on the sample article', () => {
  it.each(
    SAMPLE_ANSWERS.map(
      (answer) =>
        [answer.number, `${answer.query} ${JSON.stringify(answer.parameters ?? {})}`, answer] as const,
    ),
  )('answers question %i by %s', async (_, __, answer) => {
    const given = await askLibrary(answer, store);
    const { includes, rows, yes } = answer;
    // Rows beyond those that the question asks for are no mistake.
    const compared =
      includes === undefined || typeof given === 'boolean'
        ? given
        : includes.filter((row) => given.includes(row));
    expect(compared).toEqual(includes ?? yes ?? rows);
  });

  // Whoever mends one of these moves it to the answers above.
  it.each(KNOWN_DIFFERENCES.map((difference) => [difference.number, difference.wrong, difference] as const))(
    'does not yet answer question %i: %s',
    async (_, __, difference) => {
      expect(await isRight(difference)).toBe(false);
    },
  );

  it('is asked every competency question', () => {
    const asked = new Set([...SAMPLE_ANSWERS, ...KNOWN_DIFFERENCES].map(({ number }) => number));
    expect(QUESTIONS.filter((number) => !asked.has(number))).toEqual([]);
  });
});
