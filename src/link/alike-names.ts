import type { Cluster } from './cluster.ts';

/** A cluster with the likeness of that of its names which is most alike. */
export interface AlikeCluster {
  readonly cluster: Cluster;
  readonly likeness: number;
}

interface Comparison {
  /** How many spellings were compared so far. */
  compared: number;
  /** The spellings that are alike enough. */
  readonly alike: Map<string, number>;
}

/** Clusters by their names: any two spellings are compared once, however often an article writes them. */
export class AlikeNames {
  readonly #likeness: (name: string, other: string) => number;
  readonly #least: number;
  readonly #places = new Map<Cluster, number>();
  readonly #spellings: string[] = [];
  readonly #bearers = new Map<string, Set<Cluster>>();
  readonly #comparisons = new Map<string, Comparison>();

  /** Names are alike whose likeness is at least the number given. */
  constructor(likeness: (name: string, other: string) => number, least: number) {
    this.#likeness = likeness;
    this.#least = least;
  }

  /** Notes the names of a cluster: when it is new, and when a name has joined it. */
  add(cluster: Cluster, names: readonly string[]): void {
    if (!this.#places.has(cluster)) this.#places.set(cluster, this.#places.size);
    for (const name of names) {
      const bearers = this.#bearers.get(name);
      if (bearers === undefined) {
        this.#bearers.set(name, new Set([cluster]));
        this.#spellings.push(name);
      } else bearers.add(cluster);
    }
  }

  /** The clusters with a name like the one given, the oldest first. */
  find(name: string): readonly AlikeCluster[] {
    const greatest = new Map<Cluster, number>();
    for (const [spelling, likeness] of this.#compare(name)) {
      for (const cluster of this.#bearers.get(spelling) ?? [])
        greatest.set(cluster, Math.max(likeness, greatest.get(cluster) ?? 0));
    }
    return [...greatest]
      .map(([cluster, likeness]) => ({ cluster, likeness }))
      .sort((left, right) => (this.#places.get(left.cluster) ?? 0) - (this.#places.get(right.cluster) ?? 0));
  }

  #compare(name: string): ReadonlyMap<string, number> {
    const known = this.#comparisons.get(name) ?? { compared: 0, alike: new Map<string, number>() };
    this.#comparisons.set(name, known);
    for (; known.compared < this.#spellings.length; known.compared += 1) {
      const spelling = this.#spellings[known.compared] ?? '';
      const likeness = this.#likeness(name, spelling);
      if (likeness >= this.#least) known.alike.set(spelling, likeness);
    }
    return known.alike;
  }
}
