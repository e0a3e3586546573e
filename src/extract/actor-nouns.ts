import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { TokenRange } from './token-range.ts';

/** Nouns for those who act for a state or body: “minister”, “parliament”, “officials”. */
export type ActorNouns = ReadonlySet<string>;

/**
 * Reads the first column of the word lists of offices, groups and institutions (`data/lexicon/offices.tsv`,
 * `group-nouns.tsv`, `institution-nouns.tsv`); of a phrase the last word counts.
 */
export function parseActorNouns(lists: readonly string[]): ActorNouns {
  const words = lists.flatMap((contents) =>
    contents.split(/\r?\n/u).flatMap((line) => {
      const phrase = line.split('\t')[0] ?? '';
      const word = phrase.split(' ').at(-1);
      return line.startsWith('#') || word === undefined || word === '' ? [] : [word.toLowerCase()];
    }),
  );
  return new Set(words);
}

const ACTING_PRONOUN = /^(?:he|she|they|we|it|both)$/iu;

/** Whether the words name somebody who can act for a state or body: “Quito”, “they”, “the parliament”; not “the delay” or “prices”. */
export function namesActor(
  text: AnnotatedText,
  source: TokenRange | undefined,
  actorNouns: ActorNouns,
): boolean {
  return text.tokens
    .slice(source?.first ?? 0, source?.end ?? 0)
    .some(
      (token) =>
        token.upos === 'PROPN' ||
        ACTING_PRONOUN.test(token.form) ||
        actorNouns.has(token.form.toLowerCase()) ||
        isCapitalised(token),
    );
}

/** “Athens expelled …”: a name that the tagger takes for a plural. */
function isCapitalised(token: Token): boolean {
  return token.upos === 'NOUN' && /^\p{Lu}/u.test(token.form);
}
