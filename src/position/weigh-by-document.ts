import { addToList } from './add-to-list.ts';
import type { IssueMatch } from './match-issue.ts';

/** How far an article is about each of its issues, as its other contents show. */
export interface DocumentIssues {
  /** The best score of the issue in any content but the one given. */
  readonly elsewhere: (issue: string, content: number) => number;
}

/** From here on an issue counts as one of the article's. */
const LEAST_ELSEWHERE = 0.36;
const BONUS = 0.18;

/** What each content of an article, in order, shows by itself. */
export function readDocumentIssues(matches: readonly (readonly IssueMatch[])[]): DocumentIssues {
  const scores = new Map<string, { readonly content: number; readonly score: number }[]>();
  for (const [content, found] of matches.entries()) {
    for (const { issue, score } of found) addToList(scores, issue.id, { content, score });
  }
  for (const list of scores.values()) list.sort((left, right) => right.score - left.score);
  return {
    elsewhere: (issue, content) => scores.get(issue)?.find((one) => one.content !== content)?.score ?? 0,
  };
}

/** “Protested the conference” is no answer to whether it was a success. */
const FACT_FACTOR = 0.85;

/**
 * A content's matches with a bonus for what the article is about anyway: “proposed the mission” may leave out which.
 * A cue that wants or condemns asks for a policy, not for a fact. The best first.
 */
export function weighByDocument(
  matches: readonly IssueMatch[],
  content: number,
  document: DocumentIssues,
  takesSides: boolean,
): readonly IssueMatch[] {
  return matches
    .map((match) => {
      if (takesSides && match.issue.kind === 'fact') return { ...match, score: match.score * FACT_FACTOR };
      const elsewhere = document.elsewhere(match.issue.id, content);
      if (elsewhere < LEAST_ELSEWHERE) return match;
      return { ...match, score: match.score + BONUS * elsewhere * (1 - match.score) };
    })
    .sort((left, right) => right.score - left.score);
}
