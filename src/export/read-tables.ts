import { openTables } from './open-tables.ts';
import type { TableSource } from './open-tables.ts';
import type { Cell, Cells, Table } from './table.ts';
import { ACTORS } from './tables/actors.ts';
import { ARTICLES } from './tables/articles.ts';
import { CLAIMS } from './tables/claims.ts';
import { ISSUES } from './tables/issues.ts';

/** A row by the names of its columns. */
export type NamedRow = ReadonlyMap<string, Cell>;

/** Rows by their key. */
export type RowsByKey = ReadonlyMap<string, NamedRow>;

/** The tables that tell who holds what, for what is made of claims and is no table. */
export interface ClaimTables {
  readonly actors: RowsByKey;
  readonly issues: RowsByKey;
  readonly articles: RowsByKey;
  /** The rows of claims one by one, so that a million of them need not be in memory. */
  readonly claims: () => AsyncGenerator<NamedRow>;
}

function nameCells({ columns }: Table, cells: Cells): NamedRow {
  return new Map(columns.map(({ name }, index) => [name, cells[index]]));
}

function byKey(table: Table, rows: readonly Cells[]): RowsByKey {
  return new Map(
    rows.map((cells) => {
      const row = nameCells(table, cells);
      return [String(row.get(table.key)), row];
    }),
  );
}

const CLAIM_COUNTS = ['claims_held', 'claims_spoken', 'claims_bound'].map((name) =>
  ACTORS.columns.findIndex((column) => column.name === name),
);

/** Reads actors, issues and articles, and opens claims, by the same queries as the tables, so that all agree. */
export async function readClaimTables(source: Omit<TableSource, 'tables'>): Promise<ClaimTables> {
  const { actors, issues, articles, rows } = await openTables({ ...source, tables: [CLAIMS.name] });
  const known = [...actors];
  for await (const { cells } of rows([ACTORS.name])) {
    // Of the actors of one article only those are of interest who say something.
    if (CLAIM_COUNTS.some((place) => Number(cells[place]) > 0)) known.push(cells);
  }
  return {
    actors: byKey(ACTORS, known),
    issues: byKey(ISSUES, issues),
    articles: byKey(ARTICLES, articles),
    claims: async function* claims() {
      for await (const { cells } of rows([CLAIMS.name])) yield nameCells(CLAIMS, cells);
    },
  };
}
