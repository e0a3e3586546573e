/** A node that is not there. */
export const NOBODY = -1;

/**
 * The state of an arc-hybrid parse (Kuhlmann, Gómez-Rodríguez and Satta 2011): a stack, a buffer that ends with
 * the root, and the arcs made. Buffers grow to the longest sentence and are kept.
 */
export class ParserState {
  /** The number of words; also the index of the root, which stands behind the last of them. */
  length = 0;
  /** The first word of the buffer. */
  front = 0;
  /** The number of words on the stack. */
  depth = 0;
  stack = new Int32Array(64);
  /** The head of each word, once it has one. */
  heads = new Int32Array(64);
  /** The index of the relation of each word to its head. */
  relations = new Int32Array(64);
  /** Leftmost and rightmost dependents, the second ones, and the numbers of them on either side. */
  left1 = new Int32Array(64);
  left2 = new Int32Array(64);
  right1 = new Int32Array(64);
  right2 = new Int32Array(64);
  leftCount = new Int32Array(64);
  rightCount = new Int32Array(64);

  /** Begins a sentence of `length` words. */
  begin(length: number): void {
    this.length = length;
    this.front = 0;
    this.depth = 0;
    if (length >= this.heads.length) this.#grow(Math.max(length + 1, this.heads.length * 2));
    this.heads.fill(NOBODY, 0, length + 1);
    this.relations.fill(0, 0, length + 1);
    this.left1.fill(NOBODY, 0, length + 1);
    this.left2.fill(NOBODY, 0, length + 1);
    this.right1.fill(NOBODY, 0, length + 1);
    this.right2.fill(NOBODY, 0, length + 1);
    this.leftCount.fill(0, 0, length + 1);
    this.rightCount.fill(0, 0, length + 1);
  }

  /** The word `below` the top of the stack; `NOBODY` when the stack is not that deep. */
  onStack(below: number): number {
    return below < this.depth ? (this.stack[this.depth - 1 - below] ?? NOBODY) : NOBODY;
  }

  /** Moves the front of the buffer to the stack. */
  shift(): void {
    this.stack[this.depth] = this.front;
    this.depth += 1;
    this.front += 1;
  }

  /** Makes the top of the stack a dependent of the buffer’s front. */
  attachLeft(relation: number): void {
    const dependent = this.onStack(0);
    const head = this.front;
    this.heads[dependent] = head;
    this.relations[dependent] = relation;
    this.left2[head] = this.left1[head] ?? NOBODY;
    this.left1[head] = dependent;
    this.leftCount[head] = (this.leftCount[head] ?? 0) + 1;
    this.depth -= 1;
  }

  /** Makes the top of the stack a dependent of the word below it. */
  attachRight(relation: number): void {
    const dependent = this.onStack(0);
    const head = this.onStack(1);
    this.heads[dependent] = head;
    this.relations[dependent] = relation;
    this.right2[head] = this.right1[head] ?? NOBODY;
    this.right1[head] = dependent;
    this.rightCount[head] = (this.rightCount[head] ?? 0) + 1;
    this.depth -= 1;
  }

  #grow(size: number): void {
    this.stack = new Int32Array(size);
    this.heads = new Int32Array(size);
    this.relations = new Int32Array(size);
    this.left1 = new Int32Array(size);
    this.left2 = new Int32Array(size);
    this.right1 = new Int32Array(size);
    this.right2 = new Int32Array(size);
    this.leftCount = new Int32Array(size);
    this.rightCount = new Int32Array(size);
  }
}
