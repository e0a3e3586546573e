import type { Atom } from './atom.ts';
import { variablesOfAtom } from './atom.ts';
import { estimateMatches } from './estimate-matches.ts';
import type { Plan, Setting } from './plan.ts';

/** What a join puts together: look-ups, and plans of anything else. */
export type Element =
  | { readonly atom: Atom; readonly plan?: undefined }
  | { readonly plan: Plan; readonly atom?: undefined };

interface Sequence {
  readonly elements: readonly Element[];
  readonly bound: ReadonlySet<string>;
  readonly rows: number;
  readonly cost: number;
}

/** A look-up costs about as much as copying this many rows. */
const LOOK_UP = 2;
/** Hashing a row costs about as much as copying this many. */
const HASH = 3;
/** With more elements than this only the most selective ones are tried as the first. */
const MOST_STARTS = 8;

/**
 * The order in which a join is carried out: from each element in turn, always on to the one that leaves the fewest
 * solutions; of these orders the cheapest by the sum of all work, by exact counts and average fan-out.
 */
export function orderJoin(
  elements: readonly Element[],
  bound: ReadonlySet<string>,
  rows: number,
  setting: Setting,
): readonly Element[] {
  const start: Sequence = { elements: [], bound, rows, cost: 0 };
  const first = elements
    .map((element) => append(start, element, setting))
    .sort((one, other) => one.cost - other.cost);
  const orders = first.slice(0, MOST_STARTS).map((sequence) => complete(sequence, elements, setting));
  return orders.sort((one, other) => one.cost - other.cost)[0]?.elements ?? [];
}

function complete(sequence: Sequence, elements: readonly Element[], setting: Setting): Sequence {
  let best = sequence;
  while (best.elements.length < elements.length) {
    const current = best;
    const rest = elements.filter((element) => !current.elements.includes(element));
    // A product of unconnected parts is the last resort.
    const connected = rest.filter((element) => isConnected(element, current.bound));
    const next = (connected.length > 0 ? connected : rest).map((element) =>
      append(current, element, setting),
    );
    best = next.reduce((least, one) => (one.rows + one.cost < least.rows + least.cost ? one : least));
  }
  return best;
}

function isConnected(element: Element, bound: ReadonlySet<string>): boolean {
  const variables = element.atom === undefined ? element.plan.variables : variablesOfAtom(element.atom);
  return variables.length === 0 || variables.some((variable) => bound.has(variable));
}

function append(sequence: Sequence, element: Element, setting: Setting): Sequence {
  const { rows, bound, cost, elements } = sequence;
  if (element.atom !== undefined) {
    const matches = estimateMatches(element.atom, bound, setting);
    return {
      elements: [...elements, element],
      bound: new Set([...bound, ...variablesOfAtom(element.atom)]),
      rows: rows * matches,
      cost: cost + rows * LOOK_UP + rows * matches,
    };
  }
  const { plan } = element;
  const isShared = plan.variables.some((variable) => bound.has(variable));
  const result = isShared ? Math.max(rows, plan.estimate) * 0.5 : rows * plan.estimate;
  const work = elements.length === 0 && bound.size === 0 ? plan.estimate : (rows + plan.estimate) * HASH;
  return {
    elements: [...elements, element],
    bound: new Set([...bound, ...plan.certain]),
    rows: result,
    cost: cost + work + result,
  };
}
