import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution, Reporting } from '../model/attribution.ts';
import { covers } from '../model/span.ts';
import { chooseHolder, isPastDenial } from './choose-holder.ts';
import type { Setting, Topic } from './choose-topics.ts';
import { childrenOf, climbTree, subjectOf } from './climb-tree.ts';
import { composeStance } from './compose-stance.ts';
import { tokensIn } from './content-words.ts';
import type { ContentWords } from './content-words.ts';
import type { Draft } from './drop-repeats.ts';
import { isOwnAct } from './find-agent.ts';
import { findCondition } from './find-condition.ts';
import { findPhrase } from './find-phrase.ts';
import { findSpeaker, roleOfSubject } from './find-roles.ts';
import { findSayingTime } from './find-saying-time.ts';
import { settleInCondition } from './inside-condition.ts';
import { isHypothetical } from './is-hypothetical.ts';
import { settle } from './outlook.ts';
import { rateClaim } from './rate-claim.ts';
import { isMereAct, readCue, takesSides } from './read-cue.ts';
import type { StanceLexicon } from './stance-lexicon.ts';
import { takesNoPosition } from './take-no-position.ts';

/** In a statement in one's own name one's own words are direct: “The United States welcomes the extension.” */
function reportingOf({ author }: Setting, { reporting }: Attribution, holder: string): Reporting {
  const isOwn =
    author?.isVoice === true && (holder === author.entity.id || holder === author.entity.principal);
  return isOwn && (reporting === 'indirect' || reporting === 'article-voice') ? 'direct' : reporting;
}

function isDenied(text: AnnotatedText, outer: Attribution, lexicon: StanceLexicon): boolean {
  const content = new Set(tokensIn(text, outer.content).map(({ index }) => index));
  return readCue(text, outer, content, lexicon).includes('deny');
}

/** Whether the cue is only supposed, within the words that report it. */
function isSupposed({ linked: { text, attributions }, lexicon }: Setting, attribution: Attribution): boolean {
  const verb = text.tokens[attribution.cueToken];
  const sentence = text.sentences[verb?.sentence ?? -1];
  if (verb === undefined || sentence === undefined) return false;
  const outer = attributions[attribution.parent ?? -1];
  // “Denied that Oslo supports it”: so it does not.
  if (outer !== undefined && isDenied(text, outer, lexicon)) return true;
  // The tree goes no further than the sentence; what reports the cue may be a whole speech.
  const spans = (outer?.content ?? [sentence]).map(({ start, end }) => ({
    start: Math.max(start, sentence.start),
    end: Math.min(end, sentence.end),
  }));
  const within = tokensIn(text, spans).map(({ index }) => index);
  const isBackground = outer !== undefined && attribution.cueKind === 'act';
  const told = tokensIn(text, attribution.content)[0]?.index ?? verb.index;
  return isHypothetical(text, verb, new Set(within), Math.min(told, verb.index), isBackground, lexicon);
}

const PASSES_ON: ReadonlySet<string> = new Set(['say', 'think', 'expect']);

/** What a content without an issue is judged by: its governor, below verbs that only pass on: “believes it is wrong”. */
function governorOf({ linked: { text }, lexicon }: Setting, content: readonly Token[]): Token | undefined {
  const indices = new Set(content.map(({ index }) => index));
  const letters = content.filter(({ form }) => /\p{L}/u.test(form));
  let governor =
    letters.find(({ head, upos }) => !indices.has(head) && upos !== 'ADP' && upos !== 'SCONJ') ?? letters[0];
  while (governor !== undefined && PASSES_ON.has(findPhrase(text, governor, lexicon.attitudes) ?? '')) {
    const clause = childrenOf(text, governor).find(
      ({ relation, index }) => relation === 'ccomp' && indices.has(index),
    );
    if (clause === undefined) return governor;
    governor = clause;
  }
  return governor;
}

/** The subject of a clause; “Beijing's conduct” has none. */
function findSubject(text: AnnotatedText, top: Token | undefined): Token | undefined {
  const subject = top === undefined ? undefined : subjectOf(text, top);
  return subject?.relation === 'nmod:poss' ? undefined : subject;
}

/** The claim that an attribution makes about a topic; undefined where it takes no position. */
export function draftClaim(
  setting: Setting,
  attribution: Attribution,
  words: ContentWords,
  topic: Topic,
): Draft | undefined {
  const { linked, lexicon } = setting;
  const { text } = linked;
  const { match, antecedent } = topic;
  const matched = antecedent === undefined ? match : undefined;
  // A headline that names no issue and has no verb states nothing: “Joint Statement on the Occasion of the Summit”.
  if (match === undefined && attribution.reporting === 'headline' && attribution.cueKind === 'none')
    return undefined;
  const target = matched === undefined ? governorOf(setting, words.content) : text.tokens[matched.target];
  if (target === undefined) return undefined;
  if (match === undefined && isMereAct(attribution, lexicon)) return undefined;
  const content = new Set(words.content.map(({ index }) => index));
  const isSided = takesSides(readCue(text, attribution, content, lexicon));
  if (takesNoPosition(linked, attribution, words.content, { isAboutIssue: match !== undefined, isSided }))
    return undefined;
  if (isSupposed(setting, attribution)) return undefined;
  const tokens = new Set(matched?.tokens);
  const condition = findCondition(text, attribution.content, words.content);
  // “Will not talk until the sanctions are lifted”: the “not” is outside.
  const isInside = condition !== undefined && matched !== undefined && covers(condition.span, target);
  // “If Armenia does not leave the bloc, its president must buy arms”: the article only supposes it.
  if (isInside && attribution.source.length === 0 && attribution.reporting === 'article-voice')
    return undefined;
  const scope = isInside ? words.content.filter((token) => covers(condition.span, token)) : words.content;
  const composition = composeStance(
    text,
    attribution,
    target,
    antecedent === undefined ? (match?.direction ?? 1) : 1,
    tokens,
    new Set(scope.map(({ index }) => index)),
    lexicon,
    antecedent !== undefined,
  );
  const roles = findSpeaker(linked, attribution, setting.author);
  const top = climbTree(text, target, content).at(-1)?.token;
  const subject = composition.subject ?? findSubject(text, top);
  const role = content.has(subject?.index ?? -1)
    ? roleOfSubject(linked, subject, roles, attribution)
    : 'other';
  const kind = match?.issue.kind ?? 'none';
  const isOwn = match !== undefined && isOwnAct(linked, roles.holder, match.profile, setting.vocabulary);
  const { outlook } = composition;
  const conditional = settleInCondition(target, condition, outlook, attribution.cueLemma ?? '', kind);
  const { speaker, holder, onBehalfOf, isHandedOver, named } = chooseHolder(
    linked,
    attribution,
    setting.author,
    {
      roles,
      composition,
      subject,
      role: conditional === undefined ? role : 'other',
      match,
    },
  );
  // “Government forces began deploying”, state media say: what others do is nobody's wish unless it is handed over.
  const doer = role === 'actor' && !isHandedOver ? 'other' : role;
  // “Algeria said Morocco has yet to hold it” tells what has not been done, not what Algeria wants.
  const isUndone =
    doer === 'other' &&
    role === 'actor' &&
    kind !== 'fact' &&
    outlook.stance === undefined &&
    subject !== undefined &&
    isPastDenial(linked, subject);
  const stance =
    conditional ??
    (isUndone ? 'asserts' : undefined) ??
    settle(outlook, kind, doer === 'other' && isOwn ? 'self' : doer, condition !== undefined);
  const keepsCondition =
    conditional === undefined && (stance === 'conditionally-supports' || stance === 'rejects');
  const saidOn = findSayingTime(text, attribution);
  const confidence = rateClaim(setting, {
    attribution,
    topic,
    roles: { speaker, holder },
    stance,
    isSided,
  });
  return {
    attribution: attribution.index,
    named,
    claim: {
      speaker,
      holder,
      ...(onBehalfOf === undefined || onBehalfOf === holder ? {} : { onBehalfOf }),
      source: attribution.source,
      cue: attribution.cue,
      content: attribution.content,
      ...(match === undefined ? {} : { issue: match.issue.id }),
      stance,
      reporting: reportingOf(setting, attribution, holder),
      certainty: outlook.certainty,
      ...(condition === undefined || !keepsCondition ? {} : { condition: condition.span }),
      ...(saidOn === undefined ? {} : { saidOn }),
      ...(antecedent === undefined ? {} : { antecedent }),
      reasons: [...(match?.reasons ?? ['no issue fits']), ...outlook.reasons],
      foundBy: attribution.foundBy,
      confidence: Math.round(confidence * 100) / 100,
    },
  };
}
