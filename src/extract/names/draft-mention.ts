import type { AnnotatedText, Token } from '../../model/annotated-text.ts';
import type { EntityType, MentionKind } from '../../model/mention.ts';
import type { TokenRange } from '../token-range.ts';

/** A mention while it is being looked for: a stretch of tokens. */
export interface DraftMention extends TokenRange {
  readonly kind: MentionKind;
  readonly type: EntityType;
  /** The words of office beside a name. */
  readonly title?: TokenRange;
}

/** The token of the range whose governor lies outside it; the last one where the tree is poor. */
export function headOfRange(text: AnnotatedText, range: TokenRange): number {
  for (let index = range.first; index < range.end; index += 1) {
    const token = text.tokens[index];
    if (token === undefined || /^(?:punct|case|det|cc)$/.test(token.relation)) continue;
    if (token.head < range.first || token.head >= range.end) return index;
  }
  return range.end - 1;
}

/** Whether the token is written with a capital. */
export function isCapitalised(token: Token | undefined): token is Token {
  return token !== undefined && /^\p{Lu}/u.test(token.form);
}

/** Whether the token is the clitic of possession. */
export function isPossessive(token: Token | undefined): boolean {
  return token !== undefined && (/^'s$/i.test(token.form) || (token.form === "'" && token.xpos === 'POS'));
}

/** Whether `mark` stands between tokens: a comma, a bracket. */
export function isForm(token: Token | undefined, ...forms: readonly string[]): boolean {
  return token !== undefined && forms.includes(token.form.toLowerCase());
}

/** Whether the token is written as names are: a capital, then letters. */
export function isNameShaped(token: Pick<Token, 'form'>): boolean {
  return /^(?:\p{Lu}|al-\p{Lu}|el-\p{Lu}|d'\p{Lu})[\p{L}\p{M}\p{N}.'&-]*$/u.test(token.form);
}
