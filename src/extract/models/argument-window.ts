import type { Sentence } from '../../model/annotated-text.ts';
import type { TokenRange } from '../token-range.ts';
import type { ModelReading } from './reading.ts';

const LONGEST_WINDOW = 200;

/**
 * Where a cue’s source and content are looked for: its sentence, and the neighbouring sentences of the paragraph
 * into which a quotation runs or which begin with one.
 */
export function findWindow({ text, columns }: ModelReading, cue: TokenRange): TokenRange {
  const { sentences } = text;
  const { block, quotation, mark } = columns;
  let first = sentences[columns.sentence[cue.first] ?? -1];
  let last = sentences[columns.sentence[cue.end - 1] ?? -1];
  if (first === undefined || last === undefined) return cue;
  for (let before = sentences[first.index - 1]; before !== undefined; before = sentences[first.index - 1]) {
    const runsOver = quotation[first.firstToken] ?? -1;
    const joined = runsOver >= 0 && runsOver === quotation[before.endToken - 1];
    if (before.block !== first.block || !joined || !fits(before, last)) break;
    first = before;
  }
  let quoted = hasQuotation(quotation, first.firstToken, last.endToken);
  for (let after = sentences[last.index + 1]; after !== undefined; after = sentences[last.index + 1]) {
    const next = after.firstToken;
    const inside = quotation[next] ?? -1;
    if (inside < 0 || block[next] !== block[last.endToken - 1] || !fits(first, after)) break;
    const same = inside === quotation[last.endToken - 1];
    if (!same && !(quoted && mark[next] === 1)) break;
    last = after;
    quoted = true;
  }
  return { first: first.firstToken, end: last.endToken };
}

function fits(from: Sentence, to: Sentence): boolean {
  return to.endToken - from.firstToken < LONGEST_WINDOW;
}

function hasQuotation(quotation: Int32Array, first: number, end: number): boolean {
  for (let index = first; index < end; index += 1) if ((quotation[index] ?? -1) >= 0) return true;
  return false;
}
