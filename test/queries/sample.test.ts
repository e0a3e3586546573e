import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readQuads } from '../../src/cli/read-quads.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import { askLibrary } from './ask-library.ts';
import { SAMPLE_ANSWERS } from './sample-answers.ts';

/** The claim graph of the sample article, as `demarche build` writes it. */
const SAMPLE_GRAPH = 'test/fixtures/graph/sample.trig';

describe.skipIf(!existsSync(SAMPLE_GRAPH))('the library on the sample article', () => {
  it.each(
    SAMPLE_ANSWERS.map(
      (answer) => [`${answer.query} ${JSON.stringify(answer.parameters ?? {})}`, answer] as const,
    ),
  )('answers %s', async (_, answer) => {
    const store = createClaimStore(await readQuads(SAMPLE_GRAPH));
    expect(await askLibrary(answer, store)).toEqual(answer.yes ?? answer.rows);
  });
});
