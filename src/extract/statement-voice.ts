import type { AnnotatedText } from '../model/annotated-text.ts';

const FIRST_PERSON_PLURAL = /^(?:we|us|our|ours)$/iu;
const FEWEST = 2;

/**
 * Whether the text is somebody's own statement rather than news: it says “we” outside quotation marks in at least two
 * sentences. “The United States welcomes the extension. … We will continue to work with our partners.”
 */
export function isStatement(text: AnnotatedText): boolean {
  const sentences = new Set<number>();
  for (const token of text.tokens) {
    if (token.quotation < 0 && FIRST_PERSON_PLURAL.test(token.form)) sentences.add(token.sentence);
  }
  return sentences.size >= FEWEST;
}
