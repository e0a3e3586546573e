import type { Term } from '@rdfjs/types';
import type { Row } from '../query/engine.ts';
import { compareCodeUnits } from '../rdf/compare-code-units.ts';
import { PREFIXES } from '../rdf/vocabulary.ts';
import type { Cell, Cells, Column, ColumnType, Table } from './table.ts';

/** Answers the query of a table by its name. */
export type AskTable = (table: string) => Promise<AsyncIterable<Row>>;

/** Between the parts of a list in a query's answer. */
const LIST_SEPARATOR = '\u001F';

/** A term of the ontology as a word: `dip:conditionallySupports` → `conditionally-supports`. */
export function conceptWord(iri: string): string {
  return iri
    .slice(iri.startsWith(PREFIXES.dip) ? PREFIXES.dip.length : 0)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, '-')
    .toLowerCase();
}

/** The parts of a list, each once, in an order of their own: the engine's depends on how it joined. */
function readList(value: string): readonly string[] {
  const parts = new Set(value.split(LIST_SEPARATOR).filter((part) => part !== ''));
  const isSpans = [...parts].every((part) => /^\d+-\d+$/u.test(part));
  return [...parts].toSorted(
    isSpans ? (left, right) => Number.parseInt(left) - Number.parseInt(right) : compareCodeUnits,
  );
}

const READERS: Readonly<Record<ColumnType, (value: string) => Cell>> = {
  iri: (value) => value,
  qid: (value) => value.slice(value.lastIndexOf('/') + 1),
  string: (value) => value,
  concept: conceptWord,
  integer: Number,
  decimal: Number,
  date: (value) => value.slice(0, 'YYYY-MM-DD'.length),
  boolean: (value) => value === 'true' || value === '1',
  list: readList,
  'iri-list': readList,
};

function readCell(type: ColumnType, term: Term | undefined): Cell {
  if (term === undefined) return type === 'list' || type === 'iri-list' ? [] : undefined;
  return READERS[type](term.value);
}

/** Voices hold and speak like actors but are none: their names and type come from here, as the ontology has them. */
const VOICES: ReadonlyMap<string, string> = new Map([
  [`${PREFIXES.dip}articleVoice`, 'article voice'],
  [`${PREFIXES.dip}unattributed`, 'unattributed'],
]);

/** What a row must have though the graph may not say it: a label, which is then the IRI's last part, and an actor's type. */
function completeCell(table: Table, column: Column, cell: Cell, row: Row): Cell {
  if ((cell !== undefined && cell !== '') || column.required !== true) return cell;
  const iri = row.get(table.key)?.value ?? '';
  const voice = VOICES.get(iri);
  if (column.name === 'label') {
    return voice ?? iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
  return column.name === 'type' ? (voice === undefined ? 'other' : 'voice') : cell;
}

/** Key of a table → its row, for the tables whose columns others look up. */
export type LookupTables = ReadonlyMap<string, ReadonlyMap<string, Cells>>;

/**
 * The rows of a table as the query gives them, typed, with the columns that are looked up in other tables.
 * @param known holds the tables that this one looks up.
 */
export async function* readRows(table: Table, ask: AskTable, known: LookupTables): AsyncGenerator<Cells> {
  const places = new Map(table.columns.map(({ name }, index) => [name, index]));
  const lookups = table.columns.map(({ lookup }) => {
    if (lookup === undefined) return undefined;
    const rows = known.get(lookup.table);
    if (rows === undefined)
      throw new Error(`${table.name} looks up ${lookup.table}, which was not read before`);
    return { rows, by: places.get(lookup.by) ?? -1, place: columnPlace(lookup.table, lookup.column) };
  });
  for await (const row of await ask(table.name)) {
    const cells: Cell[] = [];
    for (const [index, column] of table.columns.entries()) {
      const lookup = lookups[index];
      if (lookup === undefined) {
        const cell = readCell(column.type, row.get(column.name));
        cells.push(completeCell(table, column, cell, row));
      } else {
        const key = cells[lookup.by];
        cells.push(typeof key === 'string' ? lookup.rows.get(key)?.[lookup.place] : undefined);
      }
    }
    yield cells;
  }
}

function columnPlace(table: string, column: string): number {
  const place = LOOKUP_COLUMNS[table]?.indexOf(column) ?? -1;
  if (place === -1) throw new Error(`no column ${column} of ${table} can be looked up`);
  return place;
}

/** The columns that other tables look up; only these are kept in memory. */
export const LOOKUP_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  actors: ['label', 'type', 'wikidata'],
  issues: ['label'],
  articles: ['outlet'],
};
