import type { ConceptReader } from './concepts.ts';
import type { NamedIssue, NamedThing } from './named-things.ts';
import { isSlipOf } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';
import { areSynonyms } from './synonyms.ts';
import type { Synonyms } from './synonyms.ts';

/** What issues are found by, besides their own words. */
export interface IssueKnowledge {
  readonly conceptsOf: ConceptReader;
  readonly synonyms: Synonyms;
}

/** A word that only an issue's patterns have counts half. */
const FURTHER_CREDIT = 0.5;
/** A second issue with this share of the best one's score leaves the question open. */
const NEAR = 0.65;
/** So many issues are named to whom asks for one that is not there. */
const MOST_NEIGHBOURS = 3;

const isName = (concept: string): boolean => concept.startsWith('@');

const SUFFIX = /(?:ships?|ments?|ations?|itions?|ions?|ences?|ances?|ent|ant|als?|ers?|ors?|it|at)$/u;

/** “Membership” stands for “member”, “impeached” for “impeachment”, “extradition” for “extradite”. */
function rootOf(stem: string): string {
  const root = stem.replace(SUFFIX, '');
  return root.length < 4
    ? stem
    : root.replace(SUFFIX, (suffix) => (root.length - suffix.length < 4 ? suffix : ''));
}

type IsKnown = (known: string, asked: string) => boolean;

const isSameWord: IsKnown = (known, asked) =>
  known === asked || (!isName(known) && !isName(asked) && isSlipOf(known, asked));

const isSameRoot: IsKnown = (known, asked) =>
  isSameWord(known, asked) || (!isName(known) && !isName(asked) && rootOf(known) === rootOf(asked));

const knows = (concepts: Iterable<string>, asked: string, isKnown: IsKnown): boolean => {
  for (const known of concepts) if (isKnown(known, asked)) return true;
  return false;
};

/** How well question and wording fit each other, 0–1: F1 of the words that they share, for the best wording. */
function scoreIssue(issue: NamedIssue, asked: readonly string[], isKnown: IsKnown): number {
  const scores = issue.names.map((name) => {
    const own = new Set(name);
    const hits = asked.reduce((sum, concept) => {
      if (knows(own, concept, isKnown)) return sum + 1;
      return knows(issue.further, concept, isKnown) ? sum + FURTHER_CREDIT : sum;
    }, 0);
    return (2 * hits) / (own.size + asked.length);
  });
  return Math.max(0, ...scores);
}

const vocabularyOf = (issue: NamedIssue): readonly string[] => [...issue.names.flat(), ...issue.further];

function findWith(
  asked: readonly string[],
  issues: readonly NamedIssue[],
  { isKnown, near }: { readonly isKnown: IsKnown; readonly near: number },
): readonly NamedIssue[] {
  const scored = issues
    .filter((issue) => {
      const vocabulary = vocabularyOf(issue);
      return (
        asked.every((concept) => knows(vocabulary, concept, isKnown)) &&
        asked.some((concept) => knows(vocabulary, concept, isSameRoot))
      );
    })
    .map((issue) => ({ issue, score: scoreIssue(issue, asked, isKnown) }))
    .toSorted((left, right) => right.score - left.score || (left.issue.iri < right.issue.iri ? -1 : 1));
  const [best] = scored;
  if (best === undefined || best.score === 0) return [];
  if (best.score === 1 && scored[1]?.score !== 1) return [best.issue];
  // Of “end of the war” and “negotiations to end the war” the wider one is meant, if it fits better.
  return scored
    .filter(({ issue, score }) => score >= near * best.score && !issue.broader.includes(best.issue.iri))
    .map(({ issue }) => issue);
}

/**
 * The issues that have all of the words, which are content words of a question; none where a word is in no issue
 * together with the others: a question about “Georgia's membership” is not one about Ukraine's. The words themselves
 * count first, then other words of their roots, then other words of their meaning.
 */
export function findIssues(
  words: readonly QuestionWord[],
  issues: readonly NamedIssue[],
  {
    conceptsOf,
    synonyms,
    isWide = false,
  }: IssueKnowledge & {
    /** Takes all that have the words, however many others they have. */
    readonly isWide?: boolean;
  },
): readonly NamedIssue[] {
  const asked = [...new Set(conceptsOf(words))];
  if (asked.length === 0) return [];
  const isSameMeaning: IsKnown = (known, concept) =>
    isSameRoot(known, concept) || areSynonyms(known, concept, synonyms);
  for (const isKnown of [isSameWord, isSameRoot, isSameMeaning]) {
    const found = findWith(asked, issues, { isKnown, near: isWide ? 0 : NEAR });
    if (found.length > 0) return found;
  }
  return [];
}

/** Of words that no issue has together those that no issue has at all; all of them where each is in one. */
export function findUnknown(
  words: readonly QuestionWord[],
  issues: readonly NamedIssue[],
  { conceptsOf }: IssueKnowledge,
): readonly QuestionWord[] {
  const vocabulary = new Set(issues.flatMap(vocabularyOf));
  const unknown = words.filter((word) =>
    conceptsOf([word]).every((concept) => !knows(vocabulary, concept, isSameRoot)),
  );
  return unknown.length === 0 ? words : unknown;
}

/** The issues that have some of the words, best first: to be named where none has all of them. */
export function findNeighbours(
  words: readonly QuestionWord[],
  issues: readonly NamedIssue[],
  { conceptsOf }: IssueKnowledge,
): readonly NamedIssue[] {
  const asked = [...new Set(conceptsOf(words))];
  return issues
    .map((issue) => ({ issue, score: scoreIssue(issue, asked, isSameRoot) }))
    .filter(({ score }) => score > 0)
    .toSorted((left, right) => right.score - left.score || (left.issue.iri < right.issue.iri ? -1 : 1))
    .slice(0, MOST_NEIGHBOURS)
    .map(({ issue }) => issue);
}

/** Things as a reader chooses among them. */
export function listThings(things: readonly NamedThing[]): readonly string[] {
  return things.map(
    ({ iri, label }) => `${label} (${iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)})`,
  );
}
