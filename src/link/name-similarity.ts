import { foldName, skeletonOf } from './name-key.ts';
import { remember } from './remember.ts';

/** Share of the written form in a similarity; the skeleton has the rest. Set on transliterated names, see research notes. */
const FORM_SHARE = 0.4;

/** A name that goes on where the other stops counts this much by its skeleton: “Shabovova”, “Shabovalova”. */
const PREFIX_SIMILARITY = 0.6;

/** The row of the table of distances; names are short, longer strings get a row of their own. */
const ROW = new Uint16Array(64);

/**
 * The number of single-letter edits between two strings (Levenshtein 1966). Written for the machine, with one row of
 * the table and without the common ends: the linker spent a seventh of its time here.
 */
export function editDistance(left: string, right: string): number {
  let start = 0;
  let leftEnd = left.length;
  let rightEnd = right.length;
  while (
    leftEnd > start &&
    rightEnd > start &&
    left.charCodeAt(leftEnd - 1) === right.charCodeAt(rightEnd - 1)
  ) {
    leftEnd -= 1;
    rightEnd -= 1;
  }
  while (start < leftEnd && start < rightEnd && left.charCodeAt(start) === right.charCodeAt(start))
    start += 1;
  const width = rightEnd - start;
  if (leftEnd === start || width === 0) return Math.max(leftEnd - start, width);
  const row = width < ROW.length ? ROW : new Uint16Array(width + 1);
  for (let column = 0; column <= width; column += 1) row[column] = column;
  for (let from = start; from < leftEnd; from += 1) {
    const letter = left.charCodeAt(from);
    let diagonal = row[0] ?? 0;
    let before = diagonal + 1;
    row[0] = before;
    for (let column = 1; column <= width; column += 1) {
      const above = row[column] ?? 0;
      const substitution = letter === right.charCodeAt(start + column - 1) ? diagonal : diagonal + 1;
      before = Math.min(above + 1, before + 1, substitution);
      row[column] = before;
      diagonal = above;
    }
  }
  return row[width] ?? 0;
}

/** A single name, folded, with its skeleton. */
interface NameWord {
  readonly form: string;
  readonly skeleton: string;
  /** One or two letters written as initials: “J.”, “JJ”. */
  readonly isInitial: boolean;
}

const wordOf = remember((text): NameWord => ({
  form: foldName(text),
  skeleton: skeletonOf(text),
  isInitial: /^(?:\p{Lu}\.?-?)+$/u.test(text) && foldName(text).replace(/ /g, '').length <= 2,
}));

/** How alike two single names are, 0–1: written form and consonant skeleton. */
export function similarity(left: string, right: string): number {
  return likenessOfWords(wordOf(left), wordOf(right));
}

function likenessOfWords(left: NameWord, right: NameWord): number {
  if (left.form === '' || right.form === '') return 0;
  if (left.form === right.form) return 1;
  const longer = Math.max(left.form.length, right.form.length);
  const form = 1 - editDistance(left.form, right.form) / longer;
  return FORM_SHARE * form + (1 - FORM_SHARE) * skeletonSimilarity(left.skeleton, right.skeleton);
}

function skeletonSimilarity(left: string, right: string): number {
  if (left === '' || right === '') return 0;
  const distance = editDistance(left, right);
  const share = 1 - distance / Math.max(left.length, right.length);
  const isPrefix = distance > 0 && (left.startsWith(right) || right.startsWith(left));
  return isPrefix && Math.min(left.length, right.length) >= 2 ? Math.max(share, PREFIX_SIMILARITY) : share;
}

/** A personal name in parts: what stands first, and the last part. */
export interface NameParts {
  /** Empty where the name is a single word. */
  readonly first: string;
  readonly last: string;
  /** The last part with its particles: “von der Leyen”, “al-Assad”. */
  readonly family: string;
}

const PARTICLE =
  /^(?:al|bin|ibn|ben|de|da|di|do|dos|del|della|der|du|van|von|zu|la|le|el|ter|ten|af|av|abu|ould|st)$/i;

/** Divides a personal name. */
export const partsOf: (name: string) => NameParts = remember(divide);

/** “Jr.”, “III”: no part of the family name. */
const SUFFIX = /^(?:jr|sr)\.?$|^(?:II|III|IV)$/i;
/** “Mr Milosevic” is a lone family name. */
const ADDRESS = /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame|prof|gen|col|sen|rep|gov)\.?$/i;

function divide(name: string): NameParts {
  const written = name.split(/\s+/).filter((word) => word !== '');
  const bare = written.filter(
    (word, place) => !(place > 0 && SUFFIX.test(word)) && !(place === 0 && ADDRESS.test(word)),
  );
  const words = bare.length > 0 ? bare : written;
  const last = words.at(-1) ?? '';
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  // “Ben Wallace”, “Al Gore”: a given name, unlike the “ben” of “ben Ali”.
  const startsWithParticle =
    words.length > 1 && PARTICLE.test(words[0] ?? '') && !/^(?:Al|Ben)$/.test(words[0] ?? '');
  return {
    first: words.length > 1 && !startsWithParticle ? (words[0] ?? '') : '',
    last: last.replace(/^(?:al|el|ad|as|ash)-/i, ''),
    family: startsWithParticle ? words.join(' ') : words.slice(from).join(' '),
  };
}

/** How alike two family names are. */
export function familySimilarity(left: NameParts, right: NameParts): number {
  return Math.max(similarity(left.last, right.last), similarity(left.family, right.family));
}

/** How alike two given names are; 1 for an initial that fits: “J.” and “John”. */
export function givenSimilarity(left: string, right: string): number {
  return likenessOfGiven(wordOf(left), wordOf(right));
}

function likenessOfGiven(left: NameWord, right: NameWord): number {
  return isInitialOf(left, right) || isInitialOf(right, left) ? 1 : likenessOfWords(left, right);
}

function isInitialOf(short: NameWord, long: NameWord): boolean {
  return short.isInitial && long.form.startsWith(short.form.slice(0, 1));
}

/** A personal name ready to be compared. */
export interface ComparableName {
  readonly form: string;
  /** The number of its words. */
  readonly length: number;
  /** Undefined where the name is a single word. */
  readonly first: NameWord | undefined;
  readonly last: NameWord;
  readonly family: NameWord;
  /** The first letters of what stands between given and family name: `hw` of “George H.W. Bush”. */
  readonly middle: string;
}

/** Makes a name ready to be compared, once for all comparisons. */
export const prepareName: (name: string) => ComparableName = remember((name) => {
  const { first, last, family } = partsOf(name);
  return {
    form: foldName(name),
    length: foldName(name).split(' ').length,
    first: first === '' ? undefined : wordOf(first),
    last: wordOf(last),
    family: wordOf(family),
    middle: initialsBetween(name, first, family),
  };
});

function initialsBetween(name: string, first: string, family: string): string {
  const between = name.slice(name.indexOf(first) + first.length, name.lastIndexOf(family));
  return first === ''
    ? ''
    : foldName(between.replace(/\./g, ' '))
        .split(' ')
        .map((word) => word.slice(0, 1))
        .join('');
}

/** Whether two full names agree but for what stands between given and family name: “George H.W.” and “George W. Bush”. */
export function differInMiddle(left: ComparableName, right: ComparableName): boolean {
  const isSame = left.first?.form === right.first?.form && left.last.form === right.last.form;
  return isSame && left.middle !== '' && right.middle !== '' && left.middle[0] !== right.middle[0];
}

/** Share of the family name in the similarity of two full names. */
const FAMILY_SHARE = 0.65;
/** What a name counts that is part of the registered one: “Abiy Ahmed” of “Abiy Ahmed Ali”. */
const SHORTENED = 0.97;
/** What a missing given name counts. */
const SINGLE_NAME = 0.93;

/** Whether two or more words of a longer name stand together in it. */
function isShortened(mention: ComparableName, registered: ComparableName): boolean {
  return (
    mention.length > 1 &&
    registered.length > mention.length &&
    ` ${registered.form} `.includes(` ${mention.form} `)
  );
}

/** How alike the name in a text and a registered name are, 0–1. A lone surname stays below 1. */
export function nameSimilarity(mention: ComparableName, registered: ComparableName): number {
  if (mention.form === registered.form) return 1;
  if (isShortened(mention, registered)) return SHORTENED;
  const last = likenessOfWords(mention.last, registered.last);
  const isPlain = mention.last === mention.family && registered.last === registered.family;
  const family =
    last === 1 || isPlain ? last : Math.max(last, likenessOfWords(mention.family, registered.family));
  if (mention.first === undefined || registered.first === undefined) return family * SINGLE_NAME;
  return FAMILY_SHARE * family + (1 - FAMILY_SHARE) * likenessOfGiven(mention.first, registered.first);
}
