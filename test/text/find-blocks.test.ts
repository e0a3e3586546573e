import { describe, expect, it } from 'vitest';
import { findBlocks } from '../../src/text/find-blocks.ts';
import { articleOf } from './article-of.ts';

function kindsOf(text: string): readonly string[] {
  return findBlocks(articleOf(text)).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
}

describe('findBlocks', () => {
  it('takes the first line for the headline when it reads like a title', () => {
    expect(kindsOf('Sudan rejects new envoy\n\nKhartoum said no.\n')).toEqual([
      'headline: Sudan rejects new envoy',
      'paragraph: Khartoum said no.',
    ]);
    expect(kindsOf('Khartoum said no.\nIt gave no reason.')[0]).toBe('paragraph: Khartoum said no.');
  });

  it.each([
    ['Will Serbia join the bloc?', 'heading'],
    ['Red lines', 'heading'],
    ['The joint statement reads:', 'paragraph'],
    ['“We are ready”', 'paragraph'],
    ['REPORTER: Will you resign?', 'paragraph'],
    ['- withdraw all forces', 'paragraph'],
    ['1. Withdraw all forces', 'paragraph'],
  ])('reads the line %j between paragraphs as %s', (line, kind) => {
    const blocks = kindsOf(`Talks were held on Monday.\n${line}\nThey ended without result.`);
    expect(blocks[1]).toBe(`${kind}: ${line}`);
  });

  it('reads a dateline for metadata, so that it is no subject of the sentence behind it', () => {
    expect(kindsOf('Nile talks fail\n\nCAIRO, June 23 (Reuters) - Egypt said no.\n')).toEqual([
      'headline: Nile talks fail',
      'metadata: CAIRO, June 23 (Reuters) -',
      'paragraph: Egypt said no.',
    ]);
  });

  it('keeps metadata apart from the words beside it', () => {
    const text = 'Updated 3 May\nTalks failed. PHOTO\nBoth left.';
    const article = articleOf(text, [
      { start: 0, end: 13 },
      { start: 28, end: 33 },
    ]);
    const blocks = findBlocks(article).map(({ kind, start, end }) => `${kind}: ${text.slice(start, end)}`);
    expect(blocks).toEqual([
      'metadata: Updated 3 May',
      'paragraph: Talks failed.',
      'metadata: PHOTO',
      'paragraph: Both left.',
    ]);
  });

  it('puts hard-wrapped lines together', () => {
    const text =
      'The two governments agreed on Friday to reopen the border crossing at\n' +
      'Torkham after a week of talks in the capital, an official of the\n' +
      'foreign ministry told reporters, and to hold a further round in the\n' +
      'spring.\n\nNo date was set by either of the delegations which met in the old\n' +
      'palace, and no statement was made to the reporters who had waited in\n' +
      'front of it.\n';
    expect(findBlocks(articleOf(text)).map(({ start }) => text.slice(start, start + 7))).toEqual([
      'The two',
      'No date',
    ]);
  });

  it('has no block for an empty text', () => {
    expect(findBlocks(articleOf(' \n\r\n\t'))).toEqual([]);
  });
});
