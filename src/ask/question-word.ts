/** A word of a question or of a name. */
export interface QuestionWord {
  /** As written, without a possessive ending. */
  readonly form: string;
  readonly lower: string;
  /** The word without the endings of number and tense: `rejected` → `reject`. */
  readonly stem: string;
  /** “Ukraine's”. */
  readonly isPossessive: boolean;
}

const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/ies$/u, 'y'],
  [/(?<=..[^aeiou])es$/u, 'e'],
  [/(?<=...)s$/u, ''],
  [/(?<=...)ing$/u, ''],
  [/(?<=...)ed$/u, ''],
  [/(?<=...)e$/u, ''],
];

/** A word without common endings, so that “elections” is “election”; good enough to find a name by. */
export function stemName(word: string): string {
  let stem = word.replace(/^defense/u, 'defence');
  for (const [ending, replacement] of ENDINGS) {
    if (stem.endsWith('ss') && ending.source.endsWith('s$')) continue;
    stem = stem.replace(ending, replacement);
  }
  return stem.replace(/([^aeiouls])\1$/u, '$1');
}

/** The words of a text; marks are left out, dots inside “U.S.” too. */
export function readWords(text: string): readonly QuestionWord[] {
  const plain = text
    .normalize('NFC')
    .replaceAll(/[’ʼ‘]/gu, "'")
    .replaceAll(/(?<=\p{Lu})\.(?=\p{Lu}|\s|$)/gu, '');
  return (plain.match(/[\p{L}\p{N}]+(?:'\p{L}+)?/gu) ?? []).map((written) => {
    const form = written.replace(/'s?$/u, '');
    const lower = form.toLowerCase();
    return { form, lower, stem: stemName(lower), isPossessive: form !== written };
  });
}

/** Whether two stems are one word but for a slip: one letter wrong, missing, too many, or two exchanged. */
export function isSlipOf(left: string, right: string): boolean {
  if (Math.min(left.length, right.length) < 5 || Math.abs(left.length - right.length) > 1) return false;
  let start = 0;
  while (start < left.length && left[start] === right[start]) start += 1;
  const [restLeft, restRight] = [left.slice(start), right.slice(start)];
  if (restLeft.slice(1) === restRight.slice(1)) return true;
  if (restLeft.slice(1) === restRight || restLeft === restRight.slice(1)) return true;
  return (
    restLeft[0] === restRight[1] && restLeft[1] === restRight[0] && restLeft.slice(2) === restRight.slice(2)
  );
}
