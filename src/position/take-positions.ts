import type { Attribution } from '../model/attribution.ts';
import { STANCE_POLARITY } from '../model/claim.ts';
import type { Claim } from '../model/claim.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { chooseTopics } from './choose-topics.ts';
import type { Setting } from './choose-topics.ts';
import { readContentWords } from './content-words.ts';
import type { ContentWords } from './content-words.ts';
import { readDocumentTerms } from './document-terms.ts';
import { draftClaim } from './draft-claim.ts';
import { dropRepeats } from './drop-repeats.ts';
import type { Draft } from './drop-repeats.ts';
import { findAuthor } from './find-author.ts';
import { findSpeaker } from './find-roles.ts';
import type { EarlierTopic } from './follow-definite.ts';
import { matchIssues } from './match-issue.ts';
import type { IssueMatch } from './match-issue.ts';
import { preparePositions } from './prepare-positions.ts';
import type { PositionSettings } from './prepare-positions.ts';
import { readCue, takesSides } from './read-cue.ts';
import { shareDraft } from './share-draft.ts';
import { weighByAgent } from './weigh-by-agent.ts';
import { readDocumentIssues, weighByDocument } from './weigh-by-document.ts';

/** A content's matches, weighed by what else the article is about and by who is to do it. */
function weigh(
  setting: Setting,
  attribution: Attribution,
  words: ContentWords,
  byDocument: (isSided: boolean) => readonly IssueMatch[],
): readonly IssueMatch[] {
  const { linked, lexicon, author, vocabulary } = setting;
  const indices = new Set(words.content.map(({ index }) => index));
  const cue = readCue(linked.text, attribution, indices, lexicon);
  const near = byDocument(takesSides(cue));
  if (near.length === 0) return near;
  const { holder } = findSpeaker(linked, attribution, author);
  return weighByAgent(linked, near, { words, holder, cue }, vocabulary);
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

/** How many sentences back a definite noun may mean what was told: “the ban”. */
const TOPIC_REACH = 60;

/** Forgets the topics that lie too far before a content for it to take them up. */
function forget(earlier: EarlierTopic[], { content }: ContentWords): void {
  const first = (content[0]?.sentence ?? 0) - TOPIC_REACH;
  while ((earlier[0]?.sentence ?? first) < first) earlier.shift();
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
    forget(earlier, words);
    const near = weigh(setting, attribution, words, (isSided) =>
      weighByDocument(matches, index, document, isSided),
    );
    const topics = chooseTopics(setting, attribution, words, near, earlier);
    return topics.flatMap((topic) => {
      const draft = draftClaim(setting, attribution, words, topic);
      if (draft === undefined) return [];
      if (topic.match !== undefined) earlier.push(topicOf(topic.match, draft, words));
      return [draft, ...shareDraft(linked, draft)];
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
