import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, it } from 'vitest';

import { readAttributionModels } from '../../src/extract/models/attribution-models.ts';
import { parseLexicalClasses } from '../../src/extract/models/lexical-classes.ts';
import { createModelExtractor } from '../../src/extract/models/model-extractor.ts';
import { parseNounKinds } from '../../src/extract/noun-kinds.ts';
import { parseReportingLexicon } from '../../src/extract/reporting-lexicon.ts';
import type { Extractor } from '../../src/extract/extractor.ts';
import { sliceText } from '../../src/model/span.ts';
import type { Span } from '../../src/model/span.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { readLanguageModels } from '../../src/text/language-models.ts';
import type { AttributionCorpus } from '../../src/train/attribution-corpora.ts';
import type { AttributionRecord } from '../../src/train/attribution-record.ts';
import { ATTRIBUTION_RECIPE, buildAttributionModels } from '../../src/train/build-attribution-models.ts';
import type { TrainedAttributionModels } from '../../src/train/build-attribution-models.ts';

const data = new URL('../../data/', import.meta.url);
const language = readLanguageModels((file) => readFileSync(new URL(`models/${file}`, data)));
const lexicons = {
  reporting: parseReportingLexicon(
    readFileSync(new URL('lexicon/reporting.tsv', data), 'utf8'),
    'reporting.tsv',
  ),
  nounKinds: parseNounKinds(readFileSync(new URL('lexicon/noun-kinds.tsv', data), 'utf8'), 'noun-kinds.tsv'),
  classes: parseLexicalClasses(
    readFileSync(new URL('lexicon/lexical-classes.tsv', data), 'utf8'),
    'lexical-classes.tsv',
  ),
};
/** Rules that find nothing: the models stand alone. */
const noRules: Extractor = { name: 'rules', extract: () => [] };

const SPEAKERS = ['Lima', 'Accra', 'The envoy', 'Her spokesman', 'Hanoi', 'The union', 'Oslo', 'Nairobi'];
const VERBS = ['said', 'warned', 'argued', 'added'];
const CONTENTS = ['the truce holds', 'trade will grow', 'the border stays open', 'the vote was fair'];

/** “Lima said that the truce holds.” and “Hanoi watched as trade will grow.”, which reports nothing. */
const records: readonly AttributionRecord[] = SPEAKERS.map((speaker, index) => {
  let text = '';
  const gold: AttributionRecord['gold'][number][] = [];
  const write = (words: string): Span => {
    const start = text.length;
    text += words;
    return { start, end: text.length };
  };
  for (const [turn, content] of CONTENTS.entries()) {
    const source = write(speaker);
    write(' ');
    const cue = write(VERBS[(index + turn) % VERBS.length] ?? 'said');
    write(' that ');
    gold.push({ source: [source], cue: [cue], content: [write(content)] });
    write(`. ${speaker} watched as ${content}. `);
  }
  return { id: `invented-${index}`, genre: 'news', text, gold, mask: [], partial: false, negative: [] };
});

const corpus: AttributionCorpus = {
  file: 'invented',
  name: 'Invented sentences',
  licence: 'CC0',
  leftOut: [],
  habits: { sharesSubjects: false, ignoresQuoted: false },
  cueWeight: 1,
  argumentWeight: 1,
};

function train(): TrainedAttributionModels {
  return buildAttributionModels(
    [{ corpus, records }],
    { language, folds: [], rules: noRules, lexicons, report: () => undefined },
    {
      ...ATTRIBUTION_RECIPE,
      cues: { ...ATTRIBUTION_RECIPE.cues, minimumUpdates: 1 },
      arguments: { ...ATTRIBUTION_RECIPE.arguments, minimumUpdates: 1 },
    },
  );
}

describe('training of the attribution models', () => {
  let trained: TrainedAttributionModels = { files: new Map(), reliability: [] };
  beforeAll(() => {
    trained = train();
  });

  it('learns a small corpus and goes beyond its words', () => {
    const models = readAttributionModels((file) => trained.files.get(file) ?? new Uint8Array(0));
    const extractor = createModelExtractor(models, noRules, lexicons, { cueBias: 0 });
    const text = 'Quito said that the border stays open. Quito watched as the truce holds.';
    const annotated = annotateText({ id: 'new', text, sha256: '', metadata: [], origin: 'new' }, language);
    const found = extractor
      .extract(annotated)
      .map(({ source, cue, content }) =>
        [source, cue, content].map((spans) => spans.map((span) => sliceText(text, span)).join(' … ')),
      );
    expect(found).toEqual([['Quito', 'said', 'the border stays open']]);
  });

  it('gives the same bytes twice', () => {
    for (const [name, bytes] of train().files) {
      expect(Buffer.compare(bytes, trained.files.get(name) ?? new Uint8Array(0))).toBe(0);
    }
  });

  it('writes recipe and licence into the files', () => {
    const [first] = trained.files.values();
    const header = new TextDecoder().decode(first?.subarray(0, 2000));
    expect(header).toContain('CC BY-SA 4.0');
    expect(header).toContain('Invented sentences');
  });
});
