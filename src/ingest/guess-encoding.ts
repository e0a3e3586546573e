import { decodeWindows1252, isPlausibleWindows1252 } from './windows-1252.ts';

/** An older encoding that a text was found to be in. */
export interface GuessedEncoding {
  readonly name: string;
  readonly text: string;
}

/** The letters beyond ASCII of languages that are written in an encoding. */
const ALPHABETS = {
  western: [
    'àâæçéèêëîïôœùûüÿ',
    'äöüßé',
    'áéíñóúü',
    'àáâãçéêíóôõúü',
    'àéèìíîòóùú',
    'åäöéüæøô',
    'áéëíóöúü',
    'áéíóúýþæöð',
    'žšõäöü',
  ],
  central: ['áčďéěíňóřšťúůýž', 'ąćęłńóśźż', 'áäčďéíĺľňóôŕšťúýž', 'áéíóöőúüű', 'ăâîşţșț', 'čćđšž', 'äöüß'],
  turkish: ['çğıiöşüâî'],
  cyrillic: ['абвгдеёжзийклмнопрстуфхцчшщъыьэюяіїєґўјљњћђџѓќѕ'],
} as const;

interface Encoding {
  readonly name: string;
  readonly decode: (bytes: Uint8Array) => string;
  readonly alphabets: readonly ReadonlySet<string>[];
}

function encoding(name: string, label: string, alphabets: readonly string[]): Encoding {
  return {
    name,
    decode: (bytes) => new TextDecoder(label).decode(bytes),
    alphabets: alphabets.map((letters) => new Set(letters)),
  };
}

const WESTERN: Encoding = {
  ...encoding('Windows-1252', 'windows-1252', ALPHABETS.western),
  decode: decodeWindows1252,
};
/** Encodings besides the western one, the likelier first. */
const OTHERS: readonly Encoding[] = [
  encoding('Windows-1254 (Turkish)', 'windows-1254', ALPHABETS.turkish),
  encoding('Windows-1250 (Central European)', 'windows-1250', ALPHABETS.central),
  encoding('ISO 8859-2 (Central European)', 'iso-8859-2', ALPHABETS.central),
  encoding('Windows-1251 (Cyrillic)', 'windows-1251', ALPHABETS.cyrillic),
  encoding('KOI8-R (Cyrillic)', 'koi8-r', ALPHABETS.cyrillic),
];

/** What no western language writes: “Dvoøák”, “Nìmec”, “Kaczyñski”, “Erdoðan”, “Gergõ”, “Wa³êsa”. */
const NOT_WESTERN =
  /[ìòù]\p{L}{2}|ñ(?![aeiouáéíóú])|oð[al]|ø[áíì]|^\p{L}{3,}õ(?!e)|[\u00B3\u00B9\u00BE]\p{L}|\p{L}[\u00B3\u00B9\u00BE\u00BF]/u;

/** Letters, and signs of the western encoding that stand for letters in others. */
const WORD = /[\p{L}\p{M}\u00B3\u00B9\u00BE\u00BF\u00A3\u00A5\u00AF]+/gu;
/** A sign within a word shows the wrong encoding: “pr‚sident”. */
const SIGN_INSIDE = /\p{L}[^\p{ASCII}\p{L}\p{M}‘’–—…·\u00A0\u00AD]\p{L}/gu;
const CONTROL = /[\u0080-\u009F]/u;

function isWord(word: string, { name, alphabets }: Encoding): boolean {
  const lower = word.toLowerCase();
  const hasCase = /^\P{Lu}*$|^\p{Lu}\P{Lu}*$|^\P{Ll}*$/u.test(word);
  if (!hasCase || (name === WESTERN.name && NOT_WESTERN.test(lower))) return false;
  const isCyrillic = /\p{Script=Cyrillic}/u.test(lower);
  // Czech writes three such letters in a row, though not at the start of a word: “Petříček”.
  const tooMany =
    name === WESTERN.name ? /[^\p{ASCII}]{3}/u : /(?<!\p{ASCII})[^\p{ASCII}]{3}|[^\p{ASCII}]{4}/u;
  if (!isCyrillic && tooMany.test(lower)) return false;
  const letters = lower.match(isCyrillic ? /./gu : /[^\p{ASCII}]/gu) ?? [];
  return alphabets.some((alphabet) => letters.every((letter) => alphabet.has(letter)));
}

interface Reading {
  readonly text: string;
  readonly words: number;
  readonly misfits: number;
}

function read(bytes: Uint8Array, chosen: Encoding): Reading {
  const text = chosen.decode(bytes);
  let [words, misfits] = [0, 0];
  for (const [word] of text.matchAll(WORD)) {
    if (!/[^\p{ASCII}]\p{L}|\p{L}[^\p{ASCII}]|^[^\p{ASCII}]$/u.test(word)) continue;
    words += 1;
    if (!isWord(word, chosen)) misfits += 1;
  }
  return { text, words, misfits: misfits + (text.match(SIGN_INSIDE)?.length ?? 0) };
}

/** One word in so many may be none of the encoding's languages. */
const MISFIT_SHARE = 0.1;

/**
 * The encoding, older than Unicode, in which the bytes make words; undefined where none does. Windows-1252 unless
 * another one clearly fits better: bytes alone cannot tell for certain.
 */
export function guessEncoding(bytes: Uint8Array): GuessedEncoding | undefined {
  const western = read(bytes, WESTERN);
  const isWestern = isPlausibleWindows1252(bytes);
  if (western.misfits === 0 && (isWestern || (western.words > 0 && !CONTROL.test(western.text))))
    return { name: WESTERN.name, text: western.text };
  let best: (GuessedEncoding & { readonly misfits: number }) | undefined;
  for (const other of OTHERS) {
    const { text, words, misfits } = read(bytes, other);
    const fits = words > 0 && misfits <= MISFIT_SHARE * words && misfits < western.misfits;
    if (fits && misfits < (best?.misfits ?? Infinity)) best = { name: other.name, text, misfits };
  }
  if (best !== undefined) return { name: best.name, text: best.text };
  return isWestern ? { name: WESTERN.name, text: western.text } : undefined;
}
