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
  readonly #keyPlace: number;
  readonly #rows = new Map<string, readonly GrowingCell[]>();

  constructor(table: Table) {
    this.#table = table;
    this.#keyPlace = table.columns.findIndex(({ name }) => name === table.key);
  }

  keyOf(cells: Cells): string {
    return String(cells[this.#keyPlace]);
  }

  has(key: string): boolean {
    return this.#rows.has(key);
  }

  get(key: string): Cells | undefined {
    return this.#rows.get(key)?.map(finishCell);
  }

  add(cells: Cells): void {
    const key = String(cells[this.#keyPlace]);
    const known = this.#rows.get(key);
    const merged =
      known === undefined
        ? cells
        : this.#table.columns.map((column, index) => mergeCell(column, known[index], cells[index]));
    this.#rows.set(key, merged);
  }

  /** The rows, each thing once. */
  rows(): readonly Cells[] {
    return [...this.#rows.values()].map((cells) => cells.map(finishCell));
  }
}
