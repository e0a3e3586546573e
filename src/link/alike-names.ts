import type { Cluster } from './cluster.ts';

/** A cluster with the likeness of that of its names which is most alike. */
export interface AlikeCluster {
  readonly cluster: Cluster;
  readonly likeness: number;
}

/**
 * A text with more spellings is a list and no article: those beyond are compared with names of the same key only, and
 * with so many of these at most, so that the time stays linear in the length of the list.
 */
const MOST_COMPARED = 300;

interface Comparison {
  /** How many spellings were compared so far, of the first ones and of those beyond. */
  compared: number;
  comparedBeyond: number;
  /** The spellings that are alike enough. */
  readonly alike: Map<string, number>;
}

/** Clusters by their names: any two spellings are compared once, however often an article writes them. */
export class AlikeNames {
  readonly #likeness: (name: string, other: string) => number;
  readonly #keyOf: (name: string) => string;
  readonly #least: number;
  readonly #places = new Map<Cluster, number>();
  readonly #spellings: string[] = [];
  /** The spellings beyond the first ones by their keys. */
  readonly #beyond = new Map<string, string[]>();
  readonly #bearers = new Map<string, Set<Cluster>>();
  readonly #comparisons = new Map<string, Comparison>();

  /** Names are alike whose likeness is at least the number given; names that are hardly more than spelt differently share a key. */
  constructor(
    likeness: (name: string, other: string) => number,
    least: number,
    keyOf: (name: string) => string,
  ) {
    this.#likeness = likeness;
    this.#keyOf = keyOf;
    this.#least = least;
  }

  /** Notes the names of a cluster: when it is new, and when a name has joined it. */
  add(cluster: Cluster, names: readonly string[]): void {
    if (!this.#places.has(cluster)) this.#places.set(cluster, this.#places.size);
    for (const name of names) {
      const bearers = this.#bearers.get(name);
      if (bearers === undefined) {
        this.#bearers.set(name, new Set([cluster]));
        this.#note(name);
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

  #note(spelling: string): void {
    if (this.#spellings.length < MOST_COMPARED) {
      this.#spellings.push(spelling);
      return;
    }
    const key = this.#keyOf(spelling);
    const same = this.#beyond.get(key) ?? [];
    this.#beyond.set(key, same);
    if (same.length < MOST_COMPARED) same.push(spelling);
  }

  #compare(name: string): ReadonlyMap<string, number> {
    const known = this.#comparisons.get(name) ?? {
      compared: 0,
      comparedBeyond: 0,
      alike: new Map<string, number>(),
    };
    this.#comparisons.set(name, known);
    const compare = (spelling: string): void => {
      const likeness = this.#likeness(name, spelling);
      if (likeness >= this.#least) known.alike.set(spelling, likeness);
    };
    for (const spelling of this.#spellings.slice(known.compared)) compare(spelling);
    known.compared = this.#spellings.length;
    const beyond = this.#beyond.size === 0 ? [] : (this.#beyond.get(this.#keyOf(name)) ?? []);
    for (const spelling of beyond.slice(known.comparedBeyond)) compare(spelling);
    known.comparedBeyond = beyond.length;
    return known.alike;
  }
}
