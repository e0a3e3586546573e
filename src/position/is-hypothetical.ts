import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { childrenOf, climbTree } from './climb-tree.ts';
import { findPhrase } from './find-phrase.ts';
import type { StanceLexicon } from './stance-lexicon.ts';

const OPENS = /^(?:if|unless|whether|until|lest)$/i;
/** “Should not expect it, when Russia has annexed it”: an act that, inside a claim, only says when. */
const DATES = /^(?:when|after|before|since|while|once)$/i;
const UNSURE: ReadonlySet<string> = new Set(['doubt', 'possible']);

/**
 * Whether what a verb tells is only supposed: in a condition or an indirect question (“will talk if Israel accepts the
 * truce”), or under a doubt (“it is unlikely that India will accept it”). Nobody takes a position by it. What is told (index of its first token) stands behind the “if”, not before it.
 */
export function isHypothetical(
  text: AnnotatedText,
  verb: Token,
  within: ReadonlySet<number>,
  told: number,
  isBackground: boolean,
  lexicon: StanceLexicon,
): boolean {
  return climbTree(text, verb, within).some(({ token, arrival }) => {
    const isOpened = childrenOf(text, token).some(
      ({ relation, form, index }) =>
        /^(?:mark|advmod)/.test(relation) &&
        (OPENS.test(form) || (isBackground && DATES.test(form))) &&
        index < told,
    );
    const isDoubted =
      /^[nc]subj|^ccomp/.test(arrival ?? '') &&
      token.upos === 'ADJ' &&
      UNSURE.has(findPhrase(text, token, lexicon.evaluations) ?? '');
    return isOpened || isDoubted;
  });
}
