import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { isPunctuation, type TokenRange } from './token-range.ts';

const AUXILIARY = /^(?:be|have|do|will|would|shall|should|can|could|may|might|must|ought|need|get)$/u;
const NEGATION = /^(?:not|n't|n’t|never|nor|neither|no)$/iu;
const AUXILIARY_RELATION = /^(?:aux|aux:pass|cop)$/u;

/** Whether the word denies what it stands with. */
export function isNegation(token: Token): boolean {
  return NEGATION.test(token.form);
}

/** A verb with its auxiliaries, negation and particle: “did not rule out”. */
export interface VerbGroup {
  readonly range: TokenRange;
  readonly negated: boolean;
}

function isGroupMember(token: Token): boolean {
  return (
    AUXILIARY_RELATION.test(token.relation) ||
    token.xpos === 'MD' ||
    isNegation(token) ||
    (AUXILIARY.test(token.lemma) && (token.upos === 'AUX' || token.xpos.startsWith('VB')))
  );
}

/**
 * The verb group that ends with the tokens `[verb, end)`: “has been encouraging”. An adverb is taken in only when an
 * auxiliary stands before it, so that “openly” belongs to “were openly called” and “also” not to “also called”.
 */
export function readVerbGroup(text: AnnotatedText, verb: Token, end: number): VerbGroup {
  const sentence = text.sentences[verb.sentence];
  const left = Math.max(sentence?.firstToken ?? 0, verb.index - 5);
  let first = verb.index;
  let negated = false;
  for (let index = verb.index - 1; index >= left; index -= 1) {
    const token = text.tokens[index];
    if (token === undefined || isPunctuation(token)) break;
    if (isGroupMember(token)) {
      first = index;
      if (isNegation(token)) negated = true;
    } else if (token.upos !== 'ADV') break;
  }
  const following = text.tokens[end];
  const particle = following?.xpos === 'RP' && following.head === verb.index;
  return { range: { first, end: particle ? end + 1 : end }, negated };
}
