import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { isPunctuation, type TokenRange } from './token-range.ts';

const AUXILIARY = /^(?:be|have|do|will|would|shall|should|can|could|may|might|must|ought|need|get)$/u;
const NEGATION = /^(?:not|n't|n’t|never|nor|neither|no)$/iu;
const AUXILIARY_RELATION = /^(?:aux|aux:pass|cop)$/u;

/** Whether the word denies what it stands with. */
export function isNegation(token: Token): boolean {
  return NEGATION.test(token.form);
}

/** “not only rejects the plan but also …”: denies nothing. */
export function isDenial(text: AnnotatedText, token: Token): boolean {
  return (
    isNegation(token) && !/^(?:only|just|merely|simply)$/iu.test(text.tokens[token.index + 1]?.form ?? '')
  );
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
      if (isDenial(text, token)) negated = true;
    } else if (token.upos !== 'ADV') break;
  }
  const short = stopsShort(text, first);
  if (short !== undefined)
    return { range: { first: short, end: particleEnd(text, verb, end) }, negated: true };
  return { range: { first, end: particleEnd(text, verb, end) }, negated };
}

function particleEnd(text: AnnotatedText, verb: Token, end: number): number {
  const following = text.tokens[end];
  return following?.xpos === 'RP' && following.head === verb.index ? end + 1 : end;
}

/** “have stopped short of rejecting the plan”, “fell short of accepting it”: a negation in other words. */
function stopsShort(text: AnnotatedText, first: number): number | undefined {
  const [stop, short, of] = [3, 2, 1].map((back) => text.tokens[first - back]);
  if (!/^(?:stop|fall)$/u.test(stop?.lemma ?? '') || short?.form !== 'short' || of?.form !== 'of')
    return undefined;
  const auxiliary = text.tokens[first - 4];
  return auxiliary !== undefined && isGroupMember(auxiliary) ? first - 4 : first - 3;
}
