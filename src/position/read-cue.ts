import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { childrenOf } from './climb-tree.ts';
import { lookUpPhrase } from './find-phrase.ts';
import type { Attitude, StanceLexicon } from './stance-lexicon.ts';

/**
 * The attitudes that a cue expresses, the outermost first: two for “stop short of rejecting”, of which “say” counts
 * only when it stands alone. An act that is not listed is what its doer wants.
 */
function cueAttitudes(attribution: Attribution, lexicon: StanceLexicon): readonly Attitude[] {
  const { cueLemma, cueKind } = attribution;
  if (cueLemma === undefined) return [];
  const words = cueLemma.split(' ');
  const found: Attitude[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const phrase = lookUpPhrase(words.slice(index).join(' '), lexicon.attitudes);
    if (phrase === undefined) continue;
    found.push(phrase.name);
    index += phrase.words.length - 1;
  }
  const telling = found.filter((attitude) => attitude !== 'say');
  if (found.length > 0) return telling.length > 0 ? telling : ['say'];
  if (cueKind !== 'act') return [cueKind === 'attitude' ? 'think' : 'say'];
  const evaluation = lookUpPhrase(cueLemma, lexicon.evaluations)?.name;
  return [evaluation === 'end' || evaluation === 'reject' ? 'reject' : 'intend'];
}

/** An act that no list knows to be for or against anything: “joined the talks”. */
export function isMereAct({ cueKind, cueLemma = '' }: Attribution, lexicon: StanceLexicon): boolean {
  if (cueKind !== 'act') return false;
  return (
    lookUpPhrase(cueLemma, lexicon.attitudes) === undefined &&
    lookUpPhrase(cueLemma, lexicon.evaluations) === undefined
  );
}

/** “Announced a withdrawal” and “announced plans to” decide; “announced that the camp is empty” only says. */
export function readCue(
  text: AnnotatedText,
  attribution: Attribution,
  content: ReadonlySet<number>,
  lexicon: StanceLexicon,
): readonly Attitude[] {
  const governor = text.tokens.find(({ index, head }) => content.has(index) && !content.has(head));
  const isThing = governor?.upos === 'NOUN' || governor?.upos === 'PROPN';
  const hasVerb =
    governor !== undefined &&
    childrenOf(text, governor).some(({ relation }) => /^(?:cop|nsubj)/.test(relation));
  return cueAttitudes(attribution, lexicon).map((attitude) => {
    if (attitude !== 'announce') return attitude;
    return isThing && !hasVerb ? 'intend' : 'say';
  });
}
