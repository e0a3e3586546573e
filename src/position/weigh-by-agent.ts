import type { LinkedExtraction } from '../model/linked-extraction.ts';
import { childrenOf } from './climb-tree.ts';
import type { ContentWords } from './content-words.ts';
import { findAgent, isAgent } from './find-agent.ts';
import { findEntity } from './index-actors.ts';
import { isNear } from './fill-slots.ts';
import { findGovernor } from './locate-token.ts';
import type { IssueMatch } from './match-issue.ts';
import type { Attitude } from './stance-lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/** What is left of a match when somebody else is to do what the holder wants to do himself. */
const OTHER_AGENT_FACTOR = 0.6;
const OF_ONESELF: ReadonlySet<Attitude> = new Set(['want', 'intend', 'propose', 'reject', 'refrain']);
const BODIES: ReadonlySet<string> = new Set(['state', 'organisation']);

/** “To provide aid” without anybody who does it: the one who pledges or refuses it does. */
function isOwnInfinitive({ text }: LinkedExtraction, { content }: ContentWords): boolean {
  const governor = findGovernor(text, new Set(content.map(({ index }) => index)));
  const first = content.find(({ form }) => /\p{L}/u.test(form));
  if (governor?.upos !== 'VERB' || first?.form.toLowerCase() !== 'to') return false;
  return !childrenOf(text, governor).some(({ relation }) => /^[nc]subj/.test(relation));
}

/**
 * Matches with issues that somebody else than the holder would carry out count less where the holder speaks of his own
 * doing: “Germany pledged to provide aid” is not about “France provides aid”.
 */
export function weighByAgent(
  linked: LinkedExtraction,
  matches: readonly IssueMatch[],
  { words, holder, cue }: { words: ContentWords; holder: string; cue: readonly Attitude[] },
  vocabulary: Vocabulary,
): readonly IssueMatch[] {
  const type = findEntity(linked, holder)?.type ?? '';
  const isOwn = BODIES.has(type) && cue.some((attitude) => OF_ONESELF.has(attitude));
  if (!isOwn || !isOwnInfinitive(linked, words)) return matches;
  return matches
    .map((match) => {
      const agent = findAgent(match.profile);
      if (agent === undefined || isAgent(linked, holder, agent, vocabulary)) return match;
      const isNamed = [...agent.keys].some((key) => words.sightingsOf(key).some(isNear));
      return isNamed ? match : { ...match, score: match.score * OTHER_AGENT_FACTOR };
    })
    .sort((left, right) => right.score - left.score);
}
