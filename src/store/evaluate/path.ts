import { standsIn } from '../columnar/graph-membership.ts';
import type { Range } from './estimate-matches.ts';
import { findRange } from './estimate-matches.ts';
import type { Path } from './operation.ts';
import type { Setting } from './plan.ts';
import { unreachable } from '../unreachable.ts';

/** A property path made ready: where it leads from a term, forwards and backwards. Terms may repeat as SPARQL says. */
export interface CompiledPath {
  readonly forwards: (start: number) => readonly number[];
  readonly backwards: (end: number) => readonly number[];
  /** Every subject and object: what a path of no steps between two variables leads back to. */
  readonly nodes: () => readonly number[];
  readonly isNode: (term: number) => boolean;
}

type Walk = (from: number) => readonly number[];

interface Walks {
  readonly forwards: Walk;
  readonly backwards: Walk;
}

/** Compiles a path over one graph; over all triples when the graph is undefined. */
export function compilePath(path: Path, graph: number | undefined, setting: Setting): CompiledPath {
  const { spo, osp } = setting.index.triples;
  const isHere = rowFilter(spo.rows, graph, setting);
  const isThere = rowFilter(osp.rows, graph, setting);
  return {
    ...compileWalks(path, graph, setting),
    nodes: () => listNodes(graph, setting),
    isNode: (term) => hasPlace(findRange(spo, term), isHere) || hasPlace(findRange(osp, term), isThere),
  };
}

function hasPlace({ low, high }: Range, accepts: (place: number) => boolean): boolean {
  for (let place = low; place < high; place += 1) if (accepts(place)) return true;
  return false;
}

function compileWalks(path: Path, graph: number | undefined, setting: Setting): Walks {
  switch (path.type) {
    case 'link':
      return walkLink(setting.index.dictionary.find(path.iri), graph, setting);
    case 'inverse': {
      const { forwards, backwards } = compileWalks(path.path, graph, setting);
      return { forwards: backwards, backwards: forwards };
    }
    case 'alternative': {
      const walks = path.paths.map((one) => compileWalks(one, graph, setting));
      return {
        forwards: (from) => walks.flatMap((walk) => walk.forwards(from)),
        backwards: (from) => walks.flatMap((walk) => walk.backwards(from)),
      };
    }
    case 'sequence': {
      const walks = path.paths.map((one) => compileWalks(one, graph, setting));
      const inOrder =
        (all: readonly Walk[]): Walk =>
        (from) =>
          all.reduce<readonly number[]>((reached, walk) => reached.flatMap(walk), [from]);
      return {
        forwards: inOrder(walks.map((walk) => walk.forwards)),
        backwards: inOrder(walks.map((walk) => walk.backwards).reverse()),
      };
    }
    case 'zeroOrOne': {
      const { forwards, backwards } = compileWalks(path.path, graph, setting);
      const orStay =
        (walk: Walk): Walk =>
        (from) => [...new Set([from, ...walk(from)])];
      return { forwards: orStay(forwards), backwards: orStay(backwards) };
    }
    case 'zeroOrMore':
    case 'oneOrMore': {
      const { forwards, backwards } = compileWalks(path.path, graph, setting);
      const repeats = path.type === 'zeroOrMore' ? startingHere : leavingFirst;
      return { forwards: repeats(forwards), backwards: repeats(backwards) };
    }
    case 'not': {
      const avoided = new Set(path.iris.map((iri) => setting.index.dictionary.find(iri)));
      return walkOther(avoided, graph, setting);
    }
    default:
      return unreachable(path);
  }
}

function reachFrom(frontier: readonly number[], walk: Walk): readonly number[] {
  const reached = new Set(frontier);
  // A set is walked in the order of insertion and includes what is added on the way.
  for (const term of reached) for (const next of walk(term)) reached.add(next);
  return [...reached];
}

function startingHere(walk: Walk): Walk {
  return (from) => reachFrom([from], walk);
}

function leavingFirst(walk: Walk): Walk {
  return (from) => reachFrom(walk(from), walk);
}

function collect(
  { low, high }: Range,
  values: Uint32Array,
  accepts: (place: number) => boolean,
): readonly number[] {
  const found: number[] = [];
  for (let place = low; place < high; place += 1) if (accepts(place)) found.push(values[place] ?? 0);
  return found;
}

function rowFilter(
  rows: Uint32Array,
  graph: number | undefined,
  { index }: Setting,
): (place: number) => boolean {
  return graph === undefined ? () => true : (place) => standsIn(index.graphs, rows[place] ?? 0, graph);
}

function walkLink(predicate: number, graph: number | undefined, setting: Setting): Walks {
  const { spo, pos } = setting.index.triples;
  const isHere = rowFilter(spo.rows, graph, setting);
  const isThere = rowFilter(pos.rows, graph, setting);
  return {
    forwards: (from) => collect(findRange(spo, from, predicate), spo.third, isHere),
    backwards: (from) => collect(findRange(pos, predicate, from), pos.third, isThere),
  };
}

function walkOther(avoided: ReadonlySet<number>, graph: number | undefined, setting: Setting): Walks {
  const { spo, osp } = setting.index.triples;
  const isHere = rowFilter(spo.rows, graph, setting);
  const isThere = rowFilter(osp.rows, graph, setting);
  return {
    forwards: (from) =>
      collect(
        findRange(spo, from),
        spo.third,
        (place) => !avoided.has(spo.second[place] ?? 0) && isHere(place),
      ),
    backwards: (from) =>
      collect(
        findRange(osp, from),
        osp.second,
        (place) => !avoided.has(osp.third[place] ?? 0) && isThere(place),
      ),
  };
}

function listNodes(graph: number | undefined, { index }: Setting): readonly number[] {
  const { triples, graphs } = index;
  const nodes = new Set<number>();
  for (let row = 0; row < triples.length; row += 1) {
    if (graph !== undefined && !standsIn(graphs, row, graph)) continue;
    nodes.add(triples.subjects[row] ?? 0);
    nodes.add(triples.spo.third[row] ?? 0);
  }
  return [...nodes];
}
