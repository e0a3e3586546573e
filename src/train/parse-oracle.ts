import { SHIFT } from '../text/parse-words.ts';
import type { ParserRelations } from '../text/parse-words.ts';
import type { ParserState } from '../text/parser-state.ts';

/** A tree to be reached: heads with the root’s index for the root, and the relation of each word. */
export interface GoldTree {
  readonly heads: Int32Array;
  readonly relations: readonly string[];
}

/** The number of arcs of the gold tree that each kind of action puts out of reach; Infinity where it is barred. */
export interface ActionCosts {
  readonly shift: number;
  readonly left: number;
  readonly right: number;
}

/** The dynamic oracle of the arc-hybrid system (Goldberg and Nivre 2013, section 4). */
export function weighActions(state: ParserState, gold: GoldTree): ActionCosts {
  const { front, depth, length } = state;
  const s0 = state.onStack(0);
  const s1 = state.onStack(1);
  let dependentsAhead = 0;
  for (let word = front; word < length; word += 1) if (gold.heads[word] === s0) dependentsAhead += 1;
  const head = gold.heads[s0] ?? -1;
  const headIsAhead = head >= front;
  let shift = Infinity;
  if (front < length) {
    shift = 0;
    const headOfFront = gold.heads[front] ?? -1;
    for (let below = 0; below < depth; below += 1) {
      const word = state.onStack(below);
      if (gold.heads[word] === front) shift += 1;
      if (below > 0 && headOfFront === word) shift += 1;
    }
  }
  const left =
    front < length ? dependentsAhead + (head === s1 || (headIsAhead && head !== front) ? 1 : 0) : Infinity;
  const right = depth > 1 ? dependentsAhead + (headIsAhead ? 1 : 0) : Infinity;
  return { shift, left, right };
}

/** Whether an action costs the least and names its arc as the gold tree does. */
export function isRight(
  action: number,
  state: ParserState,
  gold: GoldTree,
  costs: ActionCosts,
  relations: ParserRelations,
): boolean {
  const least = Math.min(costs.shift, costs.left, costs.right);
  const s0 = state.onStack(0);
  if (action === SHIFT) return costs.shift === least;
  if (action <= relations.left.length) {
    if (costs.left !== least) return false;
    return gold.heads[s0] !== state.front || relations.left[action - 1] === gold.relations[s0];
  }
  if (costs.right !== least) return false;
  return (
    gold.heads[s0] !== state.onStack(1) ||
    relations.right[action - 1 - relations.left.length] === gold.relations[s0]
  );
}
