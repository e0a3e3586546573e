import type { NamedActor, NamedIssue, NamedThing } from './named-things.ts';
import { isSlipOf } from './question-word.ts';
import type { QuestionWord } from './question-word.ts';

/** Words of a question that name an actor: `[start, end)`; several actors where the name is not one's own. */
export interface ActorMention {
  readonly start: number;
  readonly end: number;
  readonly actors: readonly NamedActor[];
}

/** A short name in capitals is read in capitals only: “US”, not “us”. */
function isSame(written: QuestionWord, name: QuestionWord, allowsSlips: boolean): boolean {
  if (name.form.length <= 3 && name.form === name.form.toUpperCase()) return written.form === name.form;
  return written.lower === name.lower || (allowsSlips && isSlipOf(written.lower, name.lower));
}

function matchesAt(
  words: readonly QuestionWord[],
  at: number,
  name: readonly QuestionWord[],
  allowsSlips: boolean,
): boolean {
  return name.every((expected, offset) => {
    const written = words[at + offset];
    return written !== undefined && isSame(written, expected, allowsSlips);
  });
}

function readAt(
  words: readonly QuestionWord[],
  at: number,
  actors: readonly NamedActor[],
  allowsSlips: boolean,
): ActorMention | undefined {
  const found = actors.flatMap((actor) =>
    actor.names
      .filter((name) => matchesAt(words, at, name, allowsSlips))
      .map((name) => ({ actor, length: name.length })),
  );
  const length = Math.max(0, ...found.map((one) => one.length));
  if (length === 0) return undefined;
  const named = [...new Set(found.filter((one) => one.length === length).map(({ actor }) => actor))];
  const speaking = named.filter(({ claims }) => claims > 0);
  return { start: at, end: at + length, actors: speaking.length > 0 ? speaking : named };
}

/** The actors that a question names, from left to right, the longest name first; slips of one letter are forgiven. */
export function findActors(
  words: readonly QuestionWord[],
  actors: readonly NamedActor[],
  isPlain: (word: QuestionWord) => boolean,
): readonly ActorMention[] {
  const mentions: ActorMention[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    const allowsSlips = word !== undefined && !isPlain(word);
    const mention =
      readAt(words, at, actors, false) ?? (allowsSlips ? readAt(words, at, actors, true) : undefined);
    // “the president” and “will” may be somebody's name in the text, but not in a question in lower case.
    if (mention === undefined || (word !== undefined && isPlain(word) && word.form === word.lower)) continue;
    mentions.push(mention);
    at = mention.end - 1;
  }
  return mentions;
}

/** A word that only an issue's patterns have counts half. */
const FURTHER_CREDIT = 0.5;
/** A second issue with this share of the best one's score leaves the question open. */
const NEAR = 0.65;
const SMALL_WORDS: ReadonlySet<string> = new Set(
  'a an and are as at be by for from in is it its of on or that the to with'.split(' '),
);

/** “Membership” stands for “member” where no issue has the word itself. */
const withoutShip = (stem: string): string => stem.replace(/(?<=....)ship$/u, '');

type Reading = (stem: string) => string;

function knows(stems: Iterable<string>, asked: string, read: Reading): boolean {
  for (const known of stems) {
    const stem = read(known);
    if (stem === read(asked) || isSlipOf(stem, read(asked))) return true;
  }
  return false;
}

/** How well question and wording fit each other, 0–1: F1 of the words that they share, for the best wording. */
function scoreIssue(issue: NamedIssue, asked: readonly string[], read: Reading): number {
  const scores = issue.names.map((name) => {
    const own = new Set(name.filter(({ lower }) => !SMALL_WORDS.has(lower)).map(({ stem }) => stem));
    const hits = asked.reduce((sum, stem) => {
      if (knows(own, stem, read)) return sum + 1;
      return knows(issue.further, stem, read) ? sum + FURTHER_CREDIT : sum;
    }, 0);
    return (2 * hits) / (own.size + asked.length);
  });
  return Math.max(0, ...scores);
}

function findWith(
  asked: readonly string[],
  issues: readonly NamedIssue[],
  read: Reading,
): readonly NamedIssue[] {
  const scored = issues
    .filter((issue) => {
      const vocabulary = new Set([...issue.names.flat().map(({ stem }) => stem), ...issue.further]);
      return asked.every((stem) => knows(vocabulary, stem, read));
    })
    .map((issue) => ({ issue, score: scoreIssue(issue, asked, read) }))
    .toSorted((left, right) => right.score - left.score || (left.issue.iri < right.issue.iri ? -1 : 1));
  const [best] = scored;
  if (best === undefined || best.score === 0) return [];
  if (best.score === 1 && scored[1]?.score !== 1) return [best.issue];
  // Of “end of the war” and “negotiations to end the war” the wider one is meant, if it fits better.
  return scored
    .filter(({ issue, score }) => score >= NEAR * best.score && !issue.broader.includes(best.issue.iri))
    .map(({ issue }) => issue);
}

/**
 * The issues that have all of the words, which are content words of a question; none where a word is in no issue
 * together with the others: a question about “Georgia's membership” is not one about Ukraine's.
 */
export function findIssues(
  words: readonly QuestionWord[],
  issues: readonly NamedIssue[],
): readonly NamedIssue[] {
  const asked = [...new Set(words.map(({ stem }) => stem))];
  if (asked.length === 0) return [];
  const exact = findWith(asked, issues, (stem) => stem);
  return exact.length > 0 ? exact : findWith(asked, issues, withoutShip);
}

/** Things as a reader chooses among them. */
export function listThings(things: readonly NamedThing[]): readonly string[] {
  return things.map(
    ({ iri, label }) => `${label} (${iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1)})`,
  );
}
