import { describe, expect, it } from 'vitest';
import type { Finding } from '../../src/extract/finding.ts';
import { addFollowingQuotations } from '../../src/extract/following-quotation.ts';
import { annotate } from './read-attributions.ts';

describe('a quotation of which only the last words were found', () => {
  it('is taken whole and once, not with its last words twice', () => {
    const text = annotate(
      '“When the delegation came home from the talks on the dam, its members told us of a long night, and so, as a sign of thanks to them all, I bring you the treaty,” Tadesse wrote.',
    );
    const place = (form: string): number => text.tokens.findIndex((token) => token.form === form);
    const name = place('Tadesse');
    const cue = place('wrote');
    const finding: Finding = {
      rule: 'test',
      source: [{ first: name, end: name + 1 }],
      cue: [{ first: cue, end: cue + 1 }],
      cueToken: cue,
      cueLemma: 'write',
      cueKind: 'speech',
      negated: false,
      content: [{ first: place('bring'), end: place('treaty') + 1 }],
      weight: 1,
    };
    const [grown] = addFollowingQuotations(text, [finding]);
    expect(grown?.content).toEqual([{ first: 0, end: name }]);
  });
});
