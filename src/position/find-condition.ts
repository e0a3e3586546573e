import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import { sliceText } from '../model/span.ts';

/** The words that open a condition; “only when” and “only after” do, “when” alone does not. */
const OPENING =
  /(?<!\b(?:even|as|what|asked|wonder|wondered|know|see) )\b(?:only if|only when|only after|only once|if and when|if|unless|provided that|provided|as long as|so long as|on (?:the )?condition that|on condition|in exchange for|in return for|subject to|upon agreement|until)\b/giu;
const CLOSING = /[,;:—–“”"]|\.(?:\s|$)|$/u;

/** A condition and how it opens. */
export interface Condition {
  readonly span: Span;
  readonly marker: string;
}

/** The first condition stated in the content: “if it fulfils the criteria” in “should be open to Ukraine if …”. */
export function findCondition(
  text: AnnotatedText,
  content: readonly Span[],
  tokens: readonly Token[],
): Condition | undefined {
  for (const span of content) {
    const slice = sliceText(text.text, span);
    for (const match of slice.matchAll(OPENING)) {
      const start = span.start + match.index;
      const rest = slice.slice(match.index + match[0].length);
      if (rest.startsWith(',')) continue;
      const closing = CLOSING.exec(rest)?.index ?? rest.length;
      const end = start + match[0].length + closing;
      const last = tokens.findLast((token) => token.start < end && token.start >= start);
      if (last === undefined || closing < 4) continue;
      return {
        span: { start, end: Math.min(end, Math.max(last.end, start)) },
        marker: match[0].toLowerCase(),
      };
    }
  }
  return undefined;
}
