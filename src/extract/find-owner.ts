import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { dependentsOf, findDependent } from './dependents.ts';
import { readSourcePhrase } from './source-phrase.ts';
import type { TokenRange } from './token-range.ts';

/** Whose words they are: a possessive, “by X” or “from X”, a demonym or name before the noun, the subject. */
export function findOwner(
  text: AnnotatedText,
  noun: Token,
  cue: TokenRange,
  prepositions = /^(?:by|from)$/u,
): TokenRange | undefined {
  const owner =
    findDependent(text, noun, ['nmod:poss']) ??
    dependentsOf(text, noun).find(
      (child) => child.relation === 'nmod' && isMarked(text, child, prepositions),
    ) ??
    findDependent(text, noun, ['compound']);
  if (owner === undefined) return undefined;
  const named = owner.relation !== 'compound' || owner.upos === 'PROPN';
  const range = named ? readSourcePhrase(text, owner, cue) : undefined;
  if (range === undefined) return undefined;
  const last = text.tokens[range.end - 1];
  return last?.xpos === 'POS' ? { first: range.first, end: range.end - 1 } : range;
}

function isMarked(text: AnnotatedText, child: Token, prepositions: RegExp): boolean {
  const marks = dependentsOf(text, child).filter((mark) => mark.relation === 'case');
  return marks.some((mark) => prepositions.test(mark.lemma));
}
