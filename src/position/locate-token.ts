import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';

/** Index of the first item that ends after the offset, among items in reading order. */
export function firstEndingAfter(items: readonly Span[], offset: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.end ?? 0) > offset) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The tokens with the indices given, in their order. */
export function tokensAt({ tokens }: AnnotatedText, indices: ReadonlySet<number>): readonly Token[] {
  return [...indices].flatMap((index) => tokens[index] ?? []);
}

/** The first token of a content that hangs from none of its tokens. */
export function findGovernor(text: AnnotatedText, content: ReadonlySet<number>): Token | undefined {
  return tokensAt(text, content).find(({ head }) => !content.has(head));
}
