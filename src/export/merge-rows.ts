import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import type { Cell, Cells, Column, Table } from './table.ts';

/** A cell while parts are still added: a list that several parts lengthened is a set until the end. */
type GrowingCell = Cell | Set<string>;

function unite(
  one: readonly string[] | Set<string>,
  other: readonly string[],
): readonly string[] | Set<string> {
  if (!(one instanceof Set) && other.every((part) => one.includes(part))) return one;
  const united = one instanceof Set ? one : new Set(one);
  for (const part of other) united.add(part);
  return united;
}

/** Counts add up, lists unite, and of two other values the lesser stands, as `MIN` has it in the queries. */
function mergeCell({ counts }: Column, one: GrowingCell, other: Cell): GrowingCell {
  if (one === undefined || other === undefined) return one ?? other;
  if (typeof one === 'object') return typeof other === 'object' ? unite(one, other) : one;
  if (counts === 'apart') return Number(one) + Number(other);
  return compareCodeUnits(String(one), String(other)) <= 0 ? one : other;
}

function finishCell(cell: GrowingCell): Cell {
  return cell instanceof Set ? [...cell].toSorted(compareCodeUnits) : cell;
}

/** Unites what the parts of a graph say of the same thing, for tables that have one row a thing. */
export class MergedRows {
  readonly #table: Table;
  readonly #rows = new Map<string, readonly GrowingCell[]>();

  constructor(table: Table) {
    this.#table = table;
  }

  add(cells: Cells): void {
    const { columns, key } = this.#table;
    const name = String(cells[columns.findIndex((column) => column.name === key)]);
    const known = this.#rows.get(name);
    const merged =
      known === undefined
        ? cells
        : columns.map((column, index) => mergeCell(column, known[index], cells[index]));
    this.#rows.set(name, merged);
  }

  /** The rows, each thing once, sorted by some columns. */
  sortBy(order: readonly string[]): readonly Cells[] {
    const places = order.map((name) => this.#table.columns.findIndex((column) => column.name === name));
    return [...this.#rows.values()]
      .map((cells) => cells.map(finishCell))
      .sort((left, right) => {
        for (const place of places) {
          const difference = compareCodeUnits(String(left[place]), String(right[place]));
          if (difference !== 0) return difference;
        }
        return 0;
      });
  }
}
