import { readdirSync, readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadAskKnowledge } from '../../src/cli/ask-knowledge.ts';
import { parseQuestionLexicon } from '../../src/ask/question-lexicon.ts';
import { isSlipOf, readWords, stemName } from '../../src/ask/question-word.ts';
import { understandQuestion } from '../../src/ask/understand-question.ts';
import { encodeArticle } from '../../src/graph/encode-article.ts';
import { encodeRun } from '../../src/graph/encode-run.ts';
import { readArticles } from '../../src/ingest/read-articles.ts';
import { packagePath } from '../../src/io/package-files.ts';
import { namedNode } from '../../src/rdf/terms.ts';
import { skos } from '../../src/rdf/vocabulary.ts';
import { readClaims } from '../../src/pipeline.ts';
import { bindParameters } from '../../src/query/bind-parameters.ts';
import { readLibraryQuery } from '../../src/query/library.ts';
import { createNameResolver } from '../../src/query/name-resolver.ts';
import { loadResources } from '../../src/resources.ts';
import { createClaimStore } from '../../src/store/claim-store.ts';
import type { ClaimStore } from '../../src/store/claim-store.ts';
import { openExample } from '../query/example-store.ts';
import { openStrait } from './strait-graph.ts';
import { STRAIT_QUESTIONS } from './strait-questions.ts';
import { EXAMPLE_QUESTIONS, SAMPLE_QUESTIONS } from './questions.ts';

const knowledge = loadAskKnowledge('2022-11-23');
let sample: ClaimStore;

beforeAll(async () => {
  const resources = await loadResources();
  const { issues } = resources.positions;
  const articles = readdirSync('data/articles').flatMap((name) => {
    const path = `data/articles/${name}`;
    return readArticles({ path, bytes: readFileSync(path) }, resources.outlets).articles;
  });
  sample = createClaimStore([
    ...encodeRun({ version: 'test', resources: {} }, issues),
    ...articles.flatMap((article) => encodeArticle(readClaims(article, resources))),
  ]);
});

/** What a question comes to, in the form of the table. */
function show(question: string, store: ClaimStore): string {
  const understanding = understandQuestion(question, store, knowledge);
  if (understanding.kind === 'ambiguous') return `choose ${understanding.what}`;
  if (understanding.kind === 'unanswerable') return `problem: ${understanding.problem}`;
  const { query, parameters, namesakes } = understanding;
  // What is chosen must be accepted by the library.
  const file = readLibraryQuery(packagePath('queries'), query);
  bindParameters(file, parameters, createNameResolver(store));
  const nameOf = (value: string): string => {
    // Actors by their label, which holds whatever register names them; issues by their id.
    const [label] = store.find({ subject: namedNode(value), predicate: skos.prefLabel });
    const id = value.split(/[/#]/u).at(-1) ?? value;
    return value.includes('/issue/') ? id : (label?.object.value ?? id);
  };
  const values = [...parameters].map(([name, value]) => `${name}=${nameOf(value)}`);
  return [query, ...values, ...(namesakes.length === 0 ? [] : [`+${namesakes.length}`])].join(' ');
}

describe.each([
  ['the sample', SAMPLE_QUESTIONS, (): ClaimStore => sample],
  ['the example', EXAMPLE_QUESTIONS, openExample],
  ['the strait', STRAIT_QUESTIONS, openStrait],
] as const)('a question to %s', (_, questions, open) => {
  it.each(questions.map((asked) => [asked.question, asked] as const))('%s', (question, asked) => {
    const wanted = asked.query ?? (asked.choose === undefined ? 'problem' : `choose ${asked.choose}`);
    const shown = show(question, open());
    expect(asked.problem === undefined ? shown : shown.split(':', 1)[0]).toBe(wanted);
    expect(shown).toContain(asked.problem ?? '');
  });
});

describe('any words', () => {
  const phrases = [...knowledge.lexicon.meanings.keys()];
  const names = [
    'Turkey',
    'Greece',
    'Modi',
    'Reuters',
    'Istanbul canal',
    'Brexit',
    'arms embargo',
    '2019',
    'March 2020',
    'last week',
  ];
  const word = fc.oneof(fc.constantFrom(...phrases), fc.constantFrom(...names), fc.string({ maxLength: 6 }));
  const strait = openStrait();

  it('come to a query that the library takes, to a choice, or to a reason why not', () => {
    fc.assert(
      fc.property(fc.array(word, { maxLength: 8 }), (words) => {
        expect(show(words.join(' '), strait)).not.toBe('');
      }),
      { numRuns: 60 },
    );
  });
});

describe('words of a question', () => {
  it.each([
    ['rejected', 'reject'],
    ['elections', 'election'],
    ['countries', 'country'],
    ['defense', 'defenc'],
    ['defence', 'defenc'],
    ['process', 'process'],
    ['swapping', 'swap'],
  ])('%s is found as %s', (word, stem) => {
    expect(stemName(word)).toBe(stem);
  });

  it('lose possessive endings and the dots of letters', () => {
    expect(readWords("Ukraine's U.S. talks’ end").map(({ form }) => form)).toEqual([
      'Ukraine',
      'US',
      'talks',
      'end',
    ]);
  });

  it.each([
    ['kosovo', 'kosobo', true],
    ['kosovo', 'kosvo', true],
    ['kosovo', 'koosovo', true],
    ['kosovo', 'kosoov', true],
    ['kosovo', 'kossova', false],
    ['iran', 'iraq', false],
  ])('%s and %s are one word but for a slip: %s', (left, right, expected) => {
    expect(isSlipOf(left, right)).toBe(expected);
  });
});

describe('the lexicon of questions', () => {
  it('names the line that is wrong', () => {
    expect(() => parseQuestionLexicon('# list\nstance:rejects reject', 'x.tsv')).toThrow('x.tsv:2');
  });
});
