import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Attribution, Reporting } from '../model/attribution.ts';
import { STANCE_POLARITY, UNATTRIBUTED } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { chooseTopics } from './choose-topics.ts';
import type { Setting, Topic } from './choose-topics.ts';
import { climbTree, subjectOf } from './climb-tree.ts';
import { composeStance } from './compose-stance.ts';
import { readContentWords } from './content-words.ts';
import type { ContentWords } from './content-words.ts';
import { readDocumentTerms } from './document-terms.ts';
import { dropRepeats } from './drop-repeats.ts';
import type { Draft } from './drop-repeats.ts';
import type { EarlierTopic } from './follow-definite.ts';
import { isOwnAct } from './find-agent.ts';
import { findAuthor } from './find-author.ts';
import { findCondition } from './find-condition.ts';
import { findSpeaker, handOver, roleOfSubject } from './find-roles.ts';
import { findSayingTime } from './find-saying-time.ts';
import { matchIssues } from './match-issue.ts';
import type { IssueMatch } from './match-issue.ts';
import { preparePositions } from './prepare-positions.ts';
import type { PositionSettings } from './prepare-positions.ts';
import { takesNoPosition } from './take-no-position.ts';
import { readDocumentIssues, weighByDocument } from './weigh-by-document.ts';
import { isMereAct, readCue } from './read-cue.ts';
import { settleInCondition } from './inside-condition.ts';
import { isNamed } from './resolve-actor.ts';
import { settle } from './outlook.ts';
import type { Attitude } from './stance-lexicon.ts';

/** In a statement in one's own name one's own words are direct: “The United States welcomes the extension.” */
function reportingOf({ author }: Setting, { reporting }: Attribution, holder: string): Reporting {
  const isOwn =
    author?.isVoice === true && (holder === author.entity.id || holder === author.entity.principal);
  return isOwn && (reporting === 'indirect' || reporting === 'article-voice') ? 'direct' : reporting;
}

const SIDES: ReadonlySet<Attitude> = new Set([
  'want',
  'support',
  'propose',
  'request',
  'criticise',
  'reject',
]);

/** Whether the cue is for or against what the content names. */
function takesSides(
  { linked, lexicon }: Setting,
  attribution: Attribution,
  { content }: ContentWords,
): boolean {
  const indices = new Set(content.map(({ index }) => index));
  return readCue(linked.text, attribution, indices, lexicon).some((attitude) => SIDES.has(attitude));
}

function governorOf(content: readonly Token[]): Token | undefined {
  const indices = new Set(content.map(({ index }) => index));
  const letters = content.filter(({ form }) => /\p{L}/u.test(form));
  return (
    letters.find(({ head, upos }) => !indices.has(head) && upos !== 'ADP' && upos !== 'SCONJ') ?? letters[0]
  );
}

/** The attribution that all of the content is: “the United States does not believe that …” in “he said that …”. */
function findWholeInner(linked: LinkedExtraction, attribution: Attribution): Attribution | undefined {
  const start = attribution.content[0]?.start ?? 0;
  return linked.attributions.find(
    ({ parent, source, content }) =>
      parent === attribution.index &&
      source[0] !== undefined &&
      source[0].start - start <= 1 &&
      source[0].start >= start &&
      (content.at(-1)?.end ?? 0) >= (attribution.content.at(-1)?.end ?? 0) - 2,
  );
}

/** The subject of a clause; “Beijing's conduct” has none. */
function findSubject(text: AnnotatedText, top: Token | undefined): Token | undefined {
  const subject = top === undefined ? undefined : subjectOf(text, top);
  return subject?.relation === 'nmod:poss' ? undefined : subject;
}

function draftClaim(
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
  const target = matched === undefined ? governorOf(words.content) : text.tokens[matched.target];
  if (target === undefined) return undefined;
  if (match === undefined && isMereAct(attribution, lexicon)) return undefined;
  if (takesNoPosition(linked, attribution, words.content, match !== undefined)) return undefined;
  const content = new Set(words.content.map(({ index }) => index));
  const tokens = new Set(matched?.tokens);
  const composition = composeStance(
    text,
    attribution,
    target,
    antecedent === undefined ? (match?.direction ?? 1) : 1,
    tokens,
    content,
    lexicon,
    antecedent !== undefined,
  );
  const roles = findSpeaker(linked, attribution, setting.author);
  const top = climbTree(text, target, content).at(-1)?.token;
  const subject = composition.subject ?? findSubject(text, top);
  const role = content.has(subject?.index ?? -1)
    ? roleOfSubject(linked, subject, roles, attribution.source.length > 0)
    : 'other';
  const kind = match?.issue.kind ?? 'policy';
  const isOwn = match !== undefined && isOwnAct(linked, roles.holder, match.profile, setting.vocabulary);
  const condition = findCondition(text, attribution.content, words.content);
  const { outlook } = composition;
  const isTheirs =
    composition.isNeutralCue && role === 'actor' && outlook.force !== 'duty' && subject !== undefined;
  const isPosition =
    kind === 'fact'
      ? false
      : outlook.stance === undefined
        ? match !== undefined &&
          outlook.certainty === 'certain' &&
          subject !== undefined &&
          isNamed(linked, subject)
        : composition.subject !== undefined;
  const inner = composition.isNeutralCue ? findWholeInner(linked, attribution) : undefined;
  const handed = isTheirs && isPosition ? handOver(linked, subject, roles) : roles;
  // “Government forces began deploying”, state media say: what others do is nobody's wish unless it is handed over.
  const doer = role === 'actor' && handed === roles ? 'other' : role;
  const stance =
    (kind === 'fact' || outlook.stance !== undefined
      ? undefined
      : settleInCondition(target, condition, outlook, attribution.cueLemma ?? '')) ??
    settle(outlook, kind, doer === 'other' && isOwn ? 'self' : doer, condition !== undefined);
  const { speaker, holder, onBehalfOf } =
    inner === undefined || handed !== roles
      ? handed
      : { ...findSpeaker(linked, inner, setting.author), speaker: roles.speaker };
  const saidOn = findSayingTime(text, attribution);
  const score = match === undefined ? 0.6 : Math.min(1, match.score);
  const confidence =
    attribution.confidence *
    (0.5 + 0.5 * score) *
    (antecedent === undefined ? 1 : 0.8) *
    (holder === UNATTRIBUTED ? 0.8 : 1);
  return {
    attribution: attribution.index,
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
      ...(condition === undefined || (stance !== 'conditionally-supports' && stance !== 'rejects')
        ? {}
        : { condition: condition.span }),
      ...(saidOn === undefined ? {} : { saidOn }),
      ...(antecedent === undefined ? {} : { antecedent }),
      reasons: [...(match?.reasons ?? ['no issue fits']), ...outlook.reasons],
      foundBy: attribution.foundBy,
      confidence: Math.round(confidence * 100) / 100,
    },
  };
}

/** A claim as what later ones may take up; who asserts a fact is for it. */
function topicOf(
  { profile, score }: IssueMatch,
  { claim: { holder, stance } }: Draft,
  { content }: ContentWords,
): EarlierTopic {
  const topic = { profile, score, holder, sentence: content[0]?.sentence ?? -1 };
  if (stance === undefined) return { ...topic, polarity: 0 };
  const polarity = profile.issue.kind === 'fact' && stance === 'asserts' ? 1 : STANCE_POLARITY[stance];
  return { ...topic, polarity };
}

function startOf({ claim }: Draft): number {
  return claim.content[0]?.start ?? claim.cue[0]?.start ?? 0;
}

function compareDrafts(left: Draft, right: Draft): number {
  return startOf(left) - startOf(right) || left.attribution - right.attribution;
}

/** The parent of a claim is the first claim of the nearest outer attribution that has one. */
function findParent(
  linked: LinkedExtraction,
  draft: Draft,
  ids: ReadonlyMap<number, string>,
): string | undefined {
  let parent = linked.attributions[draft.attribution]?.parent;
  for (let depth = 0; parent !== undefined && depth < 10; depth += 1) {
    const id = ids.get(parent);
    if (id !== undefined) return id;
    parent = linked.attributions[parent]?.parent;
  }
  return undefined;
}

/**
 * The claims of an article: for each attribution what it is about, whose position it is, which stance is taken, how
 * surely, under which condition and when. In reading order of the evidence, ids `c1`, `c2` ….
 */
export function takePositions(linked: LinkedExtraction, settings: PositionSettings): readonly Claim[] {
  const { vocabulary, issues } = preparePositions(settings);
  const author = findAuthor(linked);
  const setting: Setting = {
    linked,
    lexicon: settings.lexicon,
    issues,
    vocabulary,
    terms: readDocumentTerms(linked, vocabulary),
    ...(author === undefined ? {} : { author }),
  };
  const contents = linked.attributions.map((attribution) => {
    const words = readContentWords(linked.text, attribution, setting.terms);
    return { attribution, words, matches: matchIssues(issues, words) };
  });
  const document = readDocumentIssues(contents.map(({ matches }) => matches));
  const earlier: EarlierTopic[] = [];
  const drafts = contents.flatMap(({ attribution, words, matches }, index) => {
    const near = weighByDocument(matches, index, document, takesSides(setting, attribution, words));
    const topics = chooseTopics(setting, attribution, words, near, earlier);
    return topics.flatMap((topic) => {
      const draft = draftClaim(setting, attribution, words, topic);
      if (draft === undefined) return [];
      if (topic.match !== undefined) earlier.push(topicOf(topic.match, draft, words));
      return [draft];
    });
  });
  const kept = dropRepeats(drafts, linked.attributions).toSorted(compareDrafts);
  const ids = new Map<number, string>();
  for (const [index, { attribution }] of kept.entries())
    if (!ids.has(attribution)) ids.set(attribution, `c${index + 1}`);
  return kept.map((draft, index) => {
    const parent = findParent(linked, draft, ids);
    return { id: `c${index + 1}`, ...draft.claim, ...(parent === undefined ? {} : { parent }) };
  });
}
