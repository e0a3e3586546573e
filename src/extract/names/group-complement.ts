import type { AnnotatedText, Sentence, Token } from '../../model/annotated-text.ts';
import { isForm } from './draft-mention.ts';

const LONGEST = 20;

/** Whether the token hangs under `top`, and not in a clause of its own. */
function isUnder(text: AnnotatedText, token: Token, top: Token): boolean {
  let current: Token | undefined = token;
  for (let steps = 0; current !== undefined && steps < LONGEST; steps += 1) {
    if (current.index === top.index) return true;
    if (/^(?:acl|advcl|ccomp|xcomp|parataxis|obl)/.test(current.relation)) return false;
    current = text.tokens[current.head];
  }
  return false;
}

/**
 * The end of what tells which group is meant: “the parties to the conflict”, “the members of the Troika (Norway, the
 * United Kingdom and the United States) and the European Union”. Without such words the end of the head noun.
 */
export function endOfGroupComplement(text: AnnotatedText, sentence: Sentence, head: number): number {
  const start = head + 1;
  const marker = text.tokens[start];
  if (!isForm(marker, 'of', 'to')) return start;
  const top = text.tokens[marker?.head ?? -1];
  if (top === undefined || top.head !== head || !top.relation.startsWith('nmod')) return start;
  let end = start;
  let depth = 0;
  for (let index = start; index < Math.min(sentence.endToken, start + LONGEST); index += 1) {
    const token = text.tokens[index];
    if (token === undefined) break;
    const isInBrackets = depth > 0;
    if (isForm(token, '(', '[')) depth += 1;
    else if (isForm(token, ')', ']')) depth -= 1;
    else if (!isInBrackets && (!isUnder(text, token, top) || isForm(token, ',', ';', ':', '–', '—'))) break;
    if (depth === 0 && /[\p{L}\p{N})\]]/u.test(token.form) && !/^(?:and|or|the|of|to|in)$/i.test(token.form))
      end = index + 1;
  }
  return end;
}

/** Whether a head noun gathers many: “a group of mayors”, “an assembly of foreign ministers”. */
export function gathersMany(text: AnnotatedText, head: number): boolean {
  const marker = text.tokens[head + 1];
  const many = text.tokens[marker?.head ?? -1];
  return (
    isForm(marker, 'of') &&
    many !== undefined &&
    many.head === head &&
    many.relation.startsWith('nmod') &&
    /^NNP?S$/.test(many.xpos)
  );
}
