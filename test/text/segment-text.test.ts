import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { segmentText } from '../../src/text/segment-text.ts';
import { articleOf } from './article-of.ts';

function sentencesOf(text: string): readonly string[] {
  const { sentences, tokens } = segmentText(articleOf(text));
  return sentences.map(({ firstToken, endToken }) =>
    text.slice(tokens[firstToken]?.start, tokens[endToken - 1]?.end),
  );
}

/** Each quotation with “!” before it when a mark had to be supplied, and “+” when it goes on with the one before. */
function quotationsOf(text: string): readonly string[] {
  return segmentText(articleOf(text)).quotations.map(
    ({ start, end, closed, continues }) =>
      (continues === undefined ? '' : '+') + (closed ? '' : '!') + text.slice(start, end),
  );
}

describe('sentences', () => {
  it.each([
    ['Talks failed. Both left.', ['Talks failed.', 'Both left.']],
    ['The U.S. envoy met Gen. Haftar. He left.', ['The U.S. envoy met Gen. Haftar.', 'He left.']],
    ['He lives in the U.S. The minister does not.', ['He lives in the U.S.', 'The minister does not.']],
    ['to support the country.As long as it takes.', ['to support the country.', 'As long as it takes.']],
    ['“We agree.” The envoy left.', ['“We agree.”', 'The envoy left.']],
    ['“Will you go?” Ruto asked. “No.”', ['“Will you go?” Ruto asked.', '“No.”']],
    ['“Never!” she said.', ['“Never!” she said.']],
    ['It rose by 2.5 percent... and fell. So what?!', ['It rose by 2.5 percent... and fell.', 'So what?!']],
    ['“We want peace. “ Then he left.', ['“We want peace. “', 'Then he left.']],
    [
      'First heading\nThen a text without stop\nAnd another.',
      ['First heading', 'Then a text without stop', 'And another.'],
    ],
    ['It ended (badly.) Nobody came.', ['It ended (badly.)', 'Nobody came.']],
  ])('splits %j', (text, sentences) => {
    expect(sentencesOf(text)).toEqual(sentences);
  });

  it('cuts what never ends, so that no reader is kept waiting', () => {
    const { sentences } = segmentText(articleOf('and so on '.repeat(2000)));
    expect(Math.max(...sentences.map(({ firstToken, endToken }) => endToken - firstToken))).toBe(500);
  });
});

describe('quotations', () => {
  it.each([
    ['He said “no” and “never”.', ['“no”', '“never”']],
    ['"We agree," she said. "Fully."', ['"We agree,"', '"Fully."']],
    ["``Peace,'' he said.", ["``Peace,''"]],
    ['Paris a dit «non».', ['«non»']],
    ['Er sagte: „Nein“ und ging.', ['„Nein“']],
    ['‘We will not yield,’ said the minister. The allies’ plan failed.', ['‘We will not yield,’']],
    ["Seoul called it 'a grave threat' to peace.", ["'a grave threat'"]],
    ["The rebels' leader didn't reply to the allies' offer.", []],
    // The shapes are reversed.
    ['The envoy said:” We will ask them. “', ['” We will ask them. “']],
    // The opening mark is missing, and “ closes.
    [
      'We want to stop the war, “Petro wrote on Monday. “It can be done,” he added.',
      ['!We want to stop the war, “', '“It can be done,”'],
    ],
    // The closing mark is missing.
    [
      '“We need weapons and money. Kony said:” We will ask. “',
      ['!“We need weapons and money.', '” We will ask. “'],
    ],
    ['He spoke of ““peace”” again.', ['!““peace””']],
    ['A pole of 5" and 6" was found.', []],
  ])('reads %j', (text, quotations) => {
    expect(quotationsOf(text)).toEqual(quotations);
  });

  it('chains paragraphs that each open with a mark when only the last one closes', () => {
    expect(quotationsOf('“We came early.\n\n“We left late,” she said.')).toEqual([
      '“We came early.',
      '+“We left late,”',
    ]);
  });

  it('goes on over a paragraph without a mark of its own', () => {
    expect(quotationsOf('She said: “We came early.\n\nWe left late.” Then she sat down.')).toEqual([
      '!“We came early.',
      '+!We left late.”',
    ]);
  });

  it('leaves the marks out of the inner span', () => {
    const text = 'He said “no” twice.';
    const [quotation] = segmentText(articleOf(text)).quotations;
    expect(text.slice(quotation?.inner.start, quotation?.inner.end)).toBe('no');
  });
});

const awkward = fc.oneof(
  fc.constantFrom(
    '“',
    '”',
    '"',
    "'",
    '‘',
    '’',
    '«',
    '»',
    '``',
    "''",
    '. ',
    '.',
    '? ',
    '\n',
    '\n\n',
    ' ',
    ': ',
    ', ',
  ),
  fc.constantFrom(
    'said',
    'Ruto',
    'U.S.',
    'שלום',
    'سلام',
    '👩🏽‍🚀',
    '\u0000',
    '\u202E',
    '\uD800',
    'the',
    '5"',
    'a.b',
  ),
  fc.string({ unit: 'binary', maxLength: 5 }),
);

describe('segmentText on any text', () => {
  it('keeps every offset in order and inside', () => {
    fc.assert(
      fc.property(fc.array(awkward, { maxLength: 60 }), (parts) => {
        const text = parts.join('');
        const { blocks, tokens, sentences, quotations, quotationOfToken } = segmentText(articleOf(text));
        let position = 0;
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
        expect(sentences.at(-1)?.endToken ?? 0).toBe(tokens.length);
        for (const [index, { firstToken }] of sentences.entries()) {
          expect(firstToken).toBe(sentences[index - 1]?.endToken ?? 0);
        }
        for (const { start, end, inner, index } of quotations) {
          expect(start).toBeLessThan(end);
          expect(inner.start).toBeGreaterThanOrEqual(start);
          expect(inner.end).toBeLessThanOrEqual(end);
          expect(inner.start).toBeLessThanOrEqual(inner.end);
          expect(blocks.some((block) => block.start <= start && end <= block.end)).toBe(true);
          expect(quotationOfToken.includes(index)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it.each([
    ['a megabyte of letters', 'a'.repeat(1_000_000)],
    ['a megabyte of digits and stops', '1.'.repeat(500_000)],
    ['a megabyte of initials', 'A.'.repeat(500_000)],
    ['unbalanced marks', '“said '.repeat(100_000)],
    ['closing marks only', 'no.” '.repeat(100_000)],
    ['single marks', "'so the allies' ".repeat(60_000)],
    ['a hundred thousand lines', 'Yes.\n'.repeat(100_000)],
    ['apostrophes', "a'".repeat(300_000)],
    ['hyphens', 'non-'.repeat(200_000)],
    ['at signs', 'a@b.'.repeat(200_000)],
  ])('gets through %s', (_, text) => {
    const { tokens } = segmentText(articleOf(text));
    expect(tokens.at(-1)?.end).toBeLessThanOrEqual(text.length);
    expect(tokens.length).toBeGreaterThan(0);
  });
});

describe('words that nothing closes', () => {
  const sentence = fc.constantFrom(
    'We agree.',
    'The envoy of Chad said no.',
    'It rained, he said.',
    'They left "now.',
    'He said: "Never.',
    'No”.',
    "It's the allies' plan.",
  );

  it('are a dozen sentences at most, however long the paragraph', () => {
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 15, maxLength: 60 }), (sentences) => {
        const segmented = segmentText(articleOf(`“${sentences.join(' ')}`));
        for (const { start, end, closed } of segmented.quotations) {
          if (closed) continue;
          const within = segmented.sentences.filter(({ firstToken }) => {
            const offset = segmented.tokens[firstToken]?.start ?? 0;
            return offset >= start && offset < end;
          });
          expect(within.length).toBeLessThanOrEqual(12);
        }
      }),
    );
  });
});
