/** “CAIRO”, “NEW DELHI, India”, “UNITED NATIONS, N.Y., March 3 (Xinhua)”: a place in capitals, what places it, and the agency. */
const PLACE_IN_CAPITALS =
  /^\p{Lu}[\p{Lu}.'’-]{3,}(?:[ /]\p{Lu}[\p{Lu}.'’-]+){0,3}(?:, \p{Lu}[\p{L}. ]{1,24}?){0,2}(?:,? \d{1,2}(?: \p{L}{3,9}\.?)?(?:,? \d{4})?)?(?: \([\p{L}\d ./-]{2,30}\))?\s*(?:—|–|--|-)\s+(?=[\p{Lu}\p{N}"“‘'])/u;

/** “Seoul (Yonhap) - ”, “Moscow, May 4 (TASS) — ”: a place is only sure to be one beside an agency. */
const PLACE_AND_AGENCY =
  /^\p{Lu}\p{L}+(?:[ -]\p{Lu}\p{L}+){0,2}(?:, \p{Lu}[\p{L}. ]{1,24}?)?(?:,? \d{1,2}(?: \p{L}{3,9}\.?)?(?:,? \d{4})?)? \(\p{Lu}[\p{L}\d ./-]{1,29}\)\s*(?:—|–|--|-)\s*(?=[\p{Lu}\p{N}"“‘'])/u;

/** “(Reuters) - ”, “(CNN)”: the agency alone. */
const AGENCY = /^\(\p{Lu}[\p{L} ]{1,19}\)\s*(?:(?:—|–|--|-)\s*)?(?=[\p{Lu}"“‘'])/u;

/**
 * How many characters of a paragraph's beginning are its dateline, with the dash and the space after it; 0 where there
 * is none. A dateline is no part of the sentence: the subject of “CAIRO — Egypt rejected the plan” is Egypt.
 */
export function findDateline(paragraph: string): number {
  const start = paragraph.slice(0, 120);
  for (const pattern of [PLACE_IN_CAPITALS, PLACE_AND_AGENCY, AGENCY]) {
    const length = pattern.exec(start)?.[0].length;
    if (length !== undefined) return length;
  }
  return 0;
}
