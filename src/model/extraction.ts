import type { AnnotatedText } from './annotated-text.ts';
import type { Attribution } from './attribution.ts';
import type { Mention } from './mention.ts';

/** What an article says, before anybody is identified. */
export interface Extraction {
  readonly text: AnnotatedText;
  readonly mentions: readonly Mention[];
  readonly attributions: readonly Attribution[];
}
