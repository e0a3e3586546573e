import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeText, recodeToUtf8 } from '../../src/ingest/decode-text.ts';

const latin1 = (text: string): Uint8Array => Buffer.from(text, 'latin1');
const utf16be = (text: string): Uint8Array => Buffer.from(text, 'utf16le').swap16();

const SENTENCE = 'The minister said: “We won’t sign – not in Genève.”\r\nSo be it.\n';
const SENTENCE_1252 = latin1(
  'The minister said: \x93We won\x92t sign \x96 not in Gen\xe8ve.\x94\r\nSo be it.\n',
);

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(SENTENCE)],
    ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${SENTENCE}`)],
    ['UTF-16 LE with a mark', Buffer.from(`\uFEFF${SENTENCE}`, 'utf16le')],
    ['UTF-16 BE with a mark', utf16be(`\uFEFF${SENTENCE}`)],
    ['UTF-16 LE without a mark', Buffer.from(SENTENCE, 'utf16le')],
    ['UTF-16 BE without a mark', utf16be(SENTENCE)],
  ])('gives the text of %s, line ends kept, the mark left out', (_, bytes) => {
    expect(decodeText(bytes)).toEqual({ text: SENTENCE });
  });

  it('reads Windows-1252 with a warning that says so', () => {
    expect(decodeText(SENTENCE_1252)).toEqual({
      text: SENTENCE,
      warning: expect.stringContaining('reads as Windows-1252'),
    });
  });

  const dvorak = 'Jan Dvo\xf8\xe1k of P\xf8erov said: \x93No.\x94';
  it.each([
    ['Windows-1250', latin1(dvorak), 'Jan Dvořák of Přerov said: “No.”'],
    ['Windows-1250', latin1('Lech Wa\xb3\xeasa won\x92t go'), 'Lech Wałęsa won’t go'],
    ['Windows-1250', latin1('Gerg\xf5 Guly\xe1s left'), 'Gergő Gulyás left'],
    ['Windows-1250', latin1('Tom\xe1\x9a Pet\xf8\xed\xe8ek said no'), 'Tomáš Petříček said no'],
    ['ISO 8859-2', latin1('Tom\xe1\xb9 Dvo\xf8\xe1k left'), 'Tomáš Dvořák left'],
    ['Windows-1252', latin1('J\xf8rgen of Troms\xf8 met \xc5se'), 'Jørgen of Tromsø met Åse'],
    ['Windows-1252', latin1('Gu\xf0ni met \xde\xf3r in \xcdsafj\xf6r\xf0ur'), 'Guðni met Þór in Ísafjörður'],
    ['Windows-1252', latin1('El ni\xf1o N\xfa\xf1ez: \xbfqu\xe9?'), 'El niño Núñez: ¿qué?'],
    ['Windows-1254', latin1('Erdo\xf0an met Davuto\xf0lu'), 'Erdoğan met Davutoğlu'],
    ['Windows-1251', latin1('She said \x93\xed\xe5\xf2\x94 to TASS'), 'She said “нет” to TASS'],
    ['Windows-1251', latin1('\xcc\xe8\xed\xe8\xf1\xf2\xf0 \xf1\xea\xe0\xe7\xe0\xeb'), 'Министр сказал'],
    ['KOI8-R', latin1('\xed\xc9\xce\xc9\xd3\xd4\xd2 \xd3\xcb\xc1\xda\xc1\xcc'), 'Министр сказал'],
  ])('reads %s by the letters of its languages, with a warning that names the guess', (name, bytes, text) => {
    expect(decodeText(bytes)).toEqual({ text, warning: expect.stringContaining(`reads as ${name}`) });
  });

  it.each([
    ['an empty file', Buffer.from(''), 'is empty'],
    ['a byte order mark alone', Buffer.from('\uFEFF'), 'is empty'],
    ['white space alone', Buffer.from(' \r\n\t\n'), 'nothing but white space'],
    ['zero bytes', Buffer.from('GIF89a\0\0\u0001\u0002abc'), 'binary'],
    ['control characters', Buffer.from('\u0001\u0002\u0003\u0004 text'), 'binary'],
    [
      'random bytes',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x1a, 0x0a, 0x01, 0xff, 0x02, 0xfe, 0x03, 0x04]),
      'binary',
    ],
    ['UTF-32', Buffer.from([0xff, 0xfe, 0, 0, 0x41, 0, 0, 0]), 'UTF-32'],
    [
      'UTF-16 of odd length',
      Buffer.concat([Buffer.from('\uFEFFabc', 'utf16le'), Buffer.from([0x41])]),
      'damaged',
    ],
    ['UTF-16 with half a pair', Buffer.from('\uFEFFab\uD83Dcd', 'utf16le'), 'damaged'],
    [
      'UTF-8 cut in the middle of a character',
      Buffer.from('They met in Genève — “at last”').subarray(0, -1),
      'damaged UTF-8',
    ],
    [
      'curly quotes of a Macintosh',
      latin1('\xd2We won\xd5t sign,\xd3 the minister said on Monday.'),
      'neither UTF-8',
    ],
    ['accents of a DOS text', latin1('Le pr\x82sident a dit que la r\x82union aura lieu.'), 'neither UTF-8'],
  ])('refuses %s', (_, bytes, reason) => {
    expect(decodeText(bytes)).toEqual({ reason: expect.stringContaining(reason) });
  });

  it('names the first byte that is not UTF-8', () => {
    const bytes = Buffer.concat([Buffer.from('é é é '), Buffer.from([0xff]), Buffer.from(' é')]);
    expect(decodeText(bytes)).toEqual({ reason: expect.stringContaining('the byte at 9 ') });
  });

  it('warns of replacement characters that the text brings along', () => {
    expect(decodeText(Buffer.from('Lavrov\uFFFDs words'))).toEqual({
      text: 'Lavrov\uFFFDs words',
      warning: expect.stringContaining('1 replacement character (U+FFFD)'),
    });
  });

  it('follows the encoding that the document declares when the bytes are no UTF-8', () => {
    const bytes = latin1('\xcc\xe8\xed\xe8\xf1\xf2\xf0');
    expect(decodeText(bytes, { declared: 'windows-1251' }).text).toBe('Министр');
    expect(decodeText(Buffer.from('Министр'), { declared: 'windows-1251' }).text).toBe('Министр');
    expect(decodeText(latin1('We won\xd5t'), { declared: 'no-such-thing' })).toHaveProperty('reason');
  });

  const anyText = fc
    .string({ unit: 'binary' })
    // oxlint-disable-next-line no-control-regex -- control characters make a file binary
    .map((text) => `a${text.replaceAll(/[\0-\u0008\u000E-\u001F\u007F\uFFFD]/gu, '')}`);

  it('gives back any text that was encoded in UTF-8, with and without a mark', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, mark) => {
        expect(decodeText(Buffer.from(mark ? `\uFEFF${text}` : text)).text).toBe(text);
      }),
    );
  });

  it('gives back any text that was encoded in UTF-16 with a mark', () => {
    fc.assert(
      fc.property(anyText, fc.boolean(), (text, bigEndian) => {
        const marked = `\uFEFF${text}`;
        expect(decodeText(bigEndian ? utf16be(marked) : Buffer.from(marked, 'utf16le')).text).toBe(text);
      }),
    );
  });

  it('never brings in a replacement character or half a pair, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { text } = decodeText(bytes);
        const mayHold = bytes.includes(0) || bytes[0] === 0xfe || bytes[0] === 0xff;
        const wasThere = mayHold || Buffer.from(bytes).includes(Buffer.from('\uFFFD'));
        expect(text ?? '').not.toMatch(wasThere ? /\p{Surrogate}/u : /\p{Surrogate}|\uFFFD/u);
      }),
    );
  });
});

function recode(bytes: Uint8Array, encoding: string): string | undefined {
  const recoded = recodeToUtf8(bytes, encoding);
  return recoded === undefined ? undefined : Buffer.from(recoded).toString('utf8');
}

describe('recodeToUtf8', () => {
  it.each([
    ['gb18030', latin1('Geng (\xb9\xa2\xcb\xac) said no'), 'Geng (耿爽) said no'],
    ['macintosh', latin1('\xd2We won\xd5t sign,\xd3'), '“We won’t sign,”'],
    ['windows-1253', latin1('\xca\xf5\xf1\xe9\xdc\xea\xef\xf2 said no'), 'Κυριάκος said no'],
    ['windows-1252', latin1('We won\x92t'), 'We won’t'],
    ['utf-16be', utf16be('Jan Dvořák'), 'Jan Dvořák'],
    ['windows-1250', Buffer.from('Gdańsk is UTF-8 already'), 'Gdańsk is UTF-8 already'],
  ])('gives the text of a file whose user names its encoding: %s', (encoding, bytes, text) => {
    expect(recode(bytes, encoding)).toBe(text);
  });

  it('gives nothing where the bytes do not fit the name', () => {
    expect(recodeToUtf8(latin1('Gen\xffve'), 'gb18030')).toBeUndefined();
    expect(recodeToUtf8(latin1('Gen\xe8ve'), 'no-such-thing')).toBeUndefined();
  });
});
