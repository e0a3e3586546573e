import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { childrenOf, climbTree, subjectOf } from './climb-tree.ts';
import type { Level } from './climb-tree.ts';
import { findPhrase, lookUpPhrase } from './find-phrase.ts';
import { deny, evaluate, takeAttitude } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import { readSmallWords } from './read-level.ts';
import type { Attitude, StanceLexicon } from './stance-lexicon.ts';

/** What an attribution's words say of a proposition, and the subject of the outermost verb that says it. */
export interface Composition {
  readonly outlook: Outlook;
  readonly subject?: Token;
  /** The cue only passes on what somebody else is said to want or do. */
  readonly isNeutralCue: boolean;
}

/** Relations by which a complement hangs from a verb of attitude; a subject is none. */
const IS_SUBJECT = /^(?:nsubj(?!:pass)|csubj|obl:agent|nmod:poss)/;

function evaluateModifiers(
  text: AnnotatedText,
  level: Level,
  outlook: Outlook,
  lexicon: StanceLexicon,
): Outlook {
  let result = outlook;
  const isPredicate = level.arrival?.startsWith('nsubj') === true;
  for (const child of childrenOf(text, level.token)) {
    if (
      child.relation !== 'amod' &&
      !(child.relation === 'advmod' && child.form.toLowerCase() === 'unlikely')
    )
      continue;
    const evaluation = findPhrase(text, child, lexicon.evaluations);
    const isHarsh = evaluation === 'reject' || evaluation === 'criticise' || evaluation === 'doubt';
    if (evaluation === undefined || (!isPredicate && !isHarsh)) continue;
    if (
      evaluation === 'possible' ||
      evaluation === 'probable' ||
      evaluation === 'happen' ||
      evaluation === 'end'
    )
      continue;
    const { negators } = isPredicate ? readSmallWords(text, level) : { negators: [] };
    result = evaluate(result, evaluation, child.form, negators.length % 2 === 1);
  }
  return result;
}

interface Climb {
  readonly outlook: Outlook;
  readonly subject?: Token;
}

function applyLevel(
  text: AnnotatedText,
  climb: Climb,
  level: Level,
  isMatched: boolean,
  lexicon: StanceLexicon,
): Climb {
  const { token, arrival } = level;
  const small = readSmallWords(text, level);
  const isDenied = small.negators.length % 2 === 1;
  const isSubject = arrival !== undefined && IS_SUBJECT.test(arrival);
  const attitude =
    isMatched || isSubject || arrival === undefined || arrival === 'compound' || arrival === 'amod'
      ? undefined
      : findPhrase(text, token, lexicon.attitudes);
  const evaluation =
    isMatched || attitude !== undefined ? undefined : findPhrase(text, token, lexicon.evaluations);
  let outlook = climb.outlook;
  let { subject } = climb;
  const before = outlook;
  if (attitude !== undefined) {
    outlook = takeAttitude(outlook, attitude, token.form, isDenied);
    subject = subjectOf(text, token) ?? subject;
  } else if (evaluation !== undefined && arrival !== undefined && fitsEvaluation(text, level, evaluation)) {
    outlook = evaluate(outlook, evaluation, token.form, isDenied);
  } else {
    outlook = evaluateModifiers(text, level, outlook, lexicon);
    const word = small.negators[0]?.form ?? 'not';
    const isVerbOfSubject =
      isSubject &&
      token.upos === 'VERB' &&
      childrenOf(text, token).some(({ relation }) => relation === 'obj');
    if (isDenied && outlook === before && !isVerbOfSubject) outlook = deny(outlook, word);
  }
  return { outlook: applyModals(outlook, small, token), ...(subject === undefined ? {} : { subject }) };
}

/** “Sanctions must end” and “end the sanctions” both end them; “the sanctions ended the war” does not. */
function fitsEvaluation(text: AnnotatedText, { token, arrival = '' }: Level, evaluation: string): boolean {
  const isSubject = /^nsubj(?!:pass)/.test(arrival);
  if (evaluation !== 'end') return arrival !== 'compound' && (arrival !== 'obj' || token.upos !== 'ADJ');
  return !isSubject || !childrenOf(text, token).some(({ relation }) => relation === 'obj');
}

function applyModals(outlook: Outlook, small: ReturnType<typeof readSmallWords>, token: Token): Outlook {
  let result = outlook;
  const needs = /^(?:need|have)$/.test(token.lemma) && token.upos === 'VERB' ? token : undefined;
  if (
    small.duty !== undefined ||
    (needs !== undefined && result.stance === undefined && needs.lemma === 'need')
  ) {
    result = {
      ...result,
      force: 'duty',
      reasons: [...result.reasons, `duty “${(small.duty ?? needs)?.form ?? ''}”`],
    };
  } else if (small.intention !== undefined && result.force === undefined) {
    result = {
      ...result,
      force: 'intention',
      reasons: [...result.reasons, `intention “${small.intention.form}”`],
    };
  }
  if (small.possible !== undefined) result = { ...result, certainty: 'possible' };
  else if (small.probable !== undefined) result = { ...result, certainty: 'probable' };
  else if (small.hearsay !== undefined) result = { ...result, certainty: 'underspecified' };
  return result;
}

const START: Omit<Outlook, 'polarity'> = { certainty: 'certain', sureness: 1, reasons: [] };

/** “Reiterated its opposition to”: the noun tells more than the light verb before it. */
function heaviestAttitude(cueLemma: string, lexicon: StanceLexicon): Attitude | undefined {
  const exact = lookUpPhrase(cueLemma, lexicon.attitudes);
  const words = cueLemma.split(' ');
  if (exact !== undefined && (exact !== 'say' || words.length === 1)) return exact;
  const found = words.map((word) => lookUpPhrase(word, lexicon.attitudes));
  return found.findLast((attitude) => attitude !== undefined && attitude !== 'say') ?? exact ?? found[0];
}

/** The attitude that a cue expresses: its own, or for an act that is not listed that of who does what it says. */
export function cueAttitude(attribution: Attribution, lexicon: StanceLexicon): Attitude | undefined {
  const { cueLemma, cueKind } = attribution;
  if (cueLemma === undefined) return undefined;
  const listed = heaviestAttitude(cueLemma, lexicon);
  if (listed !== undefined) return listed;
  if (cueKind !== 'act') return cueKind === 'attitude' ? 'think' : 'say';
  const evaluation = lookUpPhrase(cueLemma, lexicon.evaluations);
  return evaluation === 'end' || evaluation === 'reject' ? 'reject' : 'intend';
}

/** What a word that stands alone says of the sentence before: “no”, “impossible”. */
function answer(text: AnnotatedText, start: Outlook, token: Token, lexicon: StanceLexicon): Outlook {
  if (/^(?:no|never|nope|not)$/i.test(token.form)) return { ...deny(start, token.form), stance: 'rejects' };
  const evaluation = findPhrase(text, token, lexicon.evaluations);
  const isDenied = readSmallWords(text, { token }).negators.length % 2 === 1;
  return evaluation === undefined ? start : evaluate(start, evaluation, token.form, isDenied);
}

/**
 * The stance of an attribution's words towards a proposition, composed from the word that stands for it outwards:
 * each governor on the way up adds its negation, evaluation, modality or attitude, the cue comes last.
 */
export function composeStance(
  text: AnnotatedText,
  attribution: Attribution,
  target: Token,
  direction: 1 | -1,
  matched: ReadonlySet<number>,
  content: ReadonlySet<number>,
  lexicon: StanceLexicon,
  isElliptic = false,
): Composition {
  const start: Outlook = { ...START, polarity: direction };
  const attitude = cueAttitude(attribution, lexicon);
  const cueWord = attribution.cueLemma ?? '';
  if (!content.has(target.index)) {
    // The act itself is what the proposition is about: “banned” for “Germany bars Mahan Air”.
    const outlook = attribution.negated ? deny(start, 'not') : start;
    const stance = outlook.polarity > 0 ? 'supports' : 'rejects';
    return {
      outlook: { ...outlook, stance, reasons: [...outlook.reasons, `act “${cueWord}”`] },
      isNeutralCue: false,
    };
  }
  let climb: Climb = { outlook: isElliptic ? answer(text, start, target, lexicon) : start };
  for (const level of climbTree(text, target, content)) {
    climb = applyLevel(text, climb, level, matched.has(level.token.index), lexicon);
  }
  const isNeutralCue =
    attitude === undefined || attitude === 'say' || attitude === 'think' || attitude === 'expect';
  const outlook =
    attitude === undefined
      ? climb.outlook
      : takeAttitude(climb.outlook, attitude, cueWord, attribution.negated);
  return { outlook, isNeutralCue, ...(climb.subject === undefined ? {} : { subject: climb.subject }) };
}
