import type { Token } from '../model/annotated-text.ts';

const TIME =
  /^(?:day|week|month|year|hour|morning|evening|night|today|yesterday|\p{Lu}\p{Ll}+day|January|February|March|April|June|July|August|September|October|November|December)$/u;

/** “last month”, “on Tuesday”: a time says nothing. */
export function isTime(token: Token): boolean {
  return TIME.test(token.form);
}
