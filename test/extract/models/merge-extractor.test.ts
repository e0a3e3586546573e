import { describe, expect, it } from 'vitest';

import { mergeAttributions } from '../../../src/extract/models/merge-extractor.ts';
import type { Attribution, CueKind } from '../../../src/model/attribution.ts';

const text = 'Baku warned that the truce would fail, and Tbilisi agreed to new talks on trade.';

function span(words: string): { readonly start: number; readonly end: number } {
  const start = text.indexOf(words);
  return { start, end: start + words.length };
}

interface Sketch {
  readonly by: string;
  readonly source?: string;
  readonly cue?: string;
  readonly content: string;
  readonly confidence?: number;
  readonly kind?: CueKind;
}

function attribution({ by, source, cue, content, confidence = 0.8, kind = 'speech' }: Sketch): Attribution {
  return {
    index: 0,
    source: source === undefined ? [] : [span(source)],
    cue: cue === undefined ? [] : [span(cue)],
    content: content.split(' … ').map(span),
    cueToken: cue === undefined ? -1 : text.slice(0, span(cue).start).split(' ').length - 1,
    cueKind: cue === undefined ? 'none' : kind,
    negated: false,
    reporting: 'indirect',
    foundBy: [by],
    confidence,
  };
}

/** The merge of both, the models thinking of each token of the text as a cue what `probability` says. */
function merge(
  rules: readonly Sketch[],
  models: readonly Sketch[],
  probability = 0.5,
): readonly Attribution[] {
  const cueProbabilities = new Float32Array(text.split(' ').length).fill(probability);
  return mergeAttributions(rules.map(attribution), {
    attributions: models.map(attribution),
    cueProbabilities,
  });
}

const warning: Sketch = { by: 'models', source: 'Baku', cue: 'warned', content: 'the truce would fail' };

const cases: readonly {
  readonly title: string;
  readonly rules: readonly Sketch[];
  readonly models: readonly Sketch[];
  readonly merged: readonly string[];
}[] = [
  {
    title: 'keeps what only the models found',
    rules: [],
    models: [warning],
    merged: ['Baku | warned | the truce would fail | models'],
  },
  {
    title: 'keeps what only a reliable rule found',
    rules: [{ ...warning, by: 'rules/indirect-speech' }],
    models: [],
    merged: ['Baku | warned | the truce would fail | rules/indirect-speech'],
  },
  {
    title: 'leaves out what only an unreliable rule found',
    rules: [{ ...warning, by: 'rules/parenthesis', confidence: 0.2 }],
    models: [],
    merged: [],
  },
  {
    title: 'names both where both found the cue',
    rules: [{ ...warning, by: 'rules/indirect-speech' }],
    models: [warning],
    merged: ['Baku | warned | the truce would fail | rules/indirect-speech+models'],
  },
  {
    title: 'takes a missing source from the other',
    rules: [{ ...warning, by: 'rules/indirect-speech' }],
    models: [{ by: 'models', cue: 'warned', content: 'the truce would fail' }],
    merged: ['Baku | warned | the truce would fail | rules/indirect-speech+models'],
  },
  {
    title: 'drops what only the models found and nobody says',
    rules: [],
    models: [{ by: 'models', cue: 'warned', content: 'the truce would fail' }],
    merged: [],
  },
  {
    title: 'keeps both sides of a sentence that the report interrupts',
    rules: [{ ...warning, by: 'rules/indirect-speech', cue: 'and', content: 'the truce … new talks' }],
    models: [{ ...warning, cue: 'and', content: 'new talks on trade' }],
    merged: ['Baku | and | the truce … new talks | rules/indirect-speech+models'],
  },
  {
    title: 'leaves a quotation to the surer of two speakers, and the other what else it holds',
    rules: [
      { ...warning, by: 'rules/direct-quotation', content: 'new talks on trade', confidence: 0.9 },
      {
        by: 'rules/object-report',
        source: 'Tbilisi',
        cue: 'agreed',
        content: 'the truce … new talks on trade',
        confidence: 0.6,
      },
    ],
    models: [],
    merged: [
      'Baku | warned | new talks on trade | rules/direct-quotation',
      'Tbilisi | agreed | the truce | rules/object-report',
    ],
  },
  {
    title: 'keeps a rule without a cue, such as a free quotation',
    rules: [{ by: 'rules/free-quotation', content: 'new talks on trade' }],
    models: [warning],
    merged: [
      'Baku | warned | the truce would fail | models',
      ' |  | new talks on trade | rules/free-quotation',
    ],
  },
  {
    title: 'drops a free quotation that the models give to a speaker',
    rules: [{ by: 'rules/free-quotation', content: 'the truce would fail' }],
    models: [warning],
    merged: ['Baku | warned | the truce would fail | models'],
  },
  {
    title: 'keeps the attributions of two cues apart',
    rules: [{ by: 'rules/indirect-speech', source: 'Tbilisi', cue: 'agreed', content: 'new talks on trade' }],
    models: [warning],
    merged: [
      'Baku | warned | the truce would fail | models',
      'Tbilisi | agreed | new talks on trade | rules/indirect-speech',
    ],
  },
];

function lineOf({ source, cue, content, foundBy }: Attribution): string {
  const words = [source, cue, content].map((spans) => spans.map(({ start, end }) => text.slice(start, end)));
  return [...words.map((part) => part.join(' … ')), foundBy.join('+')].join(' | ');
}

describe('the merge of rules and models', () => {
  it.each(cases)('$title', ({ rules, models, merged }) => {
    const result = merge(rules, models);
    expect(result.map(lineOf)).toEqual(merged);
    expect(result.map(({ index }) => index)).toEqual(merged.map((_, index) => index));
  });

  it('leaves out a rule’s cue that the models do not believe in, unless it is an act', () => {
    const sketch = { ...warning, by: 'rules/object-report' };
    expect(merge([sketch], [], 0.001)).toEqual([]);
    expect(merge([{ ...sketch, kind: 'act' }], [], 0.001)).toHaveLength(1);
  });

  it('keeps a sure pledge, readiness or fixed phrase that the models’ corpora never annotate', () => {
    const sketch = { ...warning, by: 'rules/infinitive-report', confidence: 0.71 };
    expect(merge([sketch], [], 0.001)).toHaveLength(1);
    expect(merge([{ ...sketch, confidence: 0.6 }], [], 0.001)).toEqual([]);
  });

  it('is surer of what both found than of what one did', () => {
    const [both] = merge([{ ...warning, by: 'rules/indirect-speech' }], [warning]);
    expect(both?.confidence).toBeGreaterThan(0.8);
    expect(both?.confidence).toBeLessThan(1);
  });

  it('is no surer where the two disagree about the content', () => {
    const [both] = merge([{ ...warning, by: 'rules/indirect-speech', content: 'new talks' }], [warning]);
    expect(both?.confidence).toBe(0.8);
  });
});
