import { addToList } from './add-to-list.ts';
import type { IssueProfile } from './issue-profile.ts';
import type { PatternTokens } from './match-pattern.ts';

/** Issues by the words that show them, so that a content is compared with those alone that it could be about. */
export interface IssueIndex {
  readonly profiles: readonly IssueProfile[];
  /** Term key → issues with a slot, other than a place, that it fills; ascending. */
  readonly byKey: ReadonlyMap<string, readonly number[]>;
  /** Lemma or stem → issues with a pattern whose first element may begin with it. */
  readonly byLemma: ReadonlyMap<string, readonly number[]>;
  readonly byStem: ReadonlyMap<string, readonly number[]>;
}

function add(index: Map<string, number[]>, key: string, issue: number): void {
  if (index.get(key)?.at(-1) !== issue) addToList(index, key, issue);
}

/** The index of the issues given. */
export function indexIssues(profiles: readonly IssueProfile[]): IssueIndex {
  const [byKey, byLemma, byStem] = [
    new Map<string, number[]>(),
    new Map<string, number[]>(),
    new Map<string, number[]>(),
  ];
  for (const [issue, { wordings, patterns }] of profiles.entries()) {
    for (const { keys, contraries, kind } of wordings.flatMap(({ slots }) => slots)) {
      if (kind === 'place') continue;
      for (const key of [...keys, ...contraries]) add(byKey, key, issue);
    }
    for (const [first] of patterns.flatMap(({ all }) => all[0] ?? [])) {
      if (first === undefined) continue;
      add(byLemma, first.word, issue);
      add(byStem, first.stem, issue);
    }
  }
  return { profiles, byKey, byLemma, byStem };
}

/** The issues that the words could show, in their order. */
export function selectIssues(
  { profiles, byKey, byLemma, byStem }: IssueIndex,
  nearKeys: ReadonlySet<string>,
  words: PatternTokens,
): readonly IssueProfile[] {
  const found = new Set<number>();
  const look = (index: ReadonlyMap<string, readonly number[]>, keys: ReadonlySet<string>): void => {
    for (const key of keys) for (const issue of index.get(key) ?? []) found.add(issue);
  };
  look(byKey, nearKeys);
  look(byLemma, words.lemmaSet);
  look(byStem, words.stemSet);
  return [...found].sort((left, right) => left - right).flatMap((issue) => profiles[issue] ?? []);
}
