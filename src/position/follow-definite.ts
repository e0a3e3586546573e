import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { childrenOf } from './climb-tree.ts';
import type { DocumentTerms } from './document-terms.ts';
import { isAgent } from './find-agent.ts';
import { mentionsBeside } from './index-actors.ts';
import { findGovernor } from './locate-token.ts';
import type { Polarity } from '../model/claim.ts';
import type { IssueMatch } from './match-issue.ts';
import type { IssueProfile } from './issue-profile.ts';
import type { Vocabulary } from './vocabulary.ts';

const POINTERS = /^(?:the|this|that|these|those|such|its|their|his|her|our|both)$/i;
const SUBJECT_OR_OBJECT = /^(?:nsubj|obj|obl|root|ccomp|conj|nmod|csubj)/;
/** The least share of a proposition that a noun must have to stand for it. */
const LEAST_SHARE = 0.15;
const SYNONYM_SHARE = 0.85;
/** How well an issue must fit its claim for another to take it up. */
const LEAST_TOPIC_SCORE = 0.42;
/** How many sentences back a reply may go. */
const REPLY_REACH = 6;
/** What is told is less sure than what is said. */
const SCORE = 0.4;

/** “The president”, “the airline”: whoever is meant is no issue. */
function isActor(linked: LinkedExtraction, token: Token): boolean {
  return mentionsBeside(linked, token).some(
    ({ headToken, type }) => headToken === token.index && type !== 'other',
  );
}

/** “The ban” in “said the ban followed discussions”: a definite noun that has little beside it. */
function definiteNouns(linked: LinkedExtraction, content: readonly Token[]): readonly Token[] {
  const { text } = linked;
  return content.filter((token) => {
    if (token.upos !== 'NOUN' || !SUBJECT_OR_OBJECT.test(token.relation)) return false;
    if (isActor(linked, token)) return false;
    const below = childrenOf(text, token);
    const isDefinite = below.some(
      ({ form, relation }) => /^(?:det|nmod:poss)/.test(relation) && POINTERS.test(form),
    );
    return isDefinite && !below.some(({ upos }) => upos === 'PROPN' || upos === 'NUM');
  });
}

/** An issue that an earlier claim was about. */
export interface EarlierTopic {
  readonly profile: IssueProfile;
  readonly score: number;
  readonly holder: string;
  /** The sentence of the claim. */
  readonly sentence: number;
  /** Whether the claim was for the proposition or against it; 0 for neither. */
  readonly polarity: Polarity;
}

/** The largest share that a noun has of a proposition; one of its own words counts more than a synonym. */
function shareOf({ wordings }: IssueProfile, keys: readonly string[]): number {
  const shares = wordings.flatMap(({ slots, nameless }) =>
    slots
      .filter((slot) => slot.kind !== 'place' && keys.some((key) => slot.keys.has(key)))
      .map((slot) => (slot.weight * (keys.some((key) => slot.own.has(key)) ? 1 : SYNONYM_SHARE)) / nameless),
  );
  return Math.max(0, ...shares);
}

/** The topic that the noun tells most of; of equal ones the latest. */
function findTopic(earlier: readonly EarlierTopic[], keys: readonly string[]): EarlierTopic | undefined {
  let best: { readonly topic: EarlierTopic; readonly share: number } | undefined;
  for (const topic of earlier) {
    if (topic.score < LEAST_TOPIC_SCORE) continue;
    const share = shareOf(topic.profile, keys);
    if (share >= LEAST_SHARE && share >= (best?.share ?? 0)) best = { topic, share };
  }
  return best?.topic;
}

/**
 * The issue that a definite noun takes up from before: “the ban followed discussions” after “Germany banned the
 * airline”.
 */
export function followDefinite(
  linked: LinkedExtraction,
  content: readonly Token[],
  earlier: readonly EarlierTopic[],
  terms: DocumentTerms,
): IssueMatch | undefined {
  for (const noun of definiteNouns(linked, content)) {
    const keys = (terms.atToken[noun.index] ?? [])
      .filter(({ kind }) => kind !== 'place')
      .map(({ key }) => key);
    const topic = findTopic(earlier, keys);
    if (topic === undefined) continue;
    return {
      issue: topic.profile.issue,
      profile: topic.profile,
      score: SCORE,
      words: 1,
      tellsAct: true,
      shown: 0,
      direction: 1,
      tokens: [noun.index],
      target: noun.index,
      reasons: [`“the ${noun.form}” takes up an issue told before`],
    };
  }
  return undefined;
}

/** What somebody said, by the noun that names it: “denounced the conclusions of the summit”. */
const REPLIED_TO =
  /^(?:accusation|allegation|announcement|argument|assertion|attack|charge|claim|comment|conclusion|condemnation|criticism|decision|declaration|demand|finding|judgement|judgment|objection|opposition|protest|refusal|rejection|remark|resolution|ruling|stance|position|statement|verdict|warning)$/;

/** What a reply is read with. */
interface Surroundings {
  readonly linked: LinkedExtraction;
  readonly terms: DocumentTerms;
  readonly vocabulary: Vocabulary;
}

/** The places whose name or adjective stands beside a noun: “the Turkish position”. */
function ownersOf(text: AnnotatedText, noun: Token, terms: DocumentTerms): ReadonlySet<string> {
  const beside = childrenOf(text, noun).filter(({ relation }) =>
    /^(?:amod|compound|nmod:poss)/.test(relation),
  );
  const found = beside.flatMap(({ index }) => terms.atToken[index] ?? []);
  return new Set(found.filter(({ kind }) => kind === 'place').map(({ key }) => key));
}

/**
 * The issue of the claim that the content replies to, in its direction: who denounces another's refusal is for what
 * was refused. The latest claim of somebody else that took sides; where the words name whose it is, his latest.
 */
export function followReply(
  { linked, terms, vocabulary }: Surroundings,
  content: readonly Token[],
  earlier: readonly EarlierTopic[],
  holder: string,
): IssueMatch | undefined {
  const { text } = linked;
  const governor = findGovernor(text, new Set(content.map(({ index }) => index)));
  if (governor === undefined || !REPLIED_TO.test(governor.lemma.toLowerCase())) return undefined;
  const isDefinite = childrenOf(text, governor).some(
    ({ form, relation }) => /^(?:det|nmod:poss)/.test(relation) && !/^(?:a|an|any|no)$/i.test(form),
  );
  const owners = ownersOf(text, governor, terms);
  const isBare = childrenOf(text, governor).every(({ relation }) => !/^(?:acl|nmod$)/.test(relation));
  const topic = earlier.findLast(
    (one) =>
      one.holder !== holder &&
      one.polarity !== 0 &&
      one.score >= LEAST_TOPIC_SCORE &&
      governor.sentence - one.sentence <= REPLY_REACH &&
      (owners.size === 0 || isAgent(linked, one.holder, { keys: owners }, vocabulary)),
  );
  if (!(isDefinite || isBare) || topic === undefined) return undefined;
  return {
    issue: topic.profile.issue,
    profile: topic.profile,
    score: SCORE,
    words: 1,
    tellsAct: true,
    shown: 0,
    direction: topic.polarity < 0 ? -1 : 1,
    tokens: [governor.index],
    target: governor.index,
    reasons: [`“${governor.form}” replies to what was said before`],
  };
}
