/** Indices in groups that are joined pair by pair (union–find); a group is named by its smallest index. */
export class DisjointSets {
  readonly #parent: number[];

  constructor(size: number) {
    this.#parent = Array.from({ length: size }, (_, index) => index);
  }

  find(index: number): number {
    let root = index;
    while (this.#parent[root] !== root) root = this.#parent[root] ?? root;
    for (let at = index; at !== root;) {
      const next = this.#parent[at] ?? root;
      this.#parent[at] = root;
      at = next;
    }
    return root;
  }

  join(left: number, right: number): void {
    const [low, high] = [this.find(left), this.find(right)].toSorted((one, other) => one - other);
    if (low !== undefined && high !== undefined) this.#parent[high] = low;
  }
}
