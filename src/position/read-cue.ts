import type { AnnotatedText } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { childrenOf } from './climb-tree.ts';
import { lookUpPhrase } from './find-phrase.ts';
import { findGovernor } from './locate-token.ts';
import type { Attitude, StanceLexicon } from './stance-lexicon.ts';

/**
 * The attitudes that a cue expresses, the outermost first: two for “stop short of rejecting”, of which “say” counts
 * only when it stands alone. An act that is not listed is what its doer wants.
 */
function cueAttitudes(
  text: AnnotatedText,
  attribution: Attribution,
  lexicon: StanceLexicon,
): readonly Attitude[] {
  const { cueLemma, cueKind, cueToken } = attribution;
  if (cueLemma === undefined) return [];
  // “Its call for a truce”: the noun with its preposition tells more than the noun.
  const next = text.tokens[cueToken + 1]?.form.toLowerCase() ?? '';
  const full = cueKind === 'noun' ? lookUpPhrase(`${cueLemma} ${next}`, lexicon.attitudes) : undefined;
  if (full !== undefined && full.words.length > 1) return [full.name];
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

const TAKES_AGAINST = /^(?:warn|caution|advise|argue|decide|vote|rule|speak|lobby|campaign)$/;
const AGAINST_REACH = 5;

/** “Warned Ethiopia against filling the dam”: the particle stands behind the person addressed. */
function isAgainst(
  text: AnnotatedText,
  { cueLemma = '', cueToken }: Attribution,
  content: ReadonlySet<number>,
): boolean {
  if (!TAKES_AGAINST.test(cueLemma)) return false;
  const next = text.tokens.slice(cueToken + 1, cueToken + 1 + AGAINST_REACH);
  const particle = next.find(({ form }) => form.toLowerCase() === 'against');
  const clause = next.find(({ form, upos }) => upos === 'VERB' || /^(?:that|to)$/i.test(form));
  if (particle === undefined || (clause !== undefined && clause.index < particle.index)) return false;
  return content.has(particle.index) || content.has(particle.index + 1);
}

/** “Announced a withdrawal” and “announced plans to” decide; “announced that the camp is empty” only says. */
export function readCue(
  text: AnnotatedText,
  attribution: Attribution,
  content: ReadonlySet<number>,
  lexicon: StanceLexicon,
): readonly Attitude[] {
  if (isAgainst(text, attribution, content)) return ['reject'];
  const governor = findGovernor(text, content);
  const isThing = governor?.upos === 'NOUN' || governor?.upos === 'PROPN';
  const hasVerb =
    governor !== undefined &&
    childrenOf(text, governor).some(({ relation }) => /^(?:cop|nsubj)/.test(relation));
  return cueAttitudes(text, attribution, lexicon).map((attitude) => {
    if (attitude !== 'announce') return attitude;
    return isThing && !hasVerb ? 'intend' : 'say';
  });
}

const SIDES: ReadonlySet<Attitude> = new Set([
  'want',
  'support',
  'propose',
  'request',
  'criticise',
  'reject',
]);

/** Whether a cue with these attitudes is for or against what the content names. */
export function takesSides(attitudes: readonly Attitude[]): boolean {
  return attitudes.some((attitude) => SIDES.has(attitude));
}
