import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import { applyLevel } from './apply-level.ts';
import type { Climb } from './apply-level.ts';
import { childrenOf, climbTree, isParted } from './climb-tree.ts';
import { findPhrase } from './find-phrase.ts';
import { findGovernor, tokensAt } from './locate-token.ts';
import { deny, evaluate, takeAttitude } from './outlook.ts';
import type { Outlook } from './outlook.ts';
import { leavesOpen } from './leaves-open.ts';
import { readCue } from './read-cue.ts';
import { readSmallWords } from './read-level.ts';
import type { Attitude, StanceLexicon } from './stance-lexicon.ts';

/** What an attribution's words say of a proposition, and the subject of the outermost verb that says it. */
export interface Composition {
  readonly outlook: Outlook;
  readonly subject?: Token;
  /** The cue only passes on what somebody else is said to want or do. */
  readonly isNeutralCue: boolean;
}

const NEUTRAL: ReadonlySet<Attitude> = new Set(['say', 'announce', 'think', 'expect']);

const START: Omit<Outlook, 'polarity'> = { certainty: 'certain', reasons: [] };

/** Where a poor parse cuts the target off, the content's governor still tells: “should be protected by ‘…’”. */
function addGovernor(
  text: AnnotatedText,
  climb: Climb,
  start: Outlook,
  target: Token,
  content: ReadonlySet<number>,
  matched: ReadonlySet<number>,
  lexicon: StanceLexicon,
): Climb {
  const { outlook } = climb;
  if (outlook.stance !== undefined || outlook.force !== undefined || outlook.polarity !== start.polarity)
    return climb;
  // “lifted its veto on the accession”: a noun of attitude before its complement.
  // “Denounced the deal as illegal” says with “as” why, not that the contrary holds.
  const governor = tokensAt(text, content).find(
    (token) =>
      !content.has(token.head) &&
      text.tokens[token.index - 1]?.form !== 'as' &&
      (/^(?:VERB|ADJ)$/.test(token.upos) ||
        (token.upos === 'NOUN' &&
          token.index < target.index &&
          findPhrase(text, token, lexicon.attitudes) !== undefined)),
  );
  const passed = climbTree(text, target, content);
  if (governor === undefined || isParted(text, target, governor)) return climb;
  if (passed.some(({ token }) => token.index === governor.index)) return climb;
  if (passed.at(-1)?.token.relation.startsWith('advcl') === true) return climb;
  return applyLevel(text, climb, { token: governor, arrival: 'dep' }, matched, lexicon);
}

const DESCRIBES =
  /^(?:call|deem|consider|label|brand|describe|regard|term|find|declare|name|see|dismiss|denounce)$/;

/** “Called the agreement null and void”: what is said of the object hangs from the cue beside it. */
function describeObject(
  text: AnnotatedText,
  attribution: Attribution,
  outlook: Outlook,
  content: ReadonlySet<number>,
  lexicon: StanceLexicon,
): Outlook {
  const cue = text.tokens[attribution.cueToken];
  if (cue === undefined || !DESCRIBES.test(cue.lemma)) return outlook;
  const described = childrenOf(text, cue).filter(({ index }) => content.has(index));
  // Where the parse hangs it elsewhere it still comes last: “called claims that it attacked first baseless”.
  const last = tokensAt(text, content).findLast(({ form }) => /\p{L}/u.test(form));
  for (const token of [...described, ...(last === undefined ? [] : [last])]) {
    const evaluation = findPhrase(text, token, lexicon.evaluations);
    if (evaluation !== undefined && evaluation !== 'happen' && evaluation !== 'end')
      return evaluate(outlook, evaluation, token.form, false);
  }
  return outlook;
}

/** What a word that stands alone says of the sentence before: “no”, “impossible”. */
function answer(text: AnnotatedText, start: Outlook, token: Token, lexicon: StanceLexicon): Outlook {
  if (/^(?:no|never|nope|not)$/i.test(token.form)) return { ...deny(start, token.form), stance: 'rejects' };
  const evaluation = findPhrase(text, token, lexicon.evaluations);
  const isDenied = readSmallWords(text, { token }).negators.length % 2 === 1;
  return evaluation === undefined ? start : evaluate(start, evaluation, token.form, isDenied);
}

const INTERROGATIVE =
  /^(?:whether|if|will|would|is|are|was|were|do|does|did|can|could|should|has|have|why|how|who|when|where|what)$/i;

/** “Asked whether”, “‘Will they join?’ she asked”: a question takes no side. */
function isQuestion(
  text: AnnotatedText,
  { cueLemma = '' }: Attribution,
  content: ReadonlySet<number>,
): boolean {
  if (!/^(?:ask|inquire|enquire)$/.test(cueLemma)) return false;
  const tokens = tokensAt(text, content);
  const [first] = tokens.filter(({ form }) => /\p{L}/u.test(form));
  return INTERROGATIVE.test(first?.form ?? '') || tokens.slice(-3).some(({ form }) => form === '?');
}

/** “Neither India nor Pakistan wants”, “no one in Serbia supports”. */
function hasNegatedSource({ text }: AnnotatedText, { source }: Attribution): boolean {
  const [span] = source;
  if (span === undefined) return false;
  return (
    /^(?:neither|no|none|nobody|no one)\b/i.test(text.slice(span.start, span.end)) ||
    /\bneither $/i.test(text.slice(Math.max(0, span.start - 8), span.start))
  );
}

/** “Vowed never to give it up”: the word between cue and content belongs to the content. */
function isContentDenied(
  { tokens }: AnnotatedText,
  { cueToken, negated }: Attribution,
  content: ReadonlySet<number>,
): boolean {
  const next = tokens[cueToken + 1];
  return (
    !negated &&
    next !== undefined &&
    !content.has(next.index) &&
    content.has(next.index + 1) &&
    /^(?:never|not)$/i.test(next.form)
  );
}

/** “Did not say” and “has no doubt”, but not “not only criticised”. */
function isCueDenied(text: AnnotatedText, { negated, cue, cueToken, cueKind }: Attribution): boolean {
  const token = text.tokens[cueToken];
  if (negated)
    return !cue.some(({ start, end }) =>
      /\bnot (?:only|just|merely|simply)\b/i.test(text.text.slice(start, end)),
    );
  if (token === undefined || cueKind !== 'noun') return false;
  return childrenOf(text, token).some(({ form, relation }) => relation === 'det' && /^no$/i.test(form));
}

/** “Insisted that the sanctions be lifted”: the bare form asks for what the clause tells. */
const ASKS_FOR = /^(?:insist|demand|ask|urge|request|require|propose|recommend|suggest|plead|stipulate)\b/;

function isSubjunctive(
  text: AnnotatedText,
  { cueLemma = '' }: Attribution,
  content: ReadonlySet<number>,
): boolean {
  const governor = ASKS_FOR.test(cueLemma) ? findGovernor(text, content) : undefined;
  if (governor === undefined) return false;
  const below = childrenOf(text, governor);
  const bare = below.find(({ relation }) => /^(?:aux|cop)/.test(relation)) ?? governor;
  const isInfinitive = below.some(({ form, relation }) => relation === 'mark' && /^to$/i.test(form));
  const hasSubject = below.some(({ relation }) => /^[nc]subj/.test(relation));
  return hasSubject && !isInfinitive && (bare.form === 'be' || (bare === governor && bare.xpos === 'VB'));
}

/** “That a truce is doubtful”, not “a plan to strengthen ties”. */
function isClause(text: AnnotatedText, content: ReadonlySet<number>): boolean {
  const governor = findGovernor(text, content);
  return (
    governor !== undefined && childrenOf(text, governor).some(({ relation }) => /^[nc]subj/.test(relation))
  );
}

function isPredicateNoun(text: AnnotatedText, token: Token): boolean {
  return token.upos === 'NOUN' && childrenOf(text, token).some(({ relation }) => relation === 'cop');
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
  const denied = isContentDenied(text, attribution, content);
  const start: Outlook = denied
    ? deny({ ...START, polarity: direction }, 'never')
    : { ...START, polarity: direction };
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
  const cue = readCue(text, attribution, content, lexicon);
  const isUndecided = !cue.includes('doubt') && leavesOpen(text, target, content, lexicon);
  if (isUndecided || isQuestion(text, attribution, content)) {
    const reasons = [`question “${cueWord}”`];
    return {
      outlook: { ...start, stance: 'asserts', certainty: 'underspecified', reasons },
      isNeutralCue: false,
    };
  }
  const isDenied = isCueDenied(text, attribution) !== hasNegatedSource(text, attribution);
  const isNeutralCue = cue.every((attitude) => NEUTRAL.has(attitude));
  // “has rejected it as impossible”: the cue says it all; “said it is impossible”: the answer does.
  if (isElliptic) {
    const outlook = isNeutralCue
      ? answer(text, start, target, lexicon)
      : cue.reduceRight((inner, attitude) => takeAttitude(inner, attitude, cueWord, isDenied), start);
    return { outlook, isNeutralCue };
  }
  let climb: Climb = { outlook: start };
  for (const level of climbTree(text, target, content)) {
    // Without an issue the content's own governor says what is wanted: “welcomes the competition”, “is a good idea”.
    const arrival = isPredicateNoun(text, level.token) ? 'nsubj' : 'ccomp';
    // “Reject the ban”: the thing rejected is no attitude.
    const isThing = !isNeutralCue && level.token.upos === 'NOUN';
    const isOwn = matched.size === 0 && level.arrival === undefined && !isThing;
    const own = isOwn ? { ...level, arrival } : level;
    climb = applyLevel(text, climb, own, matched, lexicon);
  }
  if (climb.outlook.stance === undefined && isSubjunctive(text, attribution, content))
    climb = { ...climb, outlook: { ...climb.outlook, force: 'duty' } };
  climb = addGovernor(text, climb, start, target, content, matched, lexicon);
  if (isNeutralCue && climb.outlook.stance === undefined) {
    climb = { ...climb, outlook: describeObject(text, attribution, climb.outlook, content, lexicon) };
  }
  // “suggested that a truce is doubtful” puts nothing on the table.
  const isReport =
    cue.length === 1 && cue[0] === 'propose' && climb.outlook.stance !== undefined && isClause(text, content);
  const outlook = isReport
    ? climb.outlook
    : cue.reduceRight(
        (inner, attitude, position) => takeAttitude(inner, attitude, cueWord, position === 0 && isDenied),
        climb.outlook,
      );
  return { outlook, isNeutralCue, ...(climb.subject === undefined ? {} : { subject: climb.subject }) };
}
