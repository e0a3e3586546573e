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

/** Forms that no ending tells. */
const IRREGULAR: ReadonlyMap<string, string> = new Map(
  'kept keep,held hold,left leave,built build,sent send,lost lose,won win,met meet,brought bring,bought buy,sold sell,withdrew withdraw,withdrawn withdraw,gave give,given give,took take,taken take,went go,gone go,began begin,begun begin,broke break,broken break,fought fight,led lead,paid pay,sought seek,stole steal,stolen steal,struck strike,threw throw,thrown throw,wrote write,written write,drew draw,drawn draw,fell fall,fallen fall,grew grow,grown grow,shot shoot,froze freeze,frozen freeze,chose choose,chosen choose,rose rise,risen rise,spent spend,overthrew overthrow,overthrown overthrow,became become,men man,women woman,children child'
    .split(',')
    .map((pair) => [pair.slice(0, pair.indexOf(' ')), pair.slice(pair.indexOf(' ') + 1)] as const),
);

/** British and American spelling as one, after the endings are gone: `labour`, `recognis`, `defens`, `programm`. */
const SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/our$/u, 'or'],
  [/(?<=...)is(?=ation$|$)/u, 'iz'],
  [/(?<=..)ens$/u, 'enc'],
  [/(?<=cent|theat|lit|met)er$/u, 'r'],
];

/**
 * A word without common endings and differences of spelling, so that “elections” is “election” and “defense” is
 * “defence”; good enough to find a name by.
 */
export function stemName(word: string): string {
  let stem = IRREGULAR.get(word) ?? word;
  for (const [ending, replacement] of ENDINGS) {
    if (stem.endsWith('ss') && ending.source.endsWith('s$')) continue;
    stem = stem.replace(ending, replacement);
  }
  stem = stem.replace(/([^aeiouls])\1$/u, '$1');
  for (const [spelling, replacement] of SPELLINGS) stem = stem.replace(spelling, replacement);
  return stem;
}

/** The words of a question; one that is typed in capitals throughout is read as if in small letters. */
export function readQuestion(question: string): readonly QuestionWord[] {
  return readWords(/\p{Ll}/u.test(question) ? question : question.toLowerCase());
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
