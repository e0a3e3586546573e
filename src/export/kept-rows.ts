import { articleKeyOf } from './article-keys.ts';
import type { Cell, Cells, Table } from './table.ts';

/** Holds texts outside of memory. */
export interface Scratch {
  readonly keep: (text: string) => Promise<ScratchPlace>;
  readonly fetch: (place: ScratchPlace) => Promise<string>;
}

/** Where a text is held. */
export interface ScratchPlace {
  readonly start: number;
  readonly length: number;
}

/** The columns that tell to which article a row belongs, whichever a table has. */
const TELLING = ['article', 'claim'];

function tellingPlaces({ columns, key }: Table): readonly number[] {
  return [...TELLING, key].flatMap((name) => {
    const place = columns.findIndex((column) => column.name === name);
    return place === -1 ? [] : [place];
  });
}

function readCell(value: unknown): Cell {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return Array.isArray(value) ? value.map(String) : undefined;
}

function parseRows(line: string): readonly Cells[] {
  const rows: unknown = JSON.parse(line);
  if (!Array.isArray(rows)) throw new TypeError('no rows were kept here');
  return rows.map((cells: unknown) => (Array.isArray(cells) ? cells.map(readCell) : []));
}

/** The rows of some tables by the article to which they belong, kept outside of memory: a line of JSON a table. */
export class KeptRows {
  readonly #tables: readonly { readonly table: Table; readonly telling: readonly number[] }[];
  readonly #scratch: Scratch;
  readonly #places = new Map<string, readonly ScratchPlace[]>();

  constructor(tables: readonly Table[], scratch: Scratch) {
    this.#tables = tables.map((table) => ({ table, telling: tellingPlaces(table) }));
    this.#scratch = scratch;
  }

  /**
   * Keeps the rows of a part of the graph.
   * @param keys of the part's articles; what belongs to none of them is kept with the first.
   * @param rows by table.
   */
  async keep(keys: readonly string[], rows: ReadonlyMap<string, readonly Cells[]>): Promise<void> {
    const ofArticle = new Map(keys.map((key) => [key, this.#tables.map((): Cells[] => [])]));
    for (const [index, { table, telling }] of this.#tables.entries()) {
      for (const cells of rows.get(table.name) ?? []) {
        const key = telling
          .map((place) => articleKeyOf(String(cells[place])) ?? '')
          .find((candidate) => ofArticle.has(candidate));
        ofArticle.get(key ?? keys[0] ?? '')?.[index]?.push(cells);
      }
    }
    for (const [key, tables] of ofArticle) {
      const lines = tables.map((kept) => JSON.stringify(kept));
      const place = await this.#scratch.keep(lines.join('\n'));
      this.#places.set(key, [...(this.#places.get(key) ?? []), place]);
    }
  }

  /** The rows of one article, of the tables asked for. */
  async fetch(key: string, names: readonly string[]): Promise<ReadonlyMap<string, readonly Cells[]>> {
    const found = new Map<string, Cells[]>();
    for (const place of this.#places.get(key) ?? []) {
      const lines = (await this.#scratch.fetch(place)).split('\n');
      for (const [index, { table }] of this.#tables.entries()) {
        if (!names.includes(table.name)) continue;
        const rows = found.get(table.name) ?? [];
        found.set(table.name, rows);
        for (const cells of parseRows(lines[index] ?? '[]')) rows.push(cells);
      }
    }
    return found;
  }
}
