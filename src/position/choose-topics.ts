import type { Token } from '../model/annotated-text.ts';
import type { Attribution } from '../model/attribution.ts';
import type { LinkedExtraction } from '../model/linked-extraction.ts';
import type { Span } from '../model/span.ts';
import { climbTree } from './climb-tree.ts';
import type { ContentWords } from './content-words.ts';
import type { DocumentTerms } from './document-terms.ts';
import type { Author } from './find-author.ts';
import { findAntecedent, isElliptic } from './find-antecedent.ts';
import { findSpeaker } from './find-roles.ts';
import { followDefinite, followReply } from './follow-definite.ts';
import type { EarlierTopic } from './follow-definite.ts';
import type { IssueIndex } from './index-issues.ts';
import { LEAST_SCORE } from './match-issue.ts';
import type { IssueMatch } from './match-issue.ts';
import type { StanceLexicon } from './stance-lexicon.ts';
import type { Vocabulary } from './vocabulary.ts';

/** Everything that the claims of one article are read with. */
export interface Setting {
  readonly linked: LinkedExtraction;
  readonly lexicon: StanceLexicon;
  readonly issues: IssueIndex;
  readonly vocabulary: Vocabulary;
  readonly terms: DocumentTerms;
  /** Who speaks, if the text is itself a statement. */
  readonly author?: Author;
}

/** What a claim is about: an issue found in the content, or in the sentence before, or none. */
export interface Topic {
  readonly match?: IssueMatch;
  readonly antecedent?: Span;
}

/** “A member of the EU and of NATO”: the same words with a second name. */
function sharesPredicate({ text }: LinkedExtraction, left: IssueMatch, right: IssueMatch): boolean {
  if (left.direction !== right.direction || left.target !== right.target) return false;
  const own = right.tokens.filter((token) => !left.tokens.includes(token));
  const others = left.tokens.filter((token) => !right.tokens.includes(token));
  return (
    own.length > 0 &&
    own.every((index) => {
      const token = text.tokens[index];
      return token?.relation === 'conj' && others.includes(token.head);
    })
  );
}

/** Two issues of one content are two claims if their words are coordinated: “No NATO seat or US troops”. */
function areCoordinated(
  { linked }: Setting,
  left: IssueMatch,
  right: IssueMatch,
  content: ReadonlySet<number>,
): boolean {
  if (sharesPredicate(linked, left, right)) return true;
  if (left.target === right.target) return false;
  const own = right.tokens.filter((token) => !left.tokens.includes(token));
  if (own.length < Math.min(2, right.tokens.length)) return false;
  const target = linked.text.tokens[right.target];
  const other = linked.text.tokens[left.target];
  if (target === undefined || other === undefined) return false;
  const way = (token: Token): readonly number[] =>
    climbTree(linked.text, token, content).map((level) => level.token.index);
  const meets = (from: Token, to: Token): boolean =>
    climbTree(linked.text, from, content).some(
      ({ arrival, token }) =>
        arrival === 'conj' && (way(to).includes(token.index) || right.score >= SURE_SECOND_SCORE),
    );
  return meets(target, other) || meets(other, target);
}

const LEAST_SECOND_SCORE = 0.45;
/** From here on a coordination that the parse hangs elsewhere counts too. */
const SURE_SECOND_SCORE = 0.7;

/** A headline packs several issues: “No NATO seat or US troops: a roadmap to end the war”. */
function disjointMatches(matches: readonly IssueMatch[]): readonly IssueMatch[] {
  const chosen: IssueMatch[] = [];
  for (const match of matches) {
    const isNew = chosen.every(({ tokens }) => !tokens.some((token) => match.tokens.includes(token)));
    if (chosen.length === 0 || (isNew && match.score >= LEAST_SECOND_SCORE)) chosen.push(match);
  }
  return chosen;
}

/** Of propositions that fit alike, the one of which more is said: “Russia's exit changed the basis of the treaty”. */
const SHOWN_BONUS = 0.04;
const DEPTH_DISCOUNT = 0.03;
const DEEPEST = 6;
const SUBORDINATE_DEPTH = 4;

/** Of issues that fit alike, the one in the main clause: “should not expect to return to the borders before Y seized Z”. */
function preferMainClause(
  linked: LinkedExtraction,
  matches: readonly IssueMatch[],
  content: ReadonlySet<number>,
): readonly IssueMatch[] {
  const valueOf = ({ target, score, shown }: IssueMatch): number => {
    const token = linked.text.tokens[target];
    const depth = token === undefined || !content.has(target) ? 0 : depthIn(linked, token, content);
    return score + SHOWN_BONUS * shown - DEPTH_DISCOUNT * Math.min(depth, DEEPEST);
  };
  return matches.toSorted((left, right) => valueOf(right) - valueOf(left));
}

function depthIn(linked: LinkedExtraction, token: Token, content: ReadonlySet<number>): number {
  let depth = 0;
  let current = token;
  for (let head = linked.text.tokens[token.head]; head !== undefined && content.has(head.index);) {
    depth += /^(?:advcl|acl)/.test(current.relation) ? SUBORDINATE_DEPTH : 1;
    if (depth >= DEEPEST) return DEEPEST;
    current = head;
    head = linked.text.tokens[head.head];
  }
  return depth;
}

/** What a content is about, given the issues that it is near to: the issue that fits best, coordinated ones besides, or the one of the sentence before. */
export function chooseTopics(
  setting: Setting,
  attribution: Attribution,
  words: ContentWords,
  near: readonly IssueMatch[],
  earlier: readonly EarlierTopic[],
): readonly Topic[] {
  const { linked, issues, terms, lexicon } = setting;
  const content = new Set(words.content.map(({ index }) => index));
  const matches = near.filter(({ score }) => score >= LEAST_SCORE);
  const [first, ...rest] = preferMainClause(linked, matches, content);
  if (first !== undefined) {
    if (attribution.reporting === 'headline')
      return disjointMatches([first, ...rest]).map((match) => ({ match }));
    const second = rest.find(
      (match) => match.score >= LEAST_SECOND_SCORE && areCoordinated(setting, first, match, content),
    );
    return second === undefined ? [{ match: first }] : [{ match: first }, { match: second }];
  }
  const definite = followDefinite(linked, words.content, earlier, terms);
  if (definite !== undefined) return [{ match: definite }];
  const { holder } = findSpeaker(linked, attribution, setting.author);
  const reply = followReply(setting, words.content, earlier, holder);
  if (reply !== undefined) return [{ match: reply }];
  if (!isElliptic(linked.text, words.content, lexicon)) return [{}];
  const sentence = words.content[0]?.sentence ?? linked.text.tokens[attribution.cueToken]?.sentence ?? -1;
  const antecedent = findAntecedent(linked.text, sentence, issues, terms);
  return antecedent === undefined ? [{}] : [{ match: antecedent.match, antecedent: antecedent.span }];
}
