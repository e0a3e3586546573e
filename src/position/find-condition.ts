import type { AnnotatedText, Token } from '../model/annotated-text.ts';
import type { Span } from '../model/span.ts';
import { sliceText } from '../model/span.ts';
import { tokensIn } from './content-words.ts';

/** The words that open a condition; “only when” and “only after” do, “when” alone does not. */
const OPENING =
  /(?<!\b(?:even|as|what|asked|wonder|wondered|know|see) )\b(?:only if|only when|only after|only once|if and when|if|unless|provided that|provided|as long as|so long as|on (?:the )?condition that|on condition|in exchange for|in return for|subject to|upon agreement|until)\b/giu;
const CLOSING = /[,;:—–“”"]|\.(?:\s|$)|$/u;

const NEXT =
  /^, (?:and |but |or )?(?:only if|if|unless|provided that|provided|as long as|so long as|until) /iu;

/** A condition and how it opens. */
export interface Condition {
  readonly span: Span;
  readonly marker: string;
}

/** Where a condition ends; one that follows at once belongs to it: “if A agrees, unless B objects”. */
function endOfCondition(rest: string): number {
  const closing = CLOSING.exec(rest)?.index ?? rest.length;
  const after = rest.slice(closing);
  const next = NEXT.exec(after)?.[0].length;
  return next === undefined ? closing : closing + next + endOfCondition(after.slice(next));
}

/** What follows a content at once in its sentence: “will not back it | unless Sudan agrees”. */
function readTail(text: AnnotatedText, content: readonly Span[], tokens: readonly Token[]): readonly Span[] {
  const end = content.at(-1)?.end;
  const sentence = text.sentences[tokens.at(-1)?.sentence ?? -1];
  if (end === undefined || sentence === undefined || end >= sentence.end) return [];
  const tail = { start: end, end: sentence.end };
  const opening = /^,? ?/u.exec(sliceText(text.text, tail))?.[0].length ?? 0;
  const rest = { start: end + opening, end: sentence.end };
  return new RegExp(`^(?:${OPENING.source})`, 'iu').test(sliceText(text.text, rest)) ? [rest] : [];
}

/** The first condition stated in the content: “if it fulfils the criteria” in “should be open to Ukraine if …”. */
export function findCondition(
  text: AnnotatedText,
  content: readonly Span[],
  tokens: readonly Token[],
): Condition | undefined {
  const tail = readTail(text, content, tokens);
  const all = [...tokens, ...tokensIn(text, tail)];
  for (const span of [...content, ...tail]) {
    const slice = sliceText(text.text, span);
    for (const match of slice.matchAll(OPENING)) {
      const start = span.start + match.index;
      const rest = slice.slice(match.index + match[0].length);
      if (rest.startsWith(',')) continue;
      const closing = endOfCondition(rest);
      const end = start + match[0].length + closing;
      const last = all.findLast((token) => token.start < end && token.start >= start);
      if (last === undefined || closing < 4) continue;
      return {
        span: { start, end: Math.min(end, Math.max(last.end, start)) },
        marker: match[0].toLowerCase(),
      };
    }
  }
  return undefined;
}
