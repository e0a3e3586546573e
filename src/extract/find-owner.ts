import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { dependentsOf, findDependent } from './dependents.ts';
import { readSourcePhrase } from './source-phrase.ts';
import type { TokenRange } from './token-range.ts';

/** Whose words they are: a possessive, “by X”, “from X” or “among X”, a demonym or name before the noun, the subject. */
export function findOwner(text: AnnotatedText, noun: Token, cue: TokenRange): TokenRange | undefined {
  const owner =
    findDependent(text, noun, ['nmod:poss']) ??
    dependentsOf(text, noun).find((child) => child.relation === 'nmod' && isBy(text, child)) ??
    findDependent(text, noun, ['compound']);
  if (owner === undefined) return undefined;
  const named = owner.relation !== 'compound' || owner.upos === 'PROPN';
  const range = named ? readSourcePhrase(text, owner, cue) : undefined;
  if (range === undefined) return undefined;
  const last = text.tokens[range.end - 1];
  return last?.xpos === 'POS' ? { first: range.first, end: range.end - 1 } : range;
}

function isBy(text: AnnotatedText, child: Token): boolean {
  const marks = dependentsOf(text, child).filter((mark) => mark.relation === 'case');
  return marks.some((mark) => /^(?:by|from|among)$/u.test(mark.lemma));
}
