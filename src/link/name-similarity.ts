import { foldName, skeletonOf } from './name-key.ts';

/** Share of the written form in a similarity; the skeleton has the rest. Set on transliterated names, see research notes. */
const FORM_SHARE = 0.4;

/** A name that goes on where the other stops counts this much by its skeleton: “Shabovova”, “Shabovalova”. */
const PREFIX_SIMILARITY = 0.6;

/** The number of single-letter edits between two strings (Levenshtein 1966). */
export function editDistance(left: string, right: string): number {
  if (left === '' || right === '') return Math.max(left.length, right.length);
  let previous = Array.from({ length: right.length + 1 }, (_, index) => index);
  for (let row = 1; row <= left.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= right.length; column += 1) {
      const substitution = (previous[column - 1] ?? 0) + (left[row - 1] === right[column - 1] ? 0 : 1);
      current[column] = Math.min((previous[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1, substitution);
    }
    previous = current;
  }
  return previous[right.length] ?? 0;
}

/** How alike two single names are, 0–1: written form and consonant skeleton. */
export function similarity(left: string, right: string): number {
  const leftForm = foldName(left);
  const rightForm = foldName(right);
  if (leftForm === '' || rightForm === '') return 0;
  if (leftForm === rightForm) return 1;
  const form = 1 - editDistance(leftForm, rightForm) / Math.max(leftForm.length, rightForm.length);
  return FORM_SHARE * form + (1 - FORM_SHARE) * skeletonSimilarity(skeletonOf(left), skeletonOf(right));
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
export function partsOf(name: string): NameParts {
  const words = name.split(/\s+/).filter((word) => word !== '');
  const last = words.at(-1) ?? '';
  let from = words.length - 1;
  while (from > 1 && PARTICLE.test(words[from - 1] ?? '')) from -= 1;
  const startsWithParticle = words.length > 1 && PARTICLE.test(words[0] ?? '');
  return {
    first: words.length > 1 && !startsWithParticle ? (words[0] ?? '') : '',
    last: last.replace(/^(?:al|el|ad|as|ash)-/i, ''),
    family: startsWithParticle ? words.join(' ') : words.slice(from).join(' '),
  };
}

/** Whether a given name can be short for, or the initial of, the other: “J.” and “John”. */
export function isInitialOf(short: string, long: string): boolean {
  const letters = foldName(short).replace(/ /g, '');
  return (
    /^(?:\p{Lu}\.?-?)+$/u.test(short) && letters.length <= 2 && foldName(long).startsWith(letters.slice(0, 1))
  );
}

/** How alike two family names are. */
export function familySimilarity(left: NameParts, right: NameParts): number {
  return Math.max(similarity(left.last, right.last), similarity(left.family, right.family));
}

/** How alike two given names are; 1 for an initial that fits. */
export function givenSimilarity(left: string, right: string): number {
  if (isInitialOf(left, right) || isInitialOf(right, left)) return 1;
  return similarity(left, right);
}

/** Share of the family name in the similarity of two full names. */
const FAMILY_SHARE = 0.65;
/** What a missing given name counts. */
const SINGLE_NAME = 0.93;

/** How alike the name in a text and a registered name are, 0–1. A lone surname stays below 1. */
export function nameSimilarity(mention: string, registered: string): number {
  if (foldName(mention) === foldName(registered)) return 1;
  const left = partsOf(mention);
  const right = partsOf(registered);
  const family = familySimilarity(left, right);
  if (left.first === '' || right.first === '') return family * SINGLE_NAME;
  return FAMILY_SHARE * family + (1 - FAMILY_SHARE) * givenSimilarity(left.first, right.first);
}
