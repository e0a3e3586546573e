import { remember } from './remember.ts';

/** Letters that no decomposition takes apart. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: 'o',
  đ: 'd',
  ð: 'd',
  ł: 'l',
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  þ: 'th',
  ı: 'i',
  ħ: 'h',
  ə: 'a',
};

/** A name in lower-case ASCII letters, its parts divided by single spaces: `Erdoğan` → `erdogan`. */
export const foldName: (name: string) => string = remember(fold);

function fold(name: string): string {
  if (/^[a-z]+$/i.test(name)) return name.toLowerCase();
  return name
    .normalize('NFKD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/[øđðłßæœþıħə]/g, (letter) => LETTERS[letter] ?? letter)
    .replace(/['’‘ʼ`.]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Rewrites that undo what transliteration and a round trip through another script do to consonants, in order. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  // “Dzhonson”: how a Cyrillic alphabet writes “Johnson”.
  [/dzh/g, 'g'],
  [/kh/g, 'K'],
  [/gh/g, 'g'],
  [/sch|tch|sh|ch/g, 'S'],
  [/th/g, 's'],
  [/ph/g, 'f'],
  [/ck/g, 'k'],
  [/zh/g, 'g'],
  [/dh/g, 'd'],
  [/x/g, 'ks'],
  [/q/g, 'k'],
  [/c(?=[eiy])/g, 's'],
  [/c/g, 'k'],
  [/p/g, 'b'],
  [/v/g, 'f'],
  [/w(?=[aeiou])/g, 'f'],
  [/j/g, 'g'],
  [/z/g, 's'],
  [/K/g, 'k'],
];

/**
 * The consonant skeleton of a name: consonants in merged classes, vowels dropped, doubles written once.
 * `Hegseth` and `Higseth` → `hgs`, `Zelenskyy` and `Zelinski` → `slnsk`.
 */
export const skeletonOf: (name: string) => string = remember(reduce);

function reduce(name: string): string {
  let letters = foldName(name).replace(/ /g, '');
  for (const [pattern, replacement] of CLASSES) letters = letters.replace(pattern, replacement);
  const first = /^[aeiouy]/.test(letters) ? 'a' : '';
  const rest = letters
    .slice(first.length)
    .replace(/[aeiouywh]+/g, (run, offset: number) =>
      offset === 0 && first === '' && run.startsWith('h') ? 'h' : '',
    );
  return (first + rest).replace(/(.)\1+/g, '$1');
}
