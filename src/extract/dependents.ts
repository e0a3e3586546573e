import type { AnnotatedText, Token } from '../model/annotated-text.ts';

/** The tokens that depend directly on `token`, in reading order. */
export function dependentsOf(text: AnnotatedText, token: Token): readonly Token[] {
  return token.children.flatMap((child) => text.tokens[child] ?? []);
}

/** What depends on a word or on one of the words after it up to `end`, and stands behind them: “cast doubt on | it”. */
export function complementsOf(text: AnnotatedText, token: Token, end: number): readonly Token[] {
  return text.tokens
    .slice(token.index, Math.max(end, token.index + 1))
    .flatMap((word) => dependentsOf(text, word))
    .filter((child) => child.index >= end)
    .sort((left, right) => left.index - right.index);
}

/** The first dependent of `token` that stands in one of the relations. */
export function findDependent(
  text: AnnotatedText,
  token: Token,
  relations: readonly string[],
): Token | undefined {
  return dependentsOf(text, token).find((child) => relations.includes(child.relation));
}

/** The token that governs `token`, unless it is a root. */
export function headOf(text: AnnotatedText, token: Token): Token | undefined {
  return token.head < 0 ? undefined : text.tokens[token.head];
}

/** Indices of `token` and everything under it, ascending; `skip` cuts a branch off. */
export function collectSubtree(
  text: AnnotatedText,
  token: Token,
  skip: (descendant: Token) => boolean = () => false,
): readonly number[] {
  const found: number[] = [];
  const open = [token];
  for (let current = open.pop(); current !== undefined; current = open.pop()) {
    found.push(current.index);
    for (const child of dependentsOf(text, current)) if (!skip(child)) open.push(child);
  }
  return found.sort((left, right) => left - right);
}
