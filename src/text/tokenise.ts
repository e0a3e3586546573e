import type { Span } from '../model/span.ts';
import { ENTITY, REMNANT_TAG, isSpaceEntity } from './html-remnants.ts';

/** Endings of web addresses that stand without a scheme: “aljazeera.com”. */
const DOMAINS =
  'com|org|net|gov|edu|int|mil|info|eu|uk|us|ru|ua|de|fr|cn|in|il|ir|tr|pl|br|za|au|ca|jp|ch|nl|se|es';

const LETTER = String.raw`[\p{L}\p{M}\p{N}_\u00AD\u200B-\u200D\u2060]`;

/**
 * One alternative for each shape of token, tried in this order at every place. None can go back over what it
 * has read, so that a megabyte without a space is read in linear time.
 */
const TOKEN = new RegExp(
  [
    REMNANT_TAG,
    ENTITY,
    String.raw`(?<![\p{L}\p{N}])Ph\.D\.`,
    String.raw`(?:https?|ftp):\/\/[^\s<>"“”«»]+`,
    String.raw`www\.[^\s<>"“”«»]+`,
    String.raw`(?<![\p{L}\p{N}])[A-Za-z0-9._+-]{1,64}@[A-Za-z0-9-]{1,64}(?:\.[A-Za-z0-9-]{1,64}){1,8}`,
    String.raw`[@#]${LETTER}+`,
    String.raw`(?<![\p{L}\p{N}])(?:[A-Za-z]\.){2,12}(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}.])(?:[A-Z]\.){2,12}`,
    String.raw`(?<![\p{L}\p{N}])(?:[A-Za-z0-9-]{1,63}\.){1,5}(?:${DOMAINS})(?![\p{L}\p{N}])`,
    String.raw`(?<![\p{L}\p{N}])\p{N}{1,2}\/\p{N}{1,2}\/\p{N}{2,4}`,
    String.raw`(?<![\p{L}\p{N}])\p{N}+(?:[.,:]\p{N}+)*${LETTER}*`,
    String.raw`${LETTER}+(?:['’ʼ]\p{L}${LETTER}*|&\p{Lu}+)*`,
    String.raw`\p{RI}{2}`,
    String.raw`\p{Extended_Pictographic}(?:\uFE0F|\u200D\p{Extended_Pictographic}|\p{EMod})*`,
    String.raw`\.{2,}|…+|-{2,}|\x60\x60|''|!{2,}|\?{2,}|[?!]{2,}|={2,}|_{2,}|\*{2,}|#{2,}|~{2,}`,
    String.raw`[^\s\p{L}\p{N}\p{C}]`,
  ].join('|'),
  'gu',
);

/** “don’t” is “do” and “n’t”; “they’re” is “they” and “’re”; “the minister’s” is “minister” and “’s”. */
const CLITIC = /(?:n['’ʼ]t|['’ʼ](?:s|re|ve|ll|d|m))$/iu;

/** Spellings of two words in one: the number of characters of the first. */
const FUSED = new Map([
  ['cannot', 3],
  ['gonna', 3],
  ['gotta', 3],
  ['wanna', 3],
]);

/** “pro-Beijing” and “non-nuclear” are one word, “London-based” three: Universal Dependencies for English. */
const BOUND_PREFIXES = new Set(
  'non e re anti co pre pro mid cross post over multi sub semi counter ex mini neo inter intra socio un micro'.split(
    ' ',
  ),
);

/** Words that keep their full stop: “Mr.”, “Gov.”, “Inc.”. */
const ABBREVIATIONS = new Set(
  (
    'mr mrs ms dr sen rep gov gen lt col sgt capt cmdr maj adm amb pres prof rev hon jr sr st ave inc ltd co corp bros ' +
    'vs etc drs messrs gens sens reps govs jan feb mar apr jun jul aug sept sep oct nov dec approx dept est fig min dist sec supt brig ret cpl pvt cdr insp ft mt cf ca'
  ).split(' '),
);

/** Words that keep their full stop before a number: “No. 12”, “Art. 5”, “p. 7”. */
const NUMBERED = /^(?:Nos?|[Aa]rts?|[Pp]aras?|[Vv]ol|[Cc]h|pp?)$/u;

/** Splits off clitics and the parts of fused words. */
function pushWord(text: string, start: number, end: number, spans: Span[]): void {
  const word = text.slice(start, end);
  const cut = FUSED.get(word.toLowerCase()) ?? (/['’ʼ]/u.test(word) ? CLITIC.exec(word)?.index : undefined);
  if (cut === undefined || cut === 0) {
    spans.push({ start, end });
    return;
  }
  spans.push({ start, end: start + cut }, { start: start + cut, end });
}

/** Whether the stop at `stop` belongs to the word before it. */
function keepsItsStop(text: string, word: Span, stop: Span): boolean {
  if (word.end !== stop.start || text[stop.start] !== '.' || stop.end - stop.start !== 1) return false;
  const form = text.slice(word.start, word.end);
  const after = text.slice(stop.end, stop.end + 3);
  if (/^\p{Lu}$/u.test(form))
    return /^(?:\s?\p{Lu}|,|\s\()/u.test(after) && !/^[\p{L}\p{N}'’]/u.test(text[word.start - 1] ?? '');
  if (NUMBERED.test(form)) return /^\s?\d/u.test(after);
  // “9 a.m. EST.” is a zone of time, “est. 1901” is not.
  if (form === 'EST') return false;
  return (
    /^\p{L}/u.test(form) && ABBREVIATIONS.has(form.toLowerCase()) && /^(?:$|[\s,;:)]|\p{Lu})/u.test(after)
  );
}

/** Whether the hyphen joins a bound prefix with its word: “anti-government”. */
function isBound(text: string, prefix: Span | undefined, hyphen: Span): boolean {
  return (
    prefix !== undefined &&
    prefix.end === hyphen.start &&
    hyphen.end - hyphen.start === 1 &&
    /[-‐‑]/u.test(text.slice(hyphen.start, hyphen.end)) &&
    BOUND_PREFIXES.has(text.slice(prefix.start, prefix.end).toLowerCase()) &&
    /\p{L}/u.test(text.slice(hyphen.end, hyphen.end + 1))
  );
}

/** Whether the match is no word: a tag of HTML, a reference to a space. */
function isRemnant(form: string): boolean {
  return form.startsWith('<') || (form.startsWith('&') && isSpaceEntity(form));
}

/**
 * The tokens of `text` from `start` to `end`, in the manner of Universal Dependencies for English.
 * Control characters, white space and what a scraper left of tags are in no token.
 */
export function tokenise(text: string, start: number, end: number): readonly Span[] {
  const slice = text.slice(start, end);
  const raw: Span[] = [];
  for (const match of slice.matchAll(TOKEN)) {
    const form = match[0];
    if (form.length > 2 && isRemnant(form)) continue;
    let length = form.length;
    if (/^(?:https?|ftp|www)/u.test(form) && length > 6) {
      while (length > 1 && /[.,;:!?)\]'’]/u.test(form[length - 1] ?? '')) length -= 1;
    }
    const from = start + match.index;
    pushWord(text, from, from + length, raw);
    for (let offset = from + length; offset < from + form.length; offset += 1) {
      raw.push({ start: offset, end: offset + 1 });
    }
  }
  const tokens: Span[] = [];
  for (let index = 0; index < raw.length; index += 1) {
    const span = raw[index];
    if (span === undefined) continue;
    const before = tokens.at(-1);
    const after = raw[index + 1];
    if (before !== undefined && keepsItsStop(text, before, span)) {
      tokens[tokens.length - 1] = { start: before.start, end: span.end };
    } else if (before !== undefined && after !== undefined && isBound(text, before, span)) {
      tokens[tokens.length - 1] = { start: before.start, end: after.end };
      index += 1;
    } else {
      tokens.push(span);
    }
  }
  return tokens;
}
