import { TERM_KIND } from '../columnar/term-kind.ts';
import { VALUE_CLASS, isNumericClass } from '../columnar/term-values.ts';
import type { Batch } from './batch.ts';
import { compareForOrder } from './compare-terms.ts';
import type { Decimal } from './decimal.ts';
import { ZERO, addDecimals, divideDecimal, multiplyDecimals } from './decimal.ts';
import type { Value } from './expression-context.ts';
import { decimalOf, decimalTerm, numericTerm } from './number-functions.ts';
import type { Aggregate } from './operation.ts';
import { createRowIndex } from './row-index.ts';
import type { TermSpace } from './term-space.ts';
import { unreachable } from '../unreachable.ts';

/** Gathers the rows of groups; `result` is a term's number, 0 where the aggregate is an error. */
export interface Accumulator {
  readonly add: (group: number, batch: Batch, row: number) => void;
  readonly result: (group: number) => number;
}

/** The accumulator of an aggregate over rows of `width` columns. */
export function createAccumulator(
  aggregate: Aggregate,
  value: Value | undefined,
  width: number,
  terms: TermSpace,
): Accumulator {
  if (value === undefined) return countRows(aggregate.distinct, width, terms);
  const accumulator = createTermAccumulator(aggregate, terms);
  const isVariable = aggregate.expression?.type === 'variable';
  const isNew = aggregate.distinct ? distinctPairs() : () => true;
  const failed = new Set<number>();
  return {
    add: (group, batch, row) => {
      const id = value(batch, row);
      // An unbound variable is passed over; an expression that fails makes the aggregate fail, except COUNT.
      if (id === 0) {
        if (!isVariable && aggregate.name !== 'count') failed.add(group);
      } else if (isNew(group, id)) accumulator.add(group, id);
    },
    result: (group) => (failed.has(group) ? 0 : accumulator.result(group)),
  };
}

function distinctPairs(): (group: number, id: number) => boolean {
  const seen = createRowIndex(2);
  const pair = [new Uint32Array(1), new Uint32Array(1)] as const;
  return (group, id) => {
    const known = seen.length;
    pair[0][0] = group;
    pair[1][0] = id;
    return seen.add(pair, 0) === known;
  };
}

function countRows(distinct: boolean, width: number, terms: TermSpace): Accumulator {
  const counts: number[] = [];
  const seen = createRowIndex(width + 1);
  return {
    add: (group, batch, row) => {
      if (distinct) {
        const known = seen.length;
        const columns = batch.columns.map((column) => column.subarray(row, row + 1));
        if (seen.add([Uint32Array.of(group), ...columns], 0) !== known) return;
      }
      counts[group] = (counts[group] ?? 0) + 1;
    },
    result: (group) => terms.integer(counts[group] ?? 0),
  };
}

interface TermAccumulator {
  readonly add: (group: number, id: number) => void;
  readonly result: (group: number) => number;
}

function createTermAccumulator({ name, separator }: Aggregate, terms: TermSpace): TermAccumulator {
  switch (name) {
    case 'count': {
      const counts: number[] = [];
      return {
        add: (group) => {
          counts[group] = (counts[group] ?? 0) + 1;
        },
        result: (group) => terms.integer(counts[group] ?? 0),
      };
    }
    case 'sum':
      return sumUp(terms, false);
    case 'avg':
      return sumUp(terms, true);
    case 'min':
      return choose((kept, id) => compareForOrder(terms, id, kept) < 0);
    case 'max':
      return choose((kept, id) => compareForOrder(terms, id, kept) > 0);
    case 'sample':
      return choose(() => false);
    case 'group_concat':
      return concatenateTexts(terms, separator);
    default:
      return unreachable(name);
  }
}

function choose(isBetter: (kept: number, id: number) => boolean): TermAccumulator {
  const kept: number[] = [];
  return {
    add: (group, id) => {
      const best = kept[group];
      if (best === undefined || isBetter(best, id)) kept[group] = id;
    },
    result: (group) => kept[group] ?? 0,
  };
}

function concatenateTexts(terms: TermSpace, separator: string): TermAccumulator {
  const texts: string[][] = [];
  const failed = new Set<number>();
  return {
    add: (group, id) => {
      const kind = terms.kind(id);
      if (kind === TERM_KIND.blank || kind === TERM_KIND.triple) failed.add(group);
      const list = texts[group];
      if (list === undefined) texts[group] = [terms.text(id)];
      else list.push(terms.text(id));
    },
    result: (group) => (failed.has(group) ? 0 : terms.string((texts[group] ?? []).join(separator))),
  };
}

/** Equal terms are counted first and added up once, exactly where they are integers and decimals. */
function sumUp(terms: TermSpace, isAverage: boolean): TermAccumulator {
  const groups: Map<number, number>[] = [];
  return {
    add: (group, id) => {
      const counts = groups[group];
      if (counts === undefined) groups[group] = new Map([[id, 1]]);
      else counts.set(id, (counts.get(id) ?? 0) + 1);
    },
    result: (group) => {
      const counts = groups[group];
      if (counts === undefined) return terms.integer(0);
      let valueClass: number = VALUE_CLASS.integer;
      for (const id of counts.keys()) {
        if (!isNumericClass(terms.valueClass(id))) return 0;
        valueClass = Math.max(valueClass, terms.valueClass(id));
      }
      const size = [...counts.values()].reduce((sum, count) => sum + count, 0);
      if (valueClass === VALUE_CLASS.float || valueClass === VALUE_CLASS.double) {
        let sum = 0;
        for (const [id, count] of counts) sum += terms.number(id) * count;
        return numericTerm(terms, isAverage ? sum / size : sum, valueClass);
      }
      let sum: Decimal = ZERO;
      for (const [id, count] of counts) {
        sum = addDecimals(sum, multiplyDecimals(decimalOf(terms, id), { digits: BigInt(count), scale: 0 }));
      }
      return isAverage
        ? decimalTerm(terms, divideDecimal(sum, size), VALUE_CLASS.decimal)
        : decimalTerm(terms, sum, valueClass);
    },
  };
}
