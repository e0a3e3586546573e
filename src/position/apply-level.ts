import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import { childrenOf, subjectOf } from './climb-tree.ts';
import type { Level } from './climb-tree.ts';
import { findEntry, findPhrase } from './find-phrase.ts';
import { deny, evaluate, takeAttitude } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import { readSmallWords } from './read-level.ts';
import type { StanceLexicon } from './stance-lexicon.ts';

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

/** What has been understood on the way up, and the subject of the outermost attitude. */
export interface Climb {
  readonly outlook: Outlook;
  readonly subject?: Token;
}

/** “They need to stand by us”: a duty in the eyes of who says so, not their wish. */
const NEEDS = /^(?:need|require)$/;

function isNeed({ token, arrival }: Level): boolean {
  // “The sanctions have to be lifted”.
  if (token.lemma === 'have') return arrival === 'xcomp';
  return token.upos === 'VERB' && NEEDS.test(token.lemma);
}

/** “We need ambulances”, not “we need to act”: who lacks a thing asks for it. */
function lacksThing(text: AnnotatedText, { token }: Level): boolean {
  return childrenOf(text, token).some(
    ({ relation, index, upos }) => relation === 'obj' && index > token.index && upos !== 'VERB',
  );
}

/** “The mission should be led by Nairobi”: what is thought best, asked of nobody. */
function isPreference(text: AnnotatedText, duty: Token | undefined, { token }: Level): boolean {
  if (duty?.form.toLowerCase() !== 'should' || token.xpos !== 'VBN') return false;
  const isPassive = childrenOf(text, token).some(
    ({ relation, lemma }) => relation.startsWith('aux') && lemma === 'be',
  );
  return isPassive && text.tokens[token.index + 1]?.form === 'by';
}

/** “Algeria is firmly against the operation”: the preposition before a predicate noun. */
function findOpposition(text: AnnotatedText, token: Token): Token | undefined {
  const below = childrenOf(text, token);
  if (!below.some(({ relation }) => relation === 'cop')) return undefined;
  return below.find(({ relation, form }) => relation === 'case' && /^against$/i.test(form));
}

const PASSES_ON: ReadonlySet<string> = new Set(['say', 'announce', 'think']);

/** What somebody thinks of it, and not whether it happens. */
const JUDGES: ReadonlySet<string> = new Set(['reject', 'criticise', 'support', 'doubt']);

/** A level's own words added to what the words below it say. */
export function applyLevel(
  text: AnnotatedText,
  climb: Climb,
  level: Level,
  matched: ReadonlySet<number>,
  lexicon: StanceLexicon,
): Climb {
  const { token, arrival } = level;
  const isMatched = matched.has(token.index);
  const small = readSmallWords(text, level);
  const isSubject = arrival !== undefined && IS_SUBJECT.test(arrival);
  const needs = isNeed(level);
  const hasNoAttitude =
    needs || isMatched || isSubject || arrival === undefined || arrival === 'compound' || arrival === 'amod';
  const judged = isMatched ? undefined : findEntry(text, token, lexicon.evaluations, matched);
  const wished = hasNoAttitude ? undefined : findEntry(text, token, lexicon.attitudes, matched);
  // “off the table” puts nothing on it.
  const isJudged = wished === undefined || (judged !== undefined && judged.length > wished.length);
  // The “not” of “not on the table” is part of it.
  const own = (isJudged ? judged : wished)?.tokens ?? [];
  const isDenied = small.negators.filter(({ index }) => !own.includes(index)).length % 2 === 1;
  const against = findOpposition(text, token);
  const attitude = against === undefined ? (isJudged ? undefined : wished.name) : 'reject';
  const evaluation = isJudged ? judged?.name : undefined;
  // “No alternative to elections”: several words are no chance.
  const isPhrase = (judged?.length ?? 0) > 1 && JUDGES.has(evaluation ?? '');
  let outlook = climb.outlook;
  let { subject } = climb;
  const before = outlook;
  if (attitude !== undefined) {
    outlook = takeAttitude(outlook, attitude, (against ?? token).form, isDenied);
    outlook = evaluateModifiers(text, level, outlook, lexicon);
    // “Said he thinks Uganda wants it”: who only passes on a wish does not have it.
    if (!PASSES_ON.has(attitude) || subject === undefined) subject = subjectOf(text, token) ?? subject;
  } else if (
    evaluation !== undefined &&
    arrival !== undefined &&
    (isPhrase || fitsEvaluation(text, level, evaluation))
  ) {
    outlook = evaluate(outlook, evaluation, token.form, isDenied);
    // “The advice of the minister was unlawful”: whoever says so judges, not the minister.
    if (JUDGES.has(evaluation) && outlook.stance !== undefined) subject = undefined;
  } else {
    outlook = evaluateModifiers(text, level, outlook, lexicon);
    const word = small.negators[0]?.form ?? 'not';
    const isVerbOfSubject =
      isSubject &&
      token.upos === 'VERB' &&
      childrenOf(text, token).some(({ relation }) => relation === 'obj');
    if (isDenied && outlook === before && !isVerbOfSubject) outlook = deny(outlook, word);
  }
  // “should not expect to return” is more than doubt.
  if (isDenied && small.duty !== undefined && outlook.stance === 'doubts')
    outlook = { ...outlook, stance: 'rejects' };
  return { outlook: applyModals(text, outlook, small, level), ...(subject === undefined ? {} : { subject }) };
}

/** “Sanctions must end” and “end the sanctions” both end them; “the sanctions ended the war” does not. */
function fitsEvaluation(text: AnnotatedText, { token, arrival = '' }: Level, evaluation: string): boolean {
  const isSubject = /^nsubj(?!:pass)/.test(arrival);
  // “actions that undermine the order”: the verb judges its subject, the noun what it is said of.
  const isJudgement = evaluation === 'criticise' || evaluation === 'support';
  if (isJudgement && (token.upos === 'VERB' || token.upos === 'NOUN')) return /^[nc]subj/.test(arrival);
  if (evaluation !== 'end') return arrival !== 'compound' && (arrival !== 'obj' || token.upos !== 'ADJ');
  return !isSubject || !childrenOf(text, token).some(({ relation }) => relation === 'obj');
}

function applyModals(
  text: AnnotatedText,
  outlook: Outlook,
  small: ReturnType<typeof readSmallWords>,
  level: Level,
): Outlook {
  const { token } = level;
  let result = outlook;
  const needs = isNeed(level) ? token : undefined;
  if (small.duty !== undefined || (needs !== undefined && result.stance === undefined)) {
    const lacks = small.duty === undefined && token.upos === 'VERB' && lacksThing(text, level);
    result = {
      ...result,
      force: lacks ? 'need' : isPreference(text, small.duty, level) ? 'preference' : 'duty',
      reasons: [...result.reasons, `duty “${(small.duty ?? needs)?.form ?? ''}”`],
    };
  } else if (small.intention !== undefined && result.force === undefined) {
    result = {
      ...result,
      force: 'intention',
      reasons: [...result.reasons, `intention “${small.intention.form}”`],
    };
  }
  const isAble = small.able !== undefined && result.stance === undefined && result.polarity > 0;
  // “Talks could not take place”: what cannot be is no possibility.
  const isImpossible = small.possible?.form.toLowerCase() === 'could' && small.negators.length % 2 === 1;
  if ((small.possible !== undefined && !isImpossible) || isAble)
    result = { ...result, certainty: 'possible' };
  else if (small.probable !== undefined) result = { ...result, certainty: 'probable' };
  else if (small.hearsay !== undefined) result = { ...result, certainty: 'underspecified' };
  return result;
}
