import { describe, expect, it } from 'vitest';
import { packagePath } from '../../src/io/package-files.ts';
import { readQueryLibrary } from '../../src/query/library.ts';
import { dip } from '../../src/rdf/vocabulary.ts';
import { openExample, storeOf } from '../query/example-store.ts';
import { askLibrary } from './ask-library.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import { EXAMPLE_ANSWERS } from './example-answers.ts';
import { PRESS_ANSWERS } from './press-answers.ts';
import { pressCorpus } from './press-corpus.ts';
import { withInferred } from './with-inferred.ts';

const store = openExample();
const library = readQueryLibrary(packagePath('queries'));

describe('the library on the example', () => {
  it.each(
    EXAMPLE_ANSWERS.map(
      (answer) => [`${answer.query} ${JSON.stringify(answer.parameters ?? {})}`, answer] as const,
    ),
  )('answers %s', async (_, answer) => {
    expect(await askLibrary(answer, store)).toEqual(answer.yes ?? answer.rows);
  });

  it('walks a nested claim from the outermost report inwards', async () => {
    const [nested] = [...store.find({ predicate: dip.reportedIn })];
    const claim = nested?.subject.value ?? '';
    expect(
      await askLibrary(
        { query: 'chain', parameters: { claim }, columns: 'depth position role agentName inferred cue' },
        store,
      ),
    ).toEqual([
      '0 | 1 | dip:Publisher | Cairo Courier | false | added',
      '0 | 2 | dip:Speaker | Samir Halim | false | added',
      '0 | 3 | dip:Holder | Samir Halim | false | added',
      '0 | 4 | dip:Principal | Egypt | true | added',
      '1 | 1 | dip:Publisher | Cairo Courier | false | doubts',
      '1 | 2 | dip:Speaker | Samir Halim | false | doubts',
      '1 | 3 | dip:Holder | Sudan | false | doubts',
    ]);
  });

  it('is tested query by query', () => {
    const tested = new Set(['chain', ...[...EXAMPLE_ANSWERS, ...PRESS_ANSWERS].map(({ query }) => query)]);
    expect(library.map(({ name }) => name).filter((name) => !tested.has(name))).toEqual([]);
  });
});

describe('the library on an invented press corpus', () => {
  const press = createClaimStore(withInferred(pressCorpus()));

  it.each(
    PRESS_ANSWERS.map(
      (answer) => [`${answer.query} ${JSON.stringify(answer.parameters ?? {})}`, answer] as const,
    ),
  )('answers %s', async (_, answer) => {
    expect(await askLibrary(answer, press)).toEqual(answer.yes ?? answer.rows);
  });
});

describe('asserted-as-fact', () => {
  it('finds a position that is stated outside a triple term', async () => {
    const wrong = storeOf('ex:g { ex:us dip:rejects ex:nato }');
    expect(await askLibrary({ query: 'asserted-as-fact' }, wrong)).toBe(true);
  });
});

describe('proposals', () => {
  it('are shown with the replies of others', async () => {
    const claims = storeOf(`
      ex:p dip:issue ex:swap ; dip:stance dip:proposes ; dip:holder ex:kyiv ; dip:quotation "suggested a swap" .
      ex:r dip:issue ex:swap ; dip:stance dip:rejects ; dip:holder ex:moscow ; dip:quotation "impossible" .
      ex:o dip:issue ex:swap ; dip:stance dip:supports ; dip:holder ex:kyiv ; dip:quotation "we insist" .
      ex:swap skos:prefLabel "Swap" . ex:kyiv skos:prefLabel "Kyiv" . ex:moscow skos:prefLabel "Moscow" .`);
    expect(
      await askLibrary(
        { query: 'proposals', columns: 'proposerName issueName proposal replierName reply replyWords' },
        claims,
      ),
    ).toEqual(['Kyiv | Swap | suggested a swap | Moscow | dip:rejects | impossible']);
  });
});

describe('every query of the library', () => {
  it.each(library.map((query) => [query.name, query] as const))(
    '%s has a title and a question',
    (_, query) => {
      expect(query.title).toMatch(/\S/u);
      expect(query.question).toMatch(/\S/u);
    },
  );
});
