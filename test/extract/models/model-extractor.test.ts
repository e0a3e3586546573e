import { readFileSync } from 'node:fs';
import { assert, constantFrom, property, array, string } from 'fast-check';
import { describe, expect, it } from 'vitest';

import {
  ATTRIBUTION_MODEL_FILES,
  readAttributionModels,
} from '../../../src/extract/models/attribution-models.ts';
import { parseLexicalClasses } from '../../../src/extract/models/lexical-classes.ts';
import { createMergeExtractor } from '../../../src/extract/models/merge-extractor.ts';
import { createModelExtractor } from '../../../src/extract/models/model-extractor.ts';
import { parseNounKinds } from '../../../src/extract/noun-kinds.ts';
import { parseReportingLexicon } from '../../../src/extract/reporting-lexicon.ts';
import { createRuleExtractor } from '../../../src/extract/rule-extractor.ts';
import { InputError } from '../../../src/model/input-error.ts';
import { overlaps } from '../../../src/model/span.ts';
import { annotate, lineOf } from '../read-attributions.ts';

const data = new URL('../../../data/', import.meta.url);
const readModelFile = (file: string): Uint8Array => readFileSync(new URL(`models/${file}`, data));
const readList = (name: string): string => readFileSync(new URL(`lexicon/${name}.tsv`, data), 'utf8');

const reporting = parseReportingLexicon(readList('reporting'), 'reporting.tsv');
const classes = parseLexicalClasses(readList('lexical-classes'), 'lexical-classes.tsv');
const rules = createRuleExtractor(reporting);
const nounKinds = parseNounKinds(readList('noun-kinds'), 'noun-kinds.tsv');
const models = createModelExtractor(readAttributionModels(readModelFile), rules, {
  reporting,
  classes,
  nounKinds,
});
const merge = createMergeExtractor(rules, models);

/** Sentences made up for this test, with what the models must find in them. */
const sentences: readonly (readonly [text: string, line: string])[] = [
  [
    'The Kenyan foreign minister said on Tuesday that the peace talks would resume in Nairobi.',
    'The Kenyan foreign minister | said | the peace talks would resume in Nairobi',
  ],
  [
    'The ceasefire has been broken twice, according to the United Nations mission.',
    'the United Nations mission | according to | The ceasefire has been broken twice',
  ],
  [
    '“We will not sign this treaty,” Prime Minister Oduya told reporters in Accra.',
    'Prime Minister Oduya | told | “We will not sign this treaty,”',
  ],
  [
    'Analysts believe that the junta will delay the vote.',
    'Analysts | believe | the junta will delay the vote',
  ],
];

/** Words and marks that attributions are made of, to be thrown together. */
const FRAGMENTS =
  'said that " ” “ . , \n\n Rabat warned according to the talks he believes failed : claims demand — ban'.split(
    ' ',
  );

describe('the models', () => {
  it.each(sentences)('read “%s”', (text, line) => {
    const found = models.extract(annotate(text));
    expect(found.map((attribution) => lineOf(text, attribution))).toContain(line);
    expect(found.every(({ foundBy }) => foundBy.join('') === 'models')).toBe(true);
  });

  it('say of a denied cue that it is', () => {
    const [found] = models.extract(annotate('The ministry did not say that the border would reopen.'));
    expect(found).toMatchObject({ cueLemma: 'say', cueKind: 'speech', negated: true });
  });

  it('find nothing in an empty text', () => {
    expect(merge.extract(annotate(''))).toEqual([]);
  });

  it('keep their spans inside any text, content and cue apart, and find the same twice', () => {
    const word = constantFrom(...FRAGMENTS);
    const anyText = array(string({ unit: 'grapheme', maxLength: 6 }), { maxLength: 4 });
    assert(
      property(array(word, { maxLength: 60 }), anyText, (words, odd) => {
        const text = [...words, ...odd, ...words.slice(0, 9)].join(' ');
        const annotated = annotate(text);
        const found = merge.extract(annotated);
        expect(merge.extract(annotated)).toEqual(found);
        for (const { source, cue, content, confidence, parent } of found) {
          for (const { start, end } of [...source, ...cue, ...content]) {
            expect(start).toBeGreaterThanOrEqual(0);
            expect(end).toBeGreaterThan(start);
            expect(end).toBeLessThanOrEqual(text.length);
          }
          expect(content.length).toBeGreaterThan(0);
          expect(content.some((span) => cue.some((other) => overlaps(span, other)))).toBe(false);
          expect(confidence).toBeGreaterThan(0);
          expect(confidence).toBeLessThan(1);
          expect(parent ?? 0).toBeLessThan(found.length);
        }
      }),
      { numRuns: 150 },
    );
  });
});

describe('a model file', () => {
  const [cuesFile, argumentsFile] = ATTRIBUTION_MODEL_FILES;
  const damage: readonly (readonly [string, (bytes: Uint8Array) => Uint8Array])[] = [
    ['that is cut short', (bytes) => bytes.slice(0, bytes.length >> 1)],
    ['that has a wrong byte', (bytes) => bytes.with(bytes.length - 9, (bytes.at(-9) ?? 0) ^ 1)],
    ['that is empty', () => new Uint8Array(0)],
    ['of the other kind', () => readModelFile(argumentsFile)],
  ];

  it.each(damage)('%s is the user’s mistake, with the file’s name', (_, spoil) => {
    const read = (): unknown =>
      readAttributionModels((file) => (file === cuesFile ? spoil(readModelFile(file)) : readModelFile(file)));
    expect(read).toThrow(InputError);
    expect(read).toThrow(cuesFile);
  });
});

describe('the lexical classes', () => {
  it('name file and line of what is malformed', () => {
    expect(() => parseLexicalClasses('# head\nsay\tadverb\tw1:com\n', 'classes.tsv')).toThrow(
      /classes\.tsv:2/u,
    );
  });
});
