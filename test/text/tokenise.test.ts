import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tokenise } from '../../src/text/tokenise.ts';

function formsOf(text: string): string {
  return tokenise(text, 0, text.length)
    .map(({ start, end }) => text.slice(start, end))
    .join(' ');
}

describe('tokenise', () => {
  it.each([
    ['Mali’s junta didn’t reply.', 'Mali ’s junta did n’t reply .'],
    ["We cannot and won't accept it", "We can not and wo n't accept it"],
    ['The U.S. and the U.K. agreed.', 'The U.S. and the U.K. agreed .'],
    [
      'Gen. J. B. Smith met Mr. Ruto at 10:30 a.m. on Jan. 5.',
      'Gen. J. B. Smith met Mr. Ruto at 10:30 a.m. on Jan. 5 .',
    ],
    ['They chose Plan B. The rest left.', 'They chose Plan B. The rest left .'],
    ['about 2,000 troops and 3.5 percent', 'about 2,000 troops and 3.5 percent'],
    ['$5bn, €20m and 40%', '$ 5bn , € 20m and 40 %'],
    ['the Geneva-based body', 'the Geneva - based body'],
    ['anti-government, non-aligned', 'anti-government , non-aligned'],
    ['the country.As long as', 'the country . As long as'],
    ['see https://example.org/a?b=1. Then', 'see https://example.org/a?b=1 . Then'],
    ['write to press@mfa.gov.tr today', 'write to press@mfa.gov.tr today'],
    ['said on bbc.com and @mofa', 'said on bbc.com and @mofa'],
    ['well... no … yes — or – so', 'well ... no … yes — or – so'],
    ["``Peace,'' he said", "`` Peace , '' he said"],
    ['«Non», a dit Paris', '« Non » , a dit Paris'],
    ['O’Brien visited Côte d’Ivoire and Sana’a', 'O’Brien visited Côte d’Ivoire and Sana’a'],
    ['the allies’ plan', 'the allies ’ plan'],
    ['(No. 12)', '( No. 12 )'],
    ['flags 🇺🇳🇫🇷 and 👩🏽‍🚀!', 'flags 🇺🇳 🇫🇷 and 👩🏽‍🚀 !'],
    ['nego\u00ADtiation', 'nego\u00ADtiation'],
  ])('cuts %j', (text, forms) => {
    expect(formsOf(text)).toBe(forms);
  });

  it('covers every letter and digit once, in order, inside the stretch asked for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), fc.nat(5), (text, margin) => {
        const tokens = tokenise(text, Math.min(margin, text.length), text.length);
        let position = Math.min(margin, text.length);
        for (const { start, end } of tokens) {
          expect(start).toBeGreaterThanOrEqual(position);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(position, start)).not.toMatch(/[\p{L}\p{N}]/u);
          position = end;
        }
        expect(position).toBeLessThanOrEqual(text.length);
        expect(text.slice(position)).not.toMatch(/[\p{L}\p{N}]/u);
      }),
    );
  });
});
