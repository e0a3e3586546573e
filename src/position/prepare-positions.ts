import type { Issue } from '../model/issue.ts';
import { indexIssues } from './index-issues.ts';
import type { IssueIndex } from './index-issues.ts';
import { profileIssues } from './issue-profile.ts';
import type { StanceLexicon } from './stance-lexicon.ts';
import { compileVocabulary } from './vocabulary.ts';
import type { Vocabulary } from './vocabulary.ts';

/** The issues that are looked for and the words that stance is read from. */
export interface PositionSettings {
  readonly issues: readonly Issue[];
  readonly lexicon: StanceLexicon;
}

interface Prepared {
  readonly vocabulary: Vocabulary;
  readonly issues: IssueIndex;
}

/** Settings serve many articles: what is made of them is made once. */
const PREPARED = new WeakMap<PositionSettings, Prepared>();

/** The settings in the form in which articles are compared with them. */
export function preparePositions(settings: PositionSettings): Prepared {
  const known = PREPARED.get(settings);
  if (known !== undefined) return known;
  const vocabulary = compileVocabulary(settings.lexicon);
  const prepared = { vocabulary, issues: indexIssues(profileIssues(settings.issues, vocabulary)) };
  PREPARED.set(settings, prepared);
  return prepared;
}
