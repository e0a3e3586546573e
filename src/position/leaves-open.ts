import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { childrenOf, climbTree } from './climb-tree.ts';
import { findPhrase } from './find-phrase.ts';
import type { StanceLexicon } from './stance-lexicon.ts';

/** Verbs whose “if” is a “whether” where it stands right behind them. */
const ASKS = /^(?:ask|inquire|enquire|wonder|know|decide|determine|say|tell|see|consider|clear)$/;

/** Whether a clause is one that “whether” opens: “whether Kosovo might join”, “would not say if it would attend”. */
function isInterrogative(text: AnnotatedText, clause: Token): boolean {
  const head = text.tokens[clause.head];
  return childrenOf(text, clause).some(({ relation, form, index }) => {
    if (relation !== 'mark' && relation !== 'advmod') return false;
    if (/^whether$/i.test(form)) return true;
    const asks = head !== undefined && ASKS.test(head.lemma);
    return /^if$/i.test(form) && asks && (clause.relation === 'ccomp' || index === (head?.index ?? -2) + 1);
  });
}

/**
 * Whether the content leaves open what the target tells: “has yet to decide whether to join”. What somebody doubts
 * or calls unclear is judged by that word, and is not left open.
 */
export function leavesOpen(
  text: AnnotatedText,
  target: Token,
  within: ReadonlySet<number>,
  lexicon: StanceLexicon,
): boolean {
  const levels = climbTree(text, target, within);
  const open = levels.findIndex(({ token }) => isInterrogative(text, token));
  return (
    open >= 0 &&
    levels.slice(open + 1).every(({ token }) => findPhrase(text, token, lexicon.evaluations) === undefined)
  );
}
