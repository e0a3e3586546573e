import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { comparePredictions } from '../../src/evaluate/bootstrap.ts';
import { compareEvaluations } from '../../src/evaluate/compare-evaluations.ts';
import { countConfusions } from '../../src/evaluate/count-confusions.ts';
import { evaluateClaims, pairDocuments } from '../../src/evaluate/evaluate-claims.ts';
import { groupClaims } from '../../src/evaluate/group-claims.ts';
import { listErrors } from '../../src/evaluate/list-errors.ts';
import { checkSpans, parseClaimDocuments } from '../../src/evaluate/parse-claim-documents.ts';
import type { Agreement } from '../../src/evaluate/measures.ts';
import { scoreDocument } from '../../src/evaluate/score-document.ts';
import { InputError } from '../../src/model/input-error.ts';

const TEXT = 'Chad said Niger agreed. Mali refused to sign.';

/** Where the words stand in the text. */
function span(words: string): { readonly start: number; readonly end: number } {
  const start = TEXT.indexOf(words);
  return { start, end: start + words.length };
}

const GOLD = {
  id: 'a',
  text_sha256: 'f00d',
  entities: [
    { id: 'chad', label: 'Republic of Chad', qid: 'Q657', mentions: [{ ...span('Chad'), surface: 'Chad' }] },
    { id: 'mali', label: 'Mali', qid: 'Q912', mentions: [{ ...span('Mali'), surface: 'Mali' }] },
  ],
  claims: [
    {
      speaker: 'chad',
      holder: 'chad',
      source: [span('Chad')],
      cue: [span('said')],
      content: [span('Niger agreed')],
      issue: 'i1',
      stance: 'asserts',
      polarity: 0,
      reporting: 'indirect',
      certainty: 'certain',
    },
    {
      speaker: 'article',
      holder: 'mali',
      source: [span('Mali')],
      cue: [span('refused')],
      content: [span('to sign')],
      issue: 'i2',
      stance: 'rejects',
      polarity: -1,
      reporting: 'article-voice',
      certainty: 'certain',
    },
  ],
};

// By hand: the first content shares 6 of 6 + 12 characters (Dice 0.67) and its holder is a name of gold’s Chad; the
// second has the content but another holder; the third is nowhere in gold.
const PREDICTED = {
  id: 'a',
  entities: [
    { id: 'x1', label: 'Chad', qid: 'Q657', mentions: [span('Chad')] },
    { id: 'x2', label: 'the Malians', qid: 'Q1', mentions: [span('Mali')] },
  ],
  claims: [
    {
      holder: 'x1',
      source: [span('Chad')],
      cue: [span('said')],
      content: [span('Niger ')],
      issue: 'i1',
      stance: 'supports',
      reporting: 'indirect',
      certainty: 'certain',
    },
    {
      holder: 'Niger',
      source: [span('Niger')],
      cue: [span('refused')],
      content: [span('to sign')],
      polarity: -1,
      reporting: 'indirect',
    },
    {
      holder: 'Mali',
      source: [],
      cue: [],
      content: [span('Mali refused')],
      polarity: 1,
      reporting: 'direct',
    },
  ],
};

const parse = (...documents: readonly object[]): ReturnType<typeof parseClaimDocuments> =>
  parseClaimDocuments(documents.map((document) => JSON.stringify(document)).join('\n'), 'file.jsonl');

describe('evaluateClaims', () => {
  const evaluation = evaluateClaims(parse(GOLD), parse(PREDICTED));

  it('counts as a hand does', () => {
    expect(evaluation).toMatchObject({
      spans: {
        source: { exact: { right: 1, gold: 2, predicted: 2 }, lenient: { right: 1 } },
        cue: { exact: { right: 2, gold: 2, predicted: 2, f1: 1 }, lenient: { right: 2 } },
        content: {
          exact: { right: 1, gold: 2, predicted: 3 },
          lenient: { right: 2, precision: 2 / 3, recall: 1 },
        },
      },
      attributions: { right: 1, gold: 2, predicted: 3 },
      claimsByContent: { right: 2, gold: 2, predicted: 3, f1: 0.8 },
      claims: { right: 1, precision: 1 / 3, recall: 0.5, f1: 0.4, interval: [0.4, 0.4] },
      claimsWithPolarity: { right: 0, f1: 0 },
      polarity: { count: 1, accuracy: 0, macroF1: 0, majority: 1, f1OfClass: { 0: 0 } },
      stance: { count: 1, accuracy: 0 },
      issue: { count: 1, accuracy: 1 },
      reporting: { accuracy: 1 },
      certainty: { accuracy: 1 },
      speaker: { count: 1, accuracy: 1 },
      links: { gold: 2, found: 2, right: 1, wrong: 1, accuracy: 0.5, precision: 0.5 },
      recallByReporting: { indirect: { right: 1, gold: 1 }, 'article-voice': { right: 0, gold: 1 } },
      nested: { found: 0, gold: 0 },
      warnings: [],
    });
  });

  it('finds nothing wrong with gold itself', () => {
    const own = evaluateClaims(parse(GOLD), parse(GOLD));
    expect(own.claims).toMatchObject({ f1: 1, interval: [1, 1] });
    expect(own.polarity).toMatchObject({ accuracy: 1, macroF1: 1 });
    expect(own.links).toMatchObject({ right: 2, wrong: 0 });
    expect(listErrors(pairDocuments(parse(GOLD), parse(GOLD)), new Map())).toEqual([]);
  });

  it('counts a document without prediction as missed and warns', () => {
    const { claims, warnings } = evaluateClaims(
      parse(GOLD, { ...GOLD, id: 'b' }),
      parse({ ...GOLD, id: 'c' }, { ...GOLD, text_sha256: 'beef' }),
    );
    expect(claims).toMatchObject({ right: 2, gold: 4, predicted: 2 });
    expect(warnings).toEqual([
      'prediction for unknown document c left out',
      'a: another text (SHA-256 differs), so that offsets do not compare',
      'no prediction for b',
    ]);
  });

  it('groups gold claims by their own value and predicted ones by theirs', () => {
    const paired = pairDocuments(parse(GOLD), parse(PREDICTED));
    expect(groupClaims(paired, 'kind', new Map())).toEqual([
      {
        group: 'indirect',
        gold: 1,
        found: 1,
        foundWithHolder: 1,
        foundWithPolarity: 0,
        predicted: 2,
        right: 1,
      },
      {
        group: 'article-voice',
        gold: 1,
        found: 1,
        foundWithHolder: 0,
        foundWithPolarity: 0,
        predicted: 0,
        right: 0,
      },
      {
        group: 'direct',
        gold: 0,
        found: 0,
        foundWithHolder: 0,
        foundWithPolarity: 0,
        predicted: 1,
        right: 0,
      },
    ]);
    expect(groupClaims(paired, 'cue', new Map([['a', TEXT]])).map(({ group }) => group)).toEqual([
      'refused',
      'said',
      '(none)',
    ]);
  });

  it('lists what was missed, invented or given to another holder, with the sentence', () => {
    const errors = listErrors(pairDocuments(parse(GOLD), parse(PREDICTED)), new Map([['a', TEXT]]));
    expect(errors).toEqual([
      {
        kind: 'other-holder',
        document: 'a',
        holder: 'Mali',
        predictedHolder: 'Niger',
        cue: 'refused',
        content: 'to sign',
        reporting: 'article-voice',
        sentence: 'Mali refused to sign.',
      },
      {
        kind: 'invented',
        document: 'a',
        holder: 'Mali',
        cue: '',
        content: 'Mali refused',
        reporting: 'direct',
        sentence: 'Mali refused to sign.',
      },
    ]);
    const missed = listErrors(pairDocuments(parse(GOLD), []), new Map([['a', TEXT]]));
    expect(missed.map(({ kind, holder, sentence }) => [kind, holder, sentence])).toEqual([
      ['missed', 'Republic of Chad', 'Chad said Niger agreed.'],
      ['missed', 'Mali', 'Mali refused to sign.'],
    ]);
  });

  it('compares two predictions and sees no difference between equal ones', () => {
    const golds = ['a', 'b', 'c', 'd', 'e', 'f'].map((id) => ({ ...GOLD, id }));
    const scores = (documents: readonly object[]): ReturnType<typeof evaluateClaims>['documents'] =>
      evaluateClaims(parse(...golds), parse(...documents)).documents;
    const [good, poor] = [scores(golds), scores(golds.map(({ id }) => ({ ...PREDICTED, id })))];
    const better = comparePredictions(good, poor);
    expect(better.difference).toBeCloseTo(0.6);
    expect(better.interval[0]).toBeCloseTo(0.6);
    expect(better.p).toBe(0);
    expect(comparePredictions(poor, good).difference).toBeCloseTo(-0.6);
    expect(comparePredictions(poor, poor)).toMatchObject({ difference: 0, interval: [0, 0], p: 1 });
  });

  it.each([
    ['{"id": "a"}', 'file.jsonl:1: has no list "claims", nor a list "gold" of attributions'],
    ['{"claims": []}', 'file.jsonl:1: has no "id"'],
    ['{"id": "a", "claims": [7]}', 'file.jsonl:1: claim 1: is no JSON object'],
    ['{"id": "a", "claims": [], "entities": [{}]}', 'file.jsonl:1: entity 1: is no entity with an "id"'],
    [
      '{"id": "a", "claims": [{}, {"cue": [{"start": 5, "end": 3}]}]}',
      'file.jsonl:1: claim 2: "cue": {"start":5,"end":3} is no span; write {"start": 0, "end": 4} or [0, 4], offsets in UTF-16 code units, the end left out',
    ],
    [
      '{"id": "a", "gold": [{"source": "Mali"}]}',
      'file.jsonl:1: claim 1: "source": "Mali" is no span; write {"start": 0, "end": 4} or [0, 4], offsets in UTF-16 code units, the end left out',
    ],
    ['[]', 'file.jsonl:1: is no JSON object'],
    ['{"id": "a", "claims": []}\n\n{', 'file.jsonl:3: is no JSON'],
  ])('refuses %j', (jsonl, message) => {
    expect(() => parseClaimDocuments(jsonl, 'file.jsonl')).toThrow(InputError);
    expect(() => parseClaimDocuments(jsonl, 'file.jsonl')).toThrow(message);
  });

  it('reads spans as objects, pairs or a single one, and leaves out empty ones', () => {
    const [document] = parse({
      id: 'a',
      claims: [{ source: [[0, 4], { start: 3, end: 3 }], cue: { start: 5, end: 9, surface: 'said' } }],
    });
    expect(document?.claims[0]).toEqual({
      holder: '',
      source: [{ start: 0, end: 4 }],
      cue: [{ start: 5, end: 9, surface: 'said' }],
      content: [],
    });
  });
});

const readFixture = (name: string): string => readFileSync(`test/fixtures/evaluate/${name}`, 'utf8');

/** Figures as the scorer names them. */
function theirForm({ precision: p, recall: r, f1, right: tp, gold, predicted: pred }: Agreement): object {
  return { p, r, f1, tp, gold, pred };
}

/** Figures of spans as the scorer names them. */
function theirSpans({ exact, lenient }: { readonly exact: Agreement; readonly lenient: Agreement }): object {
  return { exact: theirForm(exact), lenient: theirForm(lenient) };
}

// scores.json is what the scorer of the development corpus prints for the same files:
// node score.mjs gold.jsonl predicted.jsonl --json
describe('beside the scorer of the development corpus', () => {
  it('gives the same numbers', () => {
    const theirs: unknown = JSON.parse(readFixture('scores.json'));
    const ours = evaluateClaims(
      parseClaimDocuments(readFixture('gold.jsonl'), 'gold.jsonl'),
      parseClaimDocuments(readFixture('predicted.jsonl'), 'predicted.jsonl'),
    );
    expect(theirs).toMatchObject({
      span: {
        source: theirSpans(ours.spans.source),
        cue: theirSpans(ours.spans.cue),
        content: theirSpans(ours.spans.content),
      },
      claim_content_only: theirForm(ours.claimsByContent),
      claim: { ...theirForm(ours.claims), f1_ci95: ours.claims.interval },
      claim_with_polarity: theirForm(ours.claimsWithPolarity),
      polarity: {
        n: ours.polarity.count,
        accuracy: ours.polarity.accuracy,
        macro_f1: ours.polarity.macroF1,
        majority: ours.polarity.majority,
        per_class: ours.polarity.f1OfClass,
      },
      stance9: { accuracy: ours.stance.accuracy },
      reporting: { accuracy: ours.reporting.accuracy },
      certainty: { accuracy: ours.certainty.accuracy },
      speaker: { accuracy: ours.speaker.accuracy },
      nested_recall: { tp: ours.nested.found, gold: ours.nested.gold },
      recall_by_reporting: Object.fromEntries(
        Object.entries(ours.recallByReporting).map(([kind, { right, gold, recall }]) => [
          kind,
          { tp: right, gold, r: recall },
        ]),
      ),
      entity_link: { found: ours.links.found, right: ours.links.right, precision: ours.links.precision },
    });
  });
});

describe('attributions without holders', () => {
  const [gold, predicted] = [GOLD, PREDICTED].map(({ id, claims }) =>
    parse({
      id,
      text: TEXT,
      gold: claims.map(({ source, cue, content }) => ({ source, cue, content, polarity: 'positive' })),
    }),
  );

  it('are told from claims and scored by source, cue and content', () => {
    const evaluation = evaluateClaims(gold ?? [], predicted ?? []);
    expect(evaluation).toMatchObject({ isBare: true, attributions: { right: 1, gold: 2, predicted: 3 } });
    expect(compareEvaluations(evaluation, evaluation).map(({ measure, first }) => [measure, first])).toEqual([
      ['source, overlapping', 0.5],
      ['cue, overlapping', 1],
      ['content, overlapping', 0.8],
      ['attribution', 0.4],
      ['claim by content', 0.8],
    ]);
  });

  it('are wrong by their source or cue, not by a holder', () => {
    const errors = listErrors(pairDocuments(gold ?? [], predicted ?? []), new Map());
    expect(errors.map(({ kind, content }) => [kind, content])).toEqual([
      ['other-source', 'to sign'],
      ['invented', 'Mali refused'],
    ]);
  });
});

describe('checkSpans', () => {
  it('refuses gold that was made for another text, by file and line', () => {
    const [document] = parse(GOLD);
    expect(() => document && checkSpans(document, TEXT)).not.toThrow();
    expect(() => document && checkSpans(document, 'Chad said Niger agreed.')).toThrow(
      'file.jsonl:1: claim 2: the span 24–28 lies outside the text of "a", which has 23 characters',
    );
  });
});

describe('countConfusions', () => {
  it('counts what was taken for what', () => {
    const { documents } = evaluateClaims(parse(GOLD), parse(PREDICTED));
    expect(countConfusions(documents)).toEqual([
      { of: 'stance', gold: 'asserts', predicted: 'supports', count: 1 },
      { of: 'polarity', gold: '0', predicted: '1', count: 1 },
    ]);
  });
});

describe('scoreDocument', () => {
  it('pairs each claim with the one that shares most, the same issue first among equals', () => {
    const claim = { holder: 'Chad', source: [], cue: [], content: [span('Niger agreed')] };
    const gold = parse({ id: 'a', claims: [{ ...claim, issue: 'i2' }] })[0];
    const predicted = parse({
      id: 'a',
      claims: [
        { ...claim, issue: 'i1' },
        { ...claim, issue: 'i2' },
      ],
    })[0];
    expect(gold && predicted && scoreDocument(gold, predicted).issue).toEqual([['i2', 'i2']]);
  });
});
