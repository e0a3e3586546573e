import { hashText } from '../learn/hash-features.ts';
import type { Scorer } from '../learn/scorer.ts';
import { PARSE_ATOMS, PARSE_TEMPLATES } from './parse-templates.ts';
import { NOBODY, ParserState } from './parser-state.ts';
import { WORD_COLUMNS, WORD_WIDTH } from './word-table.ts';
import type { WordTable } from './word-table.ts';

/** The relations that the parser can make; class 0 shifts, then come left arcs, then right ones. */
export interface ParserRelations {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** What a parser does next: an index into shift, left arcs, right arcs. */
export const SHIFT = 0;

/** Lets training see a step and choose another action than the one predicted. */
export interface ParseObserver {
  choose(state: ParserState, step: ParseStep): number;
}

/** A step before it is taken. */
export interface ParseStep {
  readonly features: Uint32Array;
  readonly featureCount: number;
  readonly scores: Float64Array;
  readonly predicted: number;
}

const LOWER = WORD_COLUMNS.indexOf('lower');
const SUFFIX = WORD_COLUMNS.indexOf('suffix3');
const NONE = hashText('nobody');
const ROOT = hashText('root of the tree');
const FARTHEST = 7;
const MOST_DEPENDENTS = 3;

/**
 * Dependency trees by greedy transitions, each chosen from the stack’s and the buffer’s surroundings (averaged
 * perceptron; Goldberg and Nivre 2013). Time is linear in the sentence’s length, and every tree has one root.
 */
export class WordParser {
  readonly relations: ParserRelations;
  readonly #scorer: Scorer;
  readonly #state = new ParserState();
  readonly #relationHashes: Int32Array;
  readonly #atoms = new Int32Array(PARSE_ATOMS.length);
  readonly #features = new Uint32Array(PARSE_TEMPLATES.count);
  readonly #scores: Float64Array;
  #words = new Int32Array(64);
  #suffixes = new Int32Array(64);
  #tags = new Int32Array(64);

  constructor(scorer: Scorer, relations: ParserRelations) {
    this.#scorer = scorer;
    this.relations = relations;
    this.#relationHashes = Int32Array.from(['shift', ...relations.left, ...relations.right], hashText);
    this.#scores = new Float64Array(scorer.classCount);
  }

  /**
   * Parses `count` words, ids in `table`, with the hashes of their tags. In the state given back `heads` holds
   * the index of each head (`count` for the root) and `relations` the class of the action that made the arc.
   */
  parse(
    table: WordTable,
    words: Int32Array,
    tagHashes: Int32Array,
    count: number,
    observer?: ParseObserver,
  ): ParserState {
    const state = this.#state;
    state.begin(count);
    this.#describe(table, words, tagHashes, count);
    while (state.front < count || state.depth > 1) {
      const step = {
        features: this.#features,
        featureCount: PARSE_TEMPLATES.count,
        scores: this.#scores,
        predicted: SHIFT,
      };
      if (state.depth > 0) {
        this.#readAtoms(state);
        PARSE_TEMPLATES.fill(this.#atoms, this.#features);
        this.#scorer.score(this.#features, PARSE_TEMPLATES.count, this.#scores);
        step.predicted = this.#bestAction(state);
        this.#act(state, observer === undefined ? step.predicted : observer.choose(state, step));
      } else {
        state.shift();
      }
    }
    if (state.depth === 1) {
      const root = state.onStack(0);
      state.heads[root] = count;
      state.relations[root] = NOBODY;
    }
    return state;
  }

  /** The name of the relation that an action makes. */
  relationOf(action: number): string {
    if (action < 0) return 'root';
    const { left, right } = this.relations;
    return (action <= left.length ? left[action - 1] : right[action - 1 - left.length]) ?? 'dep';
  }

  #describe(table: WordTable, words: Int32Array, tagHashes: Int32Array, count: number): void {
    if (count >= this.#words.length) {
      const size = Math.max(count + 1, this.#words.length * 2);
      this.#words = new Int32Array(size);
      this.#suffixes = new Int32Array(size);
      this.#tags = new Int32Array(size);
    }
    const columns = table.columns;
    for (let index = 0; index < count; index += 1) {
      const start = (words[index] ?? 0) * WORD_WIDTH;
      this.#words[index] = columns[start + LOWER] ?? 0;
      this.#suffixes[index] = columns[start + SUFFIX] ?? 0;
      this.#tags[index] = tagHashes[index] ?? 0;
    }
    this.#words[count] = ROOT;
    this.#suffixes[count] = ROOT;
    this.#tags[count] = ROOT;
  }

  #bestAction(state: ParserState): number {
    const scores = this.#scores;
    const firstRight = 1 + this.relations.left.length;
    const { front, length, depth } = state;
    let best = -1;
    let highest = -Infinity;
    if (front < length) {
      best = SHIFT;
      highest = scores[SHIFT] ?? 0;
      for (let action = 1; action < firstRight; action += 1) {
        const score = scores[action] ?? 0;
        if (score > highest) {
          highest = score;
          best = action;
        }
      }
    }
    if (depth > 1) {
      for (let action = firstRight; action < scores.length; action += 1) {
        const score = scores[action] ?? 0;
        if (score > highest) {
          highest = score;
          best = action;
        }
      }
    }
    return best;
  }

  #act(state: ParserState, action: number): void {
    if (action === SHIFT) state.shift();
    else if (action <= this.relations.left.length) state.attachLeft(action);
    else state.attachRight(action);
  }

  #word(node: number): number {
    return node < 0 || node > this.#state.length ? NONE : (this.#words[node] ?? NONE);
  }

  #tag(node: number): number {
    return node < 0 || node > this.#state.length ? NONE : (this.#tags[node] ?? NONE);
  }

  #suffix(node: number): number {
    return node < 0 || node > this.#state.length ? NONE : (this.#suffixes[node] ?? NONE);
  }

  #relation(node: number): number {
    return node < 0 ? NONE : (this.#relationHashes[this.#state.relations[node] ?? 0] ?? NONE);
  }

  /** In the order of `PARSE_ATOMS`. */
  #readAtoms(state: ParserState): void {
    const atoms = this.#atoms;
    const s0 = state.onStack(0);
    const s1 = state.onStack(1);
    const s2 = state.onStack(2);
    const b0 = state.front;
    const s0l = state.left1[s0] ?? NOBODY;
    const s0r = state.right1[s0] ?? NOBODY;
    const s0l2 = state.left2[s0] ?? NOBODY;
    const s0r2 = state.right2[s0] ?? NOBODY;
    const s1l = s1 < 0 ? NOBODY : (state.left1[s1] ?? NOBODY);
    const s1r = s1 < 0 ? NOBODY : (state.right1[s1] ?? NOBODY);
    const b0l = state.left1[b0] ?? NOBODY;
    let atom = 0;
    atoms[atom++] = 1;
    atoms[atom++] = this.#word(s0);
    atoms[atom++] = this.#tag(s0);
    atoms[atom++] = this.#suffix(s0);
    atoms[atom++] = this.#word(s1);
    atoms[atom++] = this.#tag(s1);
    atoms[atom++] = this.#suffix(s1);
    atoms[atom++] = this.#word(s2);
    atoms[atom++] = this.#tag(s2);
    atoms[atom++] = this.#word(b0);
    atoms[atom++] = this.#tag(b0);
    atoms[atom++] = this.#suffix(b0);
    atoms[atom++] = this.#word(b0 + 1);
    atoms[atom++] = this.#tag(b0 + 1);
    atoms[atom++] = this.#suffix(b0 + 1);
    atoms[atom++] = this.#word(b0 + 2);
    atoms[atom++] = this.#tag(b0 + 2);
    atoms[atom++] = this.#tag(b0 + 3);
    atoms[atom++] = this.#word(s0l);
    atoms[atom++] = this.#tag(s0l);
    atoms[atom++] = this.#relation(s0l);
    atoms[atom++] = this.#word(s0r);
    atoms[atom++] = this.#tag(s0r);
    atoms[atom++] = this.#relation(s0r);
    atoms[atom++] = this.#tag(s0l2);
    atoms[atom++] = this.#relation(s0l2);
    atoms[atom++] = this.#tag(s0r2);
    atoms[atom++] = this.#relation(s0r2);
    atoms[atom++] = this.#word(s1l);
    atoms[atom++] = this.#tag(s1l);
    atoms[atom++] = this.#relation(s1l);
    atoms[atom++] = this.#word(s1r);
    atoms[atom++] = this.#tag(s1r);
    atoms[atom++] = this.#relation(s1r);
    atoms[atom++] = this.#relation(s1 < 0 ? NOBODY : (state.right2[s1] ?? NOBODY));
    atoms[atom++] = this.#word(b0l);
    atoms[atom++] = this.#tag(b0l);
    atoms[atom++] = this.#relation(b0l);
    atoms[atom++] = this.#relation(state.left2[b0] ?? NOBODY);
    atoms[atom++] = Math.min(MOST_DEPENDENTS, state.leftCount[s0] ?? 0);
    atoms[atom++] = Math.min(MOST_DEPENDENTS, state.rightCount[s0] ?? 0);
    atoms[atom++] = s1 < 0 ? 0 : Math.min(MOST_DEPENDENTS, state.rightCount[s1] ?? 0);
    atoms[atom++] = Math.min(MOST_DEPENDENTS, state.leftCount[b0] ?? 0);
    atoms[atom++] = Math.min(FARTHEST, b0 - s0);
    atoms[atom++] = s1 < 0 ? 0 : Math.min(FARTHEST, s0 - s1);
    atoms[atom++] = this.#tag(b0 - 1);
    atoms[atom++] = this.#word(b0 - 1);
  }
}
