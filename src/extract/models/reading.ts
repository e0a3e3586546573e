import type { AnnotatedText } from '../../model/annotated-text.ts';
import type { Attribution } from '../../model/attribution.ts';
import type { NounKinds } from '../noun-kinds.ts';
import type { ReportingLexicon } from '../reporting-lexicon.ts';
import type { LexicalClasses } from './lexical-classes.ts';
import { viewRules } from './rule-view.ts';
import type { RuleView } from './rule-view.ts';
import { readColumns } from './token-columns.ts';
import type { TokenColumns } from './token-columns.ts';

/** The lists of words that the models look at. */
export interface ModelLexicons {
  readonly reporting: ReportingLexicon;
  readonly classes: LexicalClasses;
  readonly nounKinds: NounKinds;
}

/** Everything that the features of a text are made of. */
export interface ModelReading {
  readonly text: AnnotatedText;
  readonly columns: TokenColumns;
  readonly rules: RuleView;
  readonly lexicons: ModelLexicons;
}

/** A text made ready for the models, beside what the rules found in it. */
export function prepareReading(
  text: AnnotatedText,
  ruled: readonly Attribution[],
  lexicons: ModelLexicons,
): ModelReading {
  return { text, columns: readColumns(text), rules: viewRules(text, ruled), lexicons };
}
