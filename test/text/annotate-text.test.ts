import { readFileSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AnnotatedText } from '../../src/model/annotated-text.ts';
import { annotateText } from '../../src/text/annotate-text.ts';
import { readLanguageModels } from '../../src/text/language-models.ts';
import { articleOf } from './article-of.ts';

const models = readLanguageModels((file) => readFileSync(`data/models/${file}`));

/** Each word with the word that governs it and the relation: “Moscow<said:nsubj”. */
function arcsOf({ tokens }: AnnotatedText): readonly string[] {
  return tokens.map(({ form, head, relation }) => `${form}<${tokens[head]?.form ?? ''}:${relation}`);
}

describe('annotateText with the models that are shipped', () => {
  it.each([
    [
      'The president said that talks had failed.',
      ['president<said:nsubj', 'said<:root', 'failed<said:ccomp', 'talks<failed:nsubj'],
    ],
    [
      'According to Nairobi, the rebels were attacked.',
      ['Nairobi<attacked:obl', 'rebels<attacked:nsubj:pass', 'were<attacked:aux:pass'],
    ],
    [
      '“We will not sign,” the minister told reporters.',
      ['We<sign:nsubj', 'not<sign:advmod', 'minister<told:nsubj'],
    ],
    [
      'Chad sought a new loan, which the bank refused.',
      ['refused<loan:acl:relcl', 'which<refused:obj', 'bank<refused:nsubj'],
    ],
  ])('parses %j', (text, arcs) => {
    const found = arcsOf(annotateText(articleOf(text), models));
    expect(arcs.filter((arc) => !found.includes(arc))).toEqual([]);
  });

  it.each([
    ['The envoys were annexing islands.', 'the envoy be annex island .'],
    ['She has taken cities and won wars.', 'she have take city and win war .'],
    ['He denied carrying better weapons.', 'he deny carry good weapon .'],
  ])('lemmatises %j', (text, lemmas) => {
    const { tokens } = annotateText(articleOf(text), models);
    expect(tokens.map(({ lemma }) => lemma).join(' ')).toBe(lemmas);
  });

  it('reads a metadata span as no language', () => {
    const { tokens, blocks } = annotateText(
      articleOf('PHOTO 7\nTalks failed.', [{ start: 0, end: 7 }]),
      models,
    );
    expect(blocks.map(({ kind }) => kind)).toEqual(['metadata', 'paragraph']);
    expect(tokens[0]?.start).toBe(8);
  });
});

/** Whether walking from head to head leads from the token to the root without leaving the sentence. */
function reachesRoot({ tokens, sentences }: AnnotatedText, index: number): boolean {
  const sentence = sentences[tokens[index]?.sentence ?? -1];
  if (sentence === undefined) return false;
  let node = index;
  for (let steps = sentence.firstToken; steps <= sentence.endToken; steps += 1) {
    if (node < sentence.firstToken || node >= sentence.endToken) return false;
    const head = tokens[node]?.head ?? -1;
    if (head === -1) return true;
    node = head;
  }
  return false;
}

/** What is wrong with an annotation: nothing, of whatever text. */
function flawsOf(annotated: AnnotatedText): readonly string[] {
  const { text, tokens, sentences, blocks, quotations } = annotated;
  const flaws: string[] = [];
  let position = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.index !== index) flaws.push(`token ${index} is numbered ${token.index}`);
    if (token.start < position || token.end <= token.start) flaws.push(`token ${index} is out of order`);
    position = token.end;
    if (token.children.some((child) => tokens[child]?.head !== index))
      flaws.push(`token ${index} has a wrong child`);
    if (!reachesRoot(annotated, index)) flaws.push(`token ${index} hangs on no root`);
    const quotation = quotations[token.quotation];
    if (quotation !== undefined && (quotation.start > token.start || quotation.end < token.end)) {
      flaws.push(`token ${index} is outside its quotation`);
    }
  }
  if (position > text.length) flaws.push('the last token ends outside the text');
  for (const { index, firstToken, endToken, start, end, block } of sentences) {
    const own = tokens.slice(firstToken, endToken);
    if (own.some(({ sentence }) => sentence !== index)) flaws.push(`sentence ${index} has others’ tokens`);
    if (own.filter(({ head }) => head === -1).length !== 1) flaws.push(`sentence ${index} has not one root`);
    const around = blocks[block];
    if (around === undefined || around.start > start || around.end < end)
      flaws.push(`sentence ${index} leaves its block`);
  }
  return flaws;
}

describe('annotateText on any text', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      'The minister',
      ' said ',
      '“',
      '”',
      "'",
      '\n',
      '. ',
      ', ',
      'שלום ',
      '🇺🇳',
      '\u0000',
      '\u202E',
      '\uDC00',
      'U.S. ',
    ),
    fc.string({ unit: 'binary', maxLength: 8 }),
  );

  it('gives every sentence one tree and every span a place inside the text', () => {
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        expect(flawsOf(annotateText(articleOf(pieces.join('')), models))).toEqual([]);
      }),
      { numRuns: 200 },
    );
  });

  it.each([
    ['a megabyte without a space', 'б'.repeat(1_000_000)],
    ['a sentence of twenty thousand words', 'the rebels and '.repeat(7000)],
    ['open brackets and marks', '(“'.repeat(5000)],
  ])('gets through %s', (_, text) => {
    const { tokens } = annotateText(articleOf(text), models);
    expect(tokens.filter(({ head }) => head === -1).length).toBeGreaterThan(0);
    expect(tokens.at(-1)?.end).toBeLessThanOrEqual(text.length);
  });

  it('says the same of a text whatever was read before', () => {
    const article = articleOf('Accra rejected the offer. “Never,” its envoy wrote.');
    const fresh = readLanguageModels((file) => readFileSync(`data/models/${file}`));
    annotateText(articleOf('Quite another text (1999) with “other” words…'), models);
    expect(annotateText(article, models)).toEqual(annotateText(article, fresh));
  });
});
