import { STANCE_POLARITY } from '../model/claim.ts';
import type { Certainty, Polarity, Stance } from '../model/claim.ts';
import type { Attitude, Evaluation } from './stance-lexicon.ts';

/** What has been understood so far, from the proposition outwards to the cue. */
export interface Outlook {
  /** Whether the words affirm the proposition (+1) or its contrary (−1), as long as nobody takes a stance. */
  readonly polarity: Polarity;
  /** The stance, once a verb or predicate has given one. */
  readonly stance?: Stance;
  readonly certainty: Certainty;
  /** What is called for (must, should), lacking (need), thought best (should be led by) or about to be done (will). */
  readonly force?: 'duty' | 'need' | 'preference' | 'intention';
  /** Whoever speaks has already judged it himself. */
  readonly isJudged?: boolean;
  readonly reasons: readonly string[];
}

/** The stance of who takes the attitude to a thing affirmed, and to a thing denied. */
const ATTITUDE_STANCES: Readonly<
  Record<Exclude<Attitude, 'say' | 'announce' | 'think' | 'expect' | 'refrain'>, readonly [Stance, Stance]>
> = {
  want: ['supports', 'rejects'],
  intend: ['supports', 'rejects'],
  support: ['supports', 'rejects'],
  propose: ['proposes', 'rejects'],
  request: ['requests', 'rejects'],
  concede: ['concedes', 'concedes'],
  doubt: ['doubts', 'asserts'],
  criticise: ['criticises', 'supports'],
  reject: ['rejects', 'supports'],
  deny: ['rejects', 'asserts'],
};

/** What remains of a stance that is denied: “not ruled out” is not “supports”. */
const DENIED: Readonly<Record<Stance, Stance>> = {
  supports: 'rejects',
  'conditionally-supports': 'rejects',
  proposes: 'asserts',
  requests: 'asserts',
  asserts: 'rejects',
  concedes: 'rejects',
  doubts: 'asserts',
  criticises: 'asserts',
  rejects: 'asserts',
};

function polarityOf({ polarity, stance }: Outlook): Polarity {
  return stance === undefined ? polarity : STANCE_POLARITY[stance];
}

function flip(polarity: Polarity): Polarity {
  return polarity === 1 ? -1 : polarity === -1 ? 1 : 0;
}

function withReason(outlook: Outlook, reason: string): Outlook {
  return { ...outlook, reasons: [...outlook.reasons, reason] };
}

/** The outlook under a negation: “will not join”, “does not oppose”. */
export function deny(outlook: Outlook, word: string): Outlook {
  const denied =
    outlook.stance === undefined
      ? { ...outlook, polarity: flip(outlook.polarity) }
      : { ...outlook, stance: DENIED[outlook.stance] };
  return withReason(denied, `negation “${word}”`);
}

function expect(outlook: Outlook, isDenied: boolean): Outlook {
  if (isDenied) return { ...outlook, stance: polarityOf(outlook) < 0 ? 'asserts' : 'doubts' };
  return { ...outlook, certainty: outlook.certainty === 'certain' ? 'probable' : outlook.certainty };
}

/** The outlook under a verb or noun of attitude: “refused to rule out”, “support for”. */
export function takeAttitude(outlook: Outlook, attitude: Attitude, word: string, isDenied: boolean): Outlook {
  const named = withReason(outlook, `${isDenied ? 'denied ' : ''}attitude “${word}” (${attitude})`);
  if (attitude === 'say' || attitude === 'announce')
    return isDenied ? { ...named, stance: 'asserts', certainty: 'underspecified' } : named;
  // “does not believe that X is realistic”: the negation belongs to the complement.
  if (attitude === 'think') return isDenied ? deny(named, 'not') : named;
  if (attitude === 'expect') return expect(named, isDenied);
  if (attitude === 'refrain') {
    const kept = named.stance ?? (polarityOf(named) < 0 ? 'rejects' : 'supports');
    return isDenied ? { ...named, stance: kept } : { ...named, stance: DENIED[kept] };
  }
  // “Promised not to block it” is no promise of it.
  if ((attitude === 'intend' || attitude === 'want') && named.stance === 'asserts' && !isDenied) return named;
  // “refused to rule out”, “denied that it opposes”: a refusal of a refusal is no support.
  const refusesRefusal = (attitude === 'reject' || attitude === 'deny') && named.stance === 'rejects';
  const [affirmed, denied] = ATTITUDE_STANCES[attitude];
  const stance = refusesRefusal ? 'asserts' : polarityOf(named) < 0 ? denied : affirmed;
  return { ...named, stance: isDenied ? DENIED[stance] : stance };
}

const EVALUATION_STANCES: Readonly<
  Record<
    'reject' | 'criticise' | 'support',
    { readonly plain: readonly [Stance, Stance]; readonly denied: readonly [Stance, Stance] }
  >
> = {
  reject: { plain: ['rejects', 'supports'], denied: ['asserts', 'asserts'] },
  criticise: { plain: ['criticises', 'supports'], denied: ['supports', 'asserts'] },
  support: { plain: ['supports', 'rejects'], denied: ['rejects', 'supports'] },
};

/** The outlook under an evaluative predicate: “is not realistic”, “is off the table”, “is unlikely to”. */
export function evaluate(outlook: Outlook, evaluation: Evaluation, word: string, isDenied: boolean): Outlook {
  const named = withReason(outlook, `${isDenied ? 'denied ' : ''}evaluation “${word}” (${evaluation})`);
  // “chasing the imaginary goal will prolong the war”: a second judgement does not undo the first.
  const isHarsh = evaluation === 'reject' || evaluation === 'criticise' || evaluation === 'doubt';
  if (isHarsh && !isDenied && outlook.isJudged === true) return named;
  const isAgainst = polarityOf(named) < 0;
  switch (evaluation) {
    case 'reject':
    case 'criticise':
    case 'support': {
      const { plain, denied } = EVALUATION_STANCES[evaluation];
      const [affirmed, contrary] = isDenied ? denied : plain;
      const certainty = isDenied && evaluation === 'reject' ? 'possible' : named.certainty;
      return { ...named, stance: isAgainst ? contrary : affirmed, certainty, isJudged: isHarsh && !isDenied };
    }
    case 'doubt':
      if (isDenied) return { ...named, stance: 'asserts' };
      return { ...named, stance: isAgainst ? 'asserts' : 'doubts', certainty: 'probable' };
    case 'possible':
      return isDenied
        ? { ...named, stance: isAgainst ? 'asserts' : 'rejects' }
        : { ...named, certainty: 'possible' };
    case 'probable':
      return isDenied
        ? { ...named, stance: isAgainst ? 'asserts' : 'doubts' }
        : { ...named, certainty: 'probable' };
    case 'happen':
      return isDenied ? deny(outlook, word) : outlook;
    case 'end':
      return isDenied ? named : deny(named, word);
  }
  return named;
}

/** What kind of issue a content is about; `none` where it fits no issue. */
export type Matter = 'policy' | 'fact' | 'none';

/** The stance of what nobody's attitude has coloured: “Russia will withdraw”, “they must leave”, “the camp is empty”. */
export function settle(
  outlook: Outlook,
  kind: Matter,
  subject: 'self' | 'actor' | 'other',
  hasCondition: boolean,
): Stance {
  const stance = outlook.stance ?? settleBare(outlook, kind, subject);
  // “deeply regret the loss of life”: what one regrets or welcomes one takes to be so.
  if (kind === 'fact' && /^(?:supports|criticises|requests|proposes)$/.test(stance)) return 'asserts';
  // “might complicate the issue” is a doubt.
  if (outlook.isJudged === true && stance === 'criticises' && outlook.certainty === 'possible')
    return 'doubts';
  if (hasCondition && kind !== 'fact') {
    const isFor = STANCE_POLARITY[stance] > 0 || (stance === 'asserts' && outlook.force !== undefined);
    if (isFor && stance !== 'requests') return 'conditionally-supports';
    if (stance === 'requests' && outlook.force === 'duty') return 'conditionally-supports';
  }
  return stance;
}

/** Without an issue only what one calls for or will do takes sides: “exports were continuing” is a mere report. */
function settleWithoutIssue(
  { polarity, force, certainty }: Outlook,
  subject: 'self' | 'actor' | 'other',
): Stance {
  const isFirm = certainty !== 'possible' && certainty !== 'probable';
  if (polarity < 0) return force !== undefined && isFirm ? 'rejects' : 'asserts';
  if (force === 'need') return 'requests';
  if (force === 'preference') return 'supports';
  if (force === 'duty') return subject === 'self' ? 'supports' : 'requests';
  return force === 'intention' && isFirm && subject !== 'other' ? 'supports' : 'asserts';
}

function settleBare(outlook: Outlook, kind: Matter, subject: 'self' | 'actor' | 'other'): Stance {
  if (kind === 'none') return settleWithoutIssue(outlook, subject);
  const { polarity, force, certainty } = outlook;
  if (polarity < 0) return certainty === 'possible' || certainty === 'probable' ? 'doubts' : 'rejects';
  if (kind === 'fact') return 'asserts';
  if (force === 'need') return 'requests';
  if (force === 'preference') return 'supports';
  if (force === 'duty') return subject === 'self' ? 'supports' : 'requests';
  if (certainty === 'possible') return 'asserts';
  if (subject === 'other') return 'asserts';
  return 'supports';
}
