import type { TokenRange } from '../token-range.ts';
import type { TokenColumns } from './token-columns.ts';

/** The branch of a token in another sentence, and of one whose tree does not meet the cue’s. */
export const ELSEWHERE = -2;
/** The branch of a token that stands above the cue, or is it. */
export const ON_CHAIN = -1;

/** How each token of a window hangs together with the cue in the tree. */
export interface CuePaths {
  /** Steps from the cue up to the token’s branch. */
  readonly up: Uint8Array;
  /** Steps from there down to the token. */
  readonly down: Uint8Array;
  /** The token by which its part of the tree hangs on the cue’s chain of heads. */
  readonly branch: Int32Array;
  /** The cue’s chain of heads, the cue first. */
  readonly chain: readonly number[];
}

const FAR = 9;
const LONGEST_CHAIN = 12;

/** The paths from the token `cue` to all tokens of the window. */
export function readPaths(columns: TokenColumns, cue: number, window: TokenRange): CuePaths {
  const { head, sentence } = columns;
  const size = window.end - window.first;
  const up = new Uint8Array(size).fill(FAR);
  const down = new Uint8Array(size).fill(FAR);
  const branch = new Int32Array(size).fill(ELSEWHERE);
  const settled = new Uint8Array(size);
  const chain: number[] = [];
  for (let above = cue; above >= 0 && chain.length < LONGEST_CHAIN; above = head[above] ?? -1) {
    up[above - window.first] = chain.length;
    down[above - window.first] = 0;
    branch[above - window.first] = ON_CHAIN;
    settled[above - window.first] = 1;
    chain.push(above);
  }
  const path: number[] = [];
  for (let index = window.first; index < window.end; index += 1) {
    if (sentence[index] !== sentence[cue]) continue;
    let above = index;
    while (above >= 0 && settled[above - window.first] !== 1) {
      path.push(above);
      above = head[above] ?? -1;
    }
    for (let below = path.pop(); below !== undefined; below = path.pop()) {
      settled[below - window.first] = 1;
      if (above >= 0) follow(below - window.first, above - window.first, below);
      above = below;
    }
  }
  return { up, down, branch, chain };

  function follow(place: number, placeAbove: number, token: number): void {
    const found = branch[placeAbove] ?? ELSEWHERE;
    if (found === ELSEWHERE) return;
    up[place] = up[placeAbove] ?? FAR;
    down[place] = Math.min(FAR, (down[placeAbove] ?? 0) + 1);
    branch[place] = found === ON_CHAIN ? token : found;
  }
}
