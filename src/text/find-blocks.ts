import type { Block, BlockKind } from '../model/annotated-text.ts';
import type { Article } from '../model/article.ts';
import { BLOCK_TAG } from './html-remnants.ts';
import { overlaps } from '../model/span.ts';
import type { Span } from '../model/span.ts';

const FINAL_STOP = /[.!…:;,][”"’'»)\]]*$/u;
const LIST_ITEM = /^(?:[-–—•*·▪►]|\d{1,3}[.)]\s|\([a-z\d]\)\s)/u;
const TURN = /^[\p{Lu}][^.!?:]{0,40}:\s/u;
const QUOTE = /^["＂“”«„‘'`‹「『]/u;
const DATE_LINE =
  /^(?:\p{L}+day,? )?(?:\p{L}{3,9}\.? \d{1,2}|\d{1,2} \p{L}{3,9}\.?|\d{4}-\d\d-\d\d)(?:,? \d{4})?(?:[ T,].{0,24})?$/u;

/** What parts lines: line ends of all kinds, and tags that a scraper left behind. */
const LINE_BREAK = new RegExp(`\\r\\n|[\\n\\r\\u0085\\u2028\\u2029\\v\\f]|${BLOCK_TAG}`, 'giu');

interface Line extends Span {
  readonly metadata: boolean;
  /** Empty lines stand between this line and the one before. */
  readonly apart: boolean;
}

/** The stretch without the white space at its ends; undefined when nothing is left. */
function trim(text: string, start: number, end: number): Span | undefined {
  while (start < end && /\s/u.test(text[start] ?? '')) start += 1;
  while (end > start && /\s/u.test(text[end - 1] ?? '')) end -= 1;
  return start < end ? { start, end } : undefined;
}

/** Lines with metadata cut out as lines of their own. */
function findLines(article: Article): readonly Line[] {
  const { text } = article;
  const metadata = article.metadata.toSorted((left, right) => left.start - right.start);
  const lines: Line[] = [];
  let breaks = 0;
  const readLines = (from: number, to: number): void => {
    let start = from;
    const endLine = (end: number, next: number): void => {
      const line = trim(text, start, end);
      if (line !== undefined) {
        lines.push({ ...line, metadata: false, apart: breaks > 1 });
        breaks = 0;
      }
      breaks += 1;
      start = next;
    };
    LINE_BREAK.lastIndex = from;
    for (let found = LINE_BREAK.exec(text); found !== null && found.index < to; found = LINE_BREAK.exec(text))
      endLine(found.index, found.index + found[0].length);
    endLine(to, to);
  };
  let position = 0;
  for (const span of metadata) {
    if (span.start > position) readLines(position, span.start);
    const inside = trim(text, Math.max(position, span.start), Math.min(span.end, text.length));
    if (inside !== undefined) lines.push({ ...inside, metadata: true, apart: true });
    breaks = 2;
    position = Math.max(position, span.end);
  }
  readLines(Math.min(position, text.length), text.length);
  return lines;
}

/**
 * Whether the text is set in lines of fixed width, as in a press release sent by mail: most lines that have
 * another line right below them are of like length and end within a sentence.
 */
function isHardWrapped(text: string, lines: readonly Line[]): boolean {
  let followed = 0;
  let filled = 0;
  let open = 0;
  for (const [index, line] of lines.entries()) {
    const next = lines[index + 1];
    if (next === undefined || next.apart || line.metadata || next.metadata) continue;
    followed += 1;
    const length = line.end - line.start;
    if (length >= 45 && length <= 100) filled += 1;
    if (!/[.!?…:][”"’'»)]*$/u.test(text.slice(line.end - 4, line.end))) open += 1;
  }
  return followed >= 3 && filled >= 0.7 * followed && open >= 0.6 * followed;
}

/** Puts the lines of a paragraph together again where the text is hard-wrapped. */
function joinWrappedLines(text: string, lines: readonly Line[]): readonly Line[] {
  if (!isHardWrapped(text, lines)) return lines;
  const joined: Line[] = [];
  for (const line of lines) {
    const before = joined.at(-1);
    const joins = before !== undefined && !line.apart && !line.metadata && !before.metadata;
    if (joins && !LIST_ITEM.test(text.slice(line.start, line.start + 6))) {
      joined[joined.length - 1] = { ...before, end: line.end };
    } else {
      joined.push(line);
    }
  }
  return joined;
}

/** Whether a line reads like a title: “No NATO seat or US troops: Trump’s new roadmap”. */
function isTitle(line: string): boolean {
  return (
    line.length <= 220 &&
    /\s/u.test(line) &&
    !FINAL_STOP.test(line) &&
    !LIST_ITEM.test(line) &&
    !DATE_LINE.test(line)
  );
}

/** Whether a line between paragraphs heads what follows: “Will Ukraine join NATO?”, “Red lines”. */
function isHeading(line: string): boolean {
  if (line.length > 120 || LIST_ITEM.test(line) || QUOTE.test(line) || TURN.test(line)) return false;
  const words = line.split(/\s+/u).length;
  if (line.endsWith('?')) return words <= 20 && !/[.!?]\s/u.test(line.slice(0, -1));
  return (
    words <= 12 && !FINAL_STOP.test(line) && !/["”’'»]$/u.test(line) && !/[.!?]\s+\p{Lu}\p{Ll}+\s/u.test(line)
  );
}

function kindOf(
  article: Article,
  line: Span,
  place: { readonly first: boolean; readonly last: boolean },
): BlockKind {
  const words = article.text.slice(line.start, line.end);
  if (place.first && article.title !== undefined && words === article.title.trim()) return 'headline';
  if (place.last) return 'paragraph';
  if (place.first && isTitle(words)) return 'headline';
  return isHeading(words) ? 'heading' : 'paragraph';
}

/** The lines and paragraphs of an article, in reading order; white space belongs to none. */
export function findBlocks(article: Article): readonly Block[] {
  const lines = joinWrappedLines(article.text, findLines(article));
  const language = lines.filter((line) => !line.metadata);
  const first = language[0];
  const last = language.at(-1);
  const blocks: Block[] = [];
  for (const line of lines) {
    const before = blocks.at(-1);
    if (before !== undefined && overlaps(before, line)) continue;
    const kind: BlockKind = line.metadata
      ? 'metadata'
      : kindOf(article, line, { first: line === first, last: line === last });
    blocks.push({ start: line.start, end: line.end, kind });
  }
  return blocks;
}
