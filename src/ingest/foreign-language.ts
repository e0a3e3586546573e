/** Words that English prose is never without and that are no words of its neighbours: “was” is also Dutch and German. */
const ENGLISH = new Set(
  'the of and to that for with from by said says has have had been were are will would not it this which who but their his'.split(
    ' ',
  ),
);
/** One word in eight of English prose is one of them at least (Wikinews 2019–2020), none of a French or German one. */
const LEAST_SHARE = 0.05;
/** Fewer words tell nothing. */
const LEAST_WORDS = 20;
/** So much of a text is looked at, in UTF-16 code units. */
const LOOKED_AT = 20_000;

/** Whether a text of some length is plainly in another language than English: few of its most frequent words. */
export function isForeignLanguage(text: string): boolean {
  const start = text.slice(0, LOOKED_AT);
  const letters = start.match(/\p{L}/gu)?.length ?? 0;
  const latin = start.match(/\p{Script=Latin}/gu)?.length ?? 0;
  if (letters >= LEAST_WORDS && latin < 0.5 * letters) return true;
  const words = start.toLowerCase().match(/[\p{L}\p{M}]+/gu) ?? [];
  if (words.length < LEAST_WORDS) return false;
  return words.filter((word) => ENGLISH.has(word)).length < LEAST_SHARE * words.length;
}
