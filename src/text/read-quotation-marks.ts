import type { Span } from '../model/span.ts';
import { hasClosingShape, hasOpeningShape, isDoubleMark } from './quotation-marks.ts';

/** What a quotation mark does in its place; a stray mark (5" for inches) does nothing. */
export type MarkRole = 'open' | 'close' | 'stray';

/** A double quotation mark, or several of them side by side, read in its context. */
export interface QuotationMark {
  /** Index of the token, and of the last one where marks are doubled. */
  readonly token: number;
  readonly lastToken: number;
  readonly role: MarkRole;
}

/** “…, “Trump wrote”: what follows a quotation rather than begins one. */
const REPORT_FOLLOWS =
  /^\s?(?:(?:\p{Lu}[\p{L}\p{M}.'’-]*|(?:the|a|an|his|her|its|their)(?:\s\p{Ll}[\p{L}-]*){0,2}|he|she|they)\s){1,4}(?:said|says|told|tells|added|wrote|asked|warned|stated|tweeted)\b|^\s?(?:said|says|added|wrote|told|asked|warned|stated) /u;

/** “, the mayor said.”, “, Ruto told reporters on Monday.”: a report that the sentence ends with. */
const REPORT_ENDS =
  /^(?: (?:reporters|journalists|lawmakers|the media))?(?: (?:on|in|at|after|during) [^.,;:!?"“”]{1,50})?(?:[.,;:]|$)/u;

/** Whether the words from the offset on report what stands before them, and nothing else. */
export function reportFollows(text: string, offset: number): boolean {
  const following = text.slice(offset, offset + 160);
  const report = REPORT_FOLLOWS.exec(following.slice(0, 60))?.[0];
  return report !== undefined && REPORT_ENDS.test(following.slice(report.trimEnd().length));
}

/** “The mayor of Goma said that …”, but not “They told us to wait”, which may be words of the quoted. */
const NARRATED =
  /^(?!(?:I|We|You|He|She|It|They)\b)\p{Lu}[\p{L}\p{M}.'’-]*(?: (?!(?:I|we|you)\b)[\p{L}\p{M}\p{N}.'’-]+){0,6} (?:said|says|told|tells|added|wrote|warned|stated)\b(?! (?:us|me|you)\b)/u;

/** Whether a sentence that begins at the offset is the narrator's. */
export function isNarrated(text: string, offset: number): boolean {
  return NARRATED.test(text.slice(offset, offset + 100));
}

/** The price of supplying a mark that is not there, and of taking a mark for none. */
const COST_OF_MISSING_OPENING = 2.5;
const COST_OF_MISSING_CLOSING = 2.2;
const COST_OF_STRAY = 5;

/** A single mark closes a double quotation only where nothing else does. */
const SINGLE_MARK: Readonly<Record<MarkRole, number>> = { open: 20, close: 1.5, stray: 0 };

/** How ill each role suits a mark, from its shape, the white space round it and the words after it. */
function weighRoles(text: string, block: Span, mark: Span): Readonly<Record<MarkRole, number>> {
  const form = text.slice(mark.start, mark.end);
  if (form === "'" || form === '’') return SINGLE_MARK;
  const before = mark.start > block.start ? (text[mark.start - 1] ?? ' ') : ' ';
  const after = mark.end < block.end ? (text[mark.end] ?? ' ') : ' ';
  const gapBefore = /\s/u.test(before);
  const gapAfter = /\s/u.test(after);
  const wordBefore =
    text
      .slice(Math.max(block.start, mark.start - 4), mark.start)
      .trimEnd()
      .at(-1) ?? '';
  const following = text.slice(mark.end, Math.min(block.end, mark.end + 60));
  let open = hasClosingShape(form) ? 1.5 : 0;
  let close = hasOpeningShape(form) ? 1.5 : 0;
  let stray = COST_OF_STRAY;
  if (mark.start === block.start) {
    open -= 1.5;
    close += 6;
  }
  if (mark.end >= block.end) {
    open += 6;
    close -= 1.5;
  }
  if (gapBefore && gapAfter) {
    open += 0.3;
    close += 0.5;
  } else if (gapBefore) {
    close += /[\p{L}\p{N}]/u.test(after) ? 2 : 0.3;
  } else if (gapAfter) {
    open += 2;
  } else {
    open += /[\p{L}\p{N}.,;!?]/u.test(before) ? 1.2 : 0;
    close += /[\p{L}\p{N}]/u.test(after) ? 0.8 : 0;
  }
  if (/[.,;!?)]/u.test(after)) open += 2;
  if (/[.,!?…]/u.test(wordBefore)) close -= 0.4;
  if (wordBefore === ':') {
    open -= 2;
    close += 2.5;
  }
  if (/[.,!?]/u.test(wordBefore) && REPORT_FOLLOWS.test(following)) {
    open += 3.5;
    close -= 1.5;
  }
  if (/\p{N}/u.test(before) && form === '"') {
    open += 2;
    stray = 0.8;
  }
  return { open, close, stray };
}

/** “We will stay,' she said.: a single mark behind a stop may close what a double mark has opened. */
function mayCloseDouble(text: string, block: Span, mark: Span, form: string): boolean {
  if (form !== "'" && form !== '’') return false;
  return (
    /[.,!?…]/u.test(text[mark.start - 1] ?? '') && (mark.end >= block.end || /\s/u.test(text[mark.end] ?? ''))
  );
}

/** Marks that stand side by side count as one. */
function findMarks(
  text: string,
  block: Span,
  tokens: readonly Span[],
): readonly (readonly [number, number])[] {
  const marks: [number, number][] = [];
  for (const [index, token] of tokens.entries()) {
    if (token.end - token.start > 8) continue;
    const form = text.slice(token.start, token.end);
    if (!isDoubleMark(form) && !mayCloseDouble(text, block, token, form)) continue;
    const last = marks.at(-1);
    if (last !== undefined && last[1] === index - 1 && tokens[index - 1]?.end === token.start)
      last[1] = index;
    else marks.push([index, index]);
  }
  return marks;
}

interface Step {
  readonly cost: number;
  readonly role: MarkRole;
  readonly inside: boolean;
  readonly before: Step | undefined;
}

function cheapest(steps: readonly Step[], inside: boolean): Step | undefined {
  let best: Step | undefined;
  for (const step of steps) {
    if (step.inside === inside && (best === undefined || step.cost < best.cost)) best = step;
  }
  return best;
}

/**
 * The double quotation marks of a block with the roles that fit together best: the cheapest way through two
 * states, outside and inside a quotation (Viterbi). Thus “ may close and ” may open where the rest demands it:
 * “Zelinski said:” We will ask the United States about this. “
 */
export function readQuotationMarks(
  text: string,
  block: Span,
  tokens: readonly Span[],
  options: { readonly nextBlockOpens: boolean },
): readonly QuotationMark[] {
  const marks = findMarks(text, block, tokens);
  let outside: Step | undefined = { cost: 0, role: 'stray', inside: false, before: undefined };
  let inside: Step | undefined;
  for (const [first, last] of marks) {
    const span = { start: tokens[first]?.start ?? 0, end: tokens[last]?.end ?? 0 };
    const cost = weighRoles(text, block, span);
    const steps: Step[] = [];
    for (const before of [outside, inside]) {
      if (before === undefined) continue;
      const missingClosing = before.inside ? COST_OF_MISSING_CLOSING : 0;
      const missingOpening = before.inside ? 0 : COST_OF_MISSING_OPENING;
      steps.push(
        { cost: before.cost + cost.open + missingClosing, role: 'open', inside: true, before },
        { cost: before.cost + cost.close + missingOpening, role: 'close', inside: false, before },
        { cost: before.cost + cost.stray, role: 'stray', inside: before.inside, before },
      );
    }
    outside = cheapest(steps, false);
    inside = cheapest(steps, true);
  }
  const costOfEndingInside = options.nextBlockOpens ? 0.2 : 2;
  let step =
    inside !== undefined && inside.cost + costOfEndingInside < (outside?.cost ?? Infinity) ? inside : outside;
  const read: QuotationMark[] = [];
  for (const [token, lastToken] of marks.toReversed()) {
    if (step === undefined) break;
    read.push({ token, lastToken, role: step.role });
    step = step.before;
  }
  return read.toReversed();
}
