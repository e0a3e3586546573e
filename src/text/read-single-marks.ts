import type { Span } from '../model/span.ts';

/** Words that begin with an apostrophe: “’twas”, “’em”, “’90s”. */
const CLIPPED = /^(?:em|tis|twas|til|cause|bout|n|\d\ds?)$/iu;

interface SinglePair {
  /** Indices of the tokens that are the marks. */
  readonly open: number;
  readonly close: number;
}

function isSingle(form: string): boolean {
  return form === "'" || form === '‘' || form === '’' || form === '`' || form === '‚';
}

/** Whether the mark can begin a quotation: white space before, a word right after. */
function canOpen(text: string, tokens: readonly Span[], index: number): boolean {
  const mark = tokens[index];
  const next = tokens[index + 1];
  if (mark === undefined || next === undefined || next.start !== mark.end) return false;
  const form = text.slice(mark.start, mark.end);
  const before = tokens[index - 1];
  const apart =
    before === undefined ||
    before.end < mark.start ||
    /^[([—–-]$/u.test(text.slice(before.end - 1, before.end));
  if (form === '’' || !apart) return false;
  const word = text.slice(next.start, next.end);
  return /^[\p{L}\p{N}]/u.test(word) && !CLIPPED.test(word);
}

/** Whether the mark can end a quotation: something right before, no word right after. */
function canClose(text: string, tokens: readonly Span[], open: number, index: number): boolean {
  const mark = tokens[index];
  const before = tokens[index - 1];
  if (mark === undefined || before === undefined || before.end !== mark.start) return false;
  const form = text.slice(mark.start, mark.end);
  // ‚Nein‘, sagte er: what opens in English closes in German.
  const opened = tokens[open];
  if (form === '‘' && opened !== undefined && text[opened.start] !== '‚') return false;
  return form !== '`' && form !== '‚' && !/^[\p{L}\p{N}]/u.test(text.slice(mark.end, mark.end + 1));
}

/** A mark after “s” may be a genitive: “the allies’ plan”. */
function mayBeGenitive(text: string, mark: Span): boolean {
  return /[sxzSXZ]/u.test(text[mark.start - 1] ?? '') && /^\s\p{L}/u.test(text.slice(mark.end, mark.end + 2));
}

/**
 * The single quotation marks of a block that plainly belong together, as in ‘We will not yield,’ said the
 * minister; an apostrophe is none. Each mark is looked at once as an opening and once as a closing one.
 */
export function readSingleMarks(text: string, tokens: readonly Span[]): readonly SinglePair[] {
  const pairs: SinglePair[] = [];
  let open = -1;
  let doubtful = -1;
  for (const [index, token] of tokens.entries()) {
    if (token.end - token.start !== 1 || !isSingle(text[token.start] ?? '')) continue;
    if (open >= 0 && index > open + 1 && canClose(text, tokens, open, index)) {
      if (mayBeGenitive(text, token)) {
        doubtful = index;
        continue;
      }
      pairs.push({ open, close: index });
      open = -1;
      doubtful = -1;
    } else if (canOpen(text, tokens, index)) {
      if (open >= 0 && doubtful > open) pairs.push({ open, close: doubtful });
      open = index;
      doubtful = -1;
    }
  }
  if (open >= 0 && doubtful > open) pairs.push({ open, close: doubtful });
  return pairs;
}
