import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { parseOwnArticle } from '../../src/train/own-articles.ts';

const TEXT = 'Lima said the truce holds.';
const CLAIM = {
  source: [{ start: 0, end: 4 }],
  cue: [{ start: 5, end: 9 }],
  content: [{ start: 10, end: 25 }],
};
const sha256 = createHash('sha256').update(TEXT).digest('hex');

function parse(value: unknown, text?: string): ReturnType<typeof parseOwnArticle> {
  return parseOwnArticle(JSON.stringify(value), 'own.jsonl:3', () => text);
}

describe('parseOwnArticle', () => {
  it('reads claims over the text of its line', () => {
    expect(parse({ id: 'a', text: TEXT, sha256, claims: [CLAIM] })).toMatchObject({
      id: 'a',
      text: TEXT,
      gold: [CLAIM],
    });
  });

  it('takes the text from the folder where the line has none', () => {
    expect(parse({ id: 'a', claims: [CLAIM] }, TEXT).text).toBe(TEXT);
  });

  it('takes a claim without source or cue for one of nobody', () => {
    expect(parse({ id: 'a', text: TEXT, claims: [{ content: CLAIM.content }] }).gold).toEqual([
      { source: [], cue: [], content: CLAIM.content },
    ]);
  });

  it.each([
    ['no JSON', '{"id":', 'own.jsonl:3: is not JSON'],
    ['a list', '[]', 'own.jsonl:3: is not a JSON object'],
    ['no claims', '{"id":"a"}', 'own.jsonl:3: lacks "id", a string, or "claims", a list'],
    [
      'no text',
      '{"id":"a","claims":[]}',
      'own.jsonl:3: has no "text", and the folder of articles has no text of "a"',
    ],
    ['a claim that is none', `{"id":"a","text":"x","claims":[7]}`, 'own.jsonl:3: claim 1: is no JSON object'],
    [
      'a span outside the text',
      '{"id":"a","text":"abc","claims":[{"content":[{"start":0,"end":3}]},{"cue":[{"start":2,"end":9}]}]}',
      'own.jsonl:3: claim 2: has a span {"start":2,"end":9} that does not lie in its text',
    ],
    [
      'another text',
      '{"id":"a","text":"abc","sha256":"00","claims":[]}',
      'own.jsonl:3: was annotated on another text of "a": the SHA-256 differs',
    ],
  ])('says where a line with %s is wrong', (_, line, message) => {
    expect(() => parseOwnArticle(line, 'own.jsonl:3', () => undefined)).toThrow(message);
  });
});
