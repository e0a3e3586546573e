import type { Quad, Term } from '@rdfjs/types';
import { describe, expect, it } from 'vitest';
import { encodeArticle } from '../../src/graph/encode-article.ts';
import type { ArticleResult } from '../../src/model/article-result.ts';
import { DEFAULT_BASE } from '../../src/rdf/iris.ts';
import { serialise } from '../../src/rdf/serialise.ts';
import { dip, oa, PREFIXES, rdf, schema } from '../../src/rdf/vocabulary.ts';
import { encodeExample } from '../fixtures/graph/example-graph.ts';
import { EXAMPLE_RESULTS } from '../fixtures/graph/example-results.ts';
import { sketchResult } from '../fixtures/graph/sketch-result.ts';

function values(
  quads: readonly Quad[],
  subject: string,
  predicate: { readonly value: string },
): readonly Term[] {
  return quads
    .filter((quad) => quad.subject.value === subject && quad.predicate.value === predicate.value)
    .map(({ object }) => object);
}

function claimWith(quads: readonly Quad[], words: string): string {
  const found = quads.find(
    ({ predicate, object }) => predicate.equals(dip.quotation) && object.value.includes(words),
  );
  if (found === undefined) throw new RangeError(`no claim quotes “${words}”`);
  return found.subject.value;
}

function short({ value }: Term): string {
  return value.replace(PREFIXES.dip, '').replace(`${DEFAULT_BASE}actor/`, '');
}

/** The chain of a claim as `role agent`, by position. */
function chain(quads: readonly Quad[], claim: string): readonly string[] {
  return values(quads, claim, dip.attributionStep)
    .map(({ value }) => ({
      position: Number(values(quads, value, dip.position)[0]?.value),
      text: [dip.role, dip.agent].flatMap((property) => values(quads, value, property).map(short)).join(' '),
    }))
    .toSorted((left, right) => left.position - right.position)
    .map(({ text }) => text);
}

const BORDER =
  'Agence Sud reports that envoy Lin said the junta wants the border shut. The junta wants it shut.';

function sketchBorder(extra: { readonly speaker: string }): ArticleResult {
  const common = { reporting: 'indirect', certainty: 'certain', confidence: 0.5 } as const;
  const wish = {
    ...common,
    holder: 'e3',
    issue: 'border',
    stance: 'supports',
    content: ['the border shut'],
  } as const;
  return sketchResult(
    { id: 'border', text: BORDER },
    [
      { label: 'Agence Sud', type: 'outlet', words: [['Agence Sud', 'name']] },
      { label: 'Lin', type: 'person', words: [['Lin', 'name']] },
      { label: 'junta', type: 'group', words: [['[junta] wants the', 'group']] },
    ],
    [
      { ...common, speaker: 'e1', holder: 'e1', content: ['envoy Lin said the junta wants the border shut'] },
      { ...common, speaker: 'e2', holder: 'e2', parent: 'c1', content: ['the junta wants the border shut'] },
      { ...wish, speaker: 'e3', parent: 'c2' },
      { ...wish, speaker: extra.speaker },
    ],
  );
}

function bordersClaims(speaker: string): readonly string[] {
  return encodeArticle(sketchBorder({ speaker }))
    .filter(({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Claim))
    .map(({ subject }) => subject.value);
}

describe('the graph of the example', () => {
  const quads = encodeExample();

  it('is the hand-checked file, byte for byte', async () => {
    await expect(serialise(quads, 'trig')).toMatchFileSnapshot('../fixtures/graph/example.trig');
  });

  it('is the same bytes when encoded again', () => {
    expect(serialise(encodeExample(), 'nquads')).toBe(serialise(quads, 'nquads'));
  });

  it('has no blank node and no quad twice', () => {
    expect(
      quads
        .flatMap(({ subject, object }) => [subject, object])
        .filter(({ termType }) => termType === 'BlankNode'),
    ).toEqual([]);
    expect(new Set(serialise(quads, 'nquads').trimEnd().split('\n')).size).toBe(quads.length);
  });

  it('asserts no position: a stance is a predicate only inside a triple term', () => {
    const stances = new Set(
      quads.filter(({ predicate }) => predicate.equals(dip.stance)).map(({ object }) => object.value),
    );
    expect(stances.size).toBeGreaterThan(4);
    expect(quads.filter(({ predicate }) => stances.has(predicate.value))).toEqual([]);
  });

  it('gives every claim of an article its own IRI', () => {
    const claims = quads.filter(
      ({ predicate, object }) => predicate.equals(rdf.type) && object.equals(dip.Claim),
    );
    expect(new Set(claims.map(({ subject }) => subject.value)).size).toBe(
      EXAMPLE_RESULTS.reduce((total, result) => total + result.claims.length, 0),
    );
  });

  it('lets articles share an identified actor', () => {
    const graphs = quads
      .filter(
        ({ predicate, object }) => predicate.equals(schema.sameAs) && object.value === `${PREFIXES.wd}Q1049`,
      )
      .map(({ subject, graph }) => [subject.value, graph.value]);
    expect(new Set(graphs.map(([actor]) => actor))).toEqual(new Set([`${DEFAULT_BASE}actor/Q1049`]));
    expect(graphs).toHaveLength(2);
  });

  it('has the exact slice of the text at every selector', () => {
    const texts = new Map(EXAMPLE_RESULTS.map(({ text }) => [text.article.sha256.slice(0, 16), text.text]));
    const selectors = quads.filter(({ predicate }) => predicate.equals(oa.exact));
    expect(selectors.length).toBeGreaterThan(30);
    for (const { subject, object } of selectors) {
      const [, key = '', start, end] = /\/([0-9a-f]{16})\/(\d+)-(\d+)$/u.exec(subject.value) ?? [];
      expect(object.value).toBe(texts.get(key)?.slice(Number(start), Number(end)));
    }
  });

  it.each([
    [
      'has soured relations',
      ['Publisher outlet-cairo-courier', 'Speaker articleVoice', 'Holder articleVoice'],
    ],
    ['waited long enough', ['Publisher outlet-cairo-courier', 'Speaker unattributed', 'Holder unattributed']],
    [
      'any seat for Kosovo',
      ['Publisher outlet-adriatic-wire', 'Speaker Q900000002', 'Holder Q900000002', 'Principal Q403'],
    ],
    ['that the filling can', ['Publisher outlet-cairo-courier', 'Speaker Q900000001', 'Holder Q1049']],
    ['asked for observers', ['Publisher articleVoice', 'Speaker articleVoice', 'Holder Q79']],
  ])('keeps the chain of “%s”', (words, expected) => {
    const key = claimWith(quads, words);
    // “that the filling can” also ends the outer claim: the nested one begins with it.
    const nested = quads.find(
      ({ predicate, object }) => predicate.equals(dip.quotation) && object.value.startsWith(words),
    );
    expect(chain(quads, nested?.subject.value ?? key)).toEqual(expected);
  });
});

describe('encoding an article', () => {
  it('keeps every speaker of nested reports, from the outside in', () => {
    const quads = encodeArticle(sketchBorder({ speaker: 'article' }));
    const [innermost] = quads.filter(
      ({ predicate, object }) => predicate.equals(dip.quotation) && object.value === 'the border shut',
    );
    const steps = chain(quads, innermost?.subject.value ?? '').map((step) =>
      step.replace(/[0-9a-f]{16}-/u, ''),
    );
    expect(steps).toEqual(['Publisher articleVoice', 'Speaker e1', 'Speaker e2', 'Speaker e3', 'Holder e3']);
  });

  it('tells two claims apart that share evidence, holder and issue', () => {
    const quads = encodeArticle(sketchBorder({ speaker: 'article' }));
    const same = quads.filter(
      ({ predicate, object }) => predicate.equals(dip.quotation) && object.value === 'the border shut',
    );
    const [first = '', second = ''] = same.map(({ subject }) => subject.value);
    expect(same).toHaveLength(2);
    expect(second).toBe(`${first}-2`);
  });

  it('keeps a claim’s IRI when a better speaker is found', () => {
    expect(bordersClaims('e2')).toEqual(bordersClaims('article'));
  });

  it('leaves the text out on demand, and nothing else', () => {
    const [result] = EXAMPLE_RESULTS;
    if (result === undefined) throw new RangeError('no example');
    const without = encodeArticle(result, { includeText: false });
    const left = encodeArticle(result).filter((quad) => !without.some((other) => other.equals(quad)));
    expect(left.map(({ predicate }) => predicate.value)).toEqual([schema.articleBody.value]);
  });

  it('mints under another base', () => {
    const [result] = EXAMPLE_RESULTS;
    if (result === undefined) throw new RangeError('no example');
    const nquads = serialise(encodeArticle(result, { base: 'https://archive.example/' }), 'nquads');
    expect(nquads).not.toContain(DEFAULT_BASE);
    expect(nquads).toContain('<https://archive.example/actor/Q79>');
  });
});
