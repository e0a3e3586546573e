import type { Quad, Term } from '@rdfjs/types';

/** A place of a quad pattern: a term, a variable, a triple term that may hold variables, or anything. */
export type TermPattern = Term | null | undefined;

/** Whether a place asks for anything at all: it is left out or is a variable. */
export function isWildcard(pattern: TermPattern): pattern is null | undefined {
  return pattern === null || pattern === undefined || pattern.termType === 'Variable';
}

/** Whether a place is a triple term with a variable somewhere inside, `<<( ?holder dip:rejects ?issue )>>`. */
export function isOpenTripleTerm(pattern: TermPattern): pattern is Quad {
  return pattern?.termType === 'Quad' && [pattern.subject, pattern.predicate, pattern.object].some(isOpen);
}

function isOpen(term: Term): boolean {
  return term.termType === 'Variable' || isOpenTripleTerm(term);
}

/** Whether a term is one that the pattern asks for; the same variable twice is the caller's concern. */
export function fits(term: Term, pattern: TermPattern): boolean {
  if (isWildcard(pattern)) return true;
  if (pattern.termType !== 'Quad') return term.equals(pattern);
  return (
    term.termType === 'Quad' &&
    fits(term.subject, pattern.subject) &&
    fits(term.predicate, pattern.predicate) &&
    fits(term.object, pattern.object)
  );
}
