import type { AnnotatedText } from '../model/annotated-text.ts';

const FIRST_PERSON_PLURAL = /^(?:we|us|our|ours)$/iu;
const FEWEST = 2;
const SMALLEST_SHARE = 0.15;
const MOST_QUOTATIONS = 0.2;

/**
 * Whether the text is somebody's own statement rather than news: it says “we” outside quotation marks in two or more
 * sentences, at least one in seven, and hardly quotes.
 * “The United States welcomes the extension. … We will continue to work with our partners.”
 */
export function isStatement(text: AnnotatedText): boolean {
  const count = text.sentences.length;
  if (text.quotations.length > count * MOST_QUOTATIONS) return false;
  const sentences = new Set<number>();
  for (const token of text.tokens) {
    if (token.quotation < 0 && FIRST_PERSON_PLURAL.test(token.form)) sentences.add(token.sentence);
  }
  return sentences.size >= FEWEST && sentences.size >= count * SMALLEST_SHARE;
}
