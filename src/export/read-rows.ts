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

function readCell({ counts, type }: Column, term: Term | undefined): Cell {
  // What is counted comes as a list, so that the parts of a graph can count together.
  const read = counts === 'shared' ? 'iri-list' : type;
  if (term === undefined) return read === 'list' || read === 'iri-list' ? [] : undefined;
  return READERS[read](term.value);
}

/** Voices hold and speak like actors but are none: their names and type come from here, as the ontology has them. */
const VOICES: ReadonlyMap<string, string> = new Map([
  [`${PREFIXES.dip}articleVoice`, 'article voice'],
  [`${PREFIXES.dip}unattributed`, 'unattributed'],
]);

/** What a row must have though the graph may not say it: a label, which is then the IRI's last part, and an actor's type. */
function completeCell({ counts, name, required }: Column, cell: Cell, iri: string): Cell {
  if (counts === 'shared' && typeof cell === 'object') return cell.length;
  if ((cell !== undefined && cell !== '') || required !== true) return cell;
  const voice = VOICES.get(iri);
  if (name === 'label') {
    return voice ?? iri.slice(Math.max(iri.lastIndexOf('/'), iri.lastIndexOf('#')) + 1);
  }
  return name === 'type' ? (voice === undefined ? 'other' : 'voice') : cell;
}

function placeOf({ name, columns }: Table, column: string): number {
  const place = columns.findIndex((candidate) => candidate.name === column);
  if (place === -1) throw new Error(`the table ${name} has no column ${column}`);
  return place;
}

/** The rows of a table as its query gives them, typed; what is looked up is missing and nothing is completed. */
export async function* readRows({ name, columns }: Table, ask: AskTable): AsyncGenerator<Cells> {
  for await (const row of await ask(name)) {
    yield columns.map((column) =>
      column.lookup === undefined ? readCell(column, row.get(column.name)) : undefined,
    );
  }
}

/** What others look up in the rows of a table, by its key. */
export type LookupRows = Pick<ReadonlyMap<string, Cells>, 'get'>;

/** Table → what is looked up in it. */
export type LookupTables = ReadonlyMap<string, LookupRows>;

/** Completes rows of a table: what is looked up in the tables that are known, and what every row must have. */
export function completeRows(table: Table, known: LookupTables): (cells: Cells) => Cells {
  const keyPlace = table.key === '' ? -1 : placeOf(table, table.key);
  const lookups = table.columns.map(({ lookup }) => {
    if (lookup === undefined) return undefined;
    const rows = known.get(lookup.table);
    if (rows === undefined) {
      throw new Error(`${table.name} looks up ${lookup.table}, which was not read before`);
    }
    const place = KEPT_COLUMNS[lookup.table]?.indexOf(lookup.column) ?? -1;
    if (place === -1) throw new Error(`no column ${lookup.column} of ${lookup.table} can be looked up`);
    return { rows, by: placeOf(table, lookup.by), place };
  });
  return (cells) => {
    const iri = String(cells[keyPlace] ?? '');
    const completed: Cell[] = [];
    for (const [index, column] of table.columns.entries()) {
      const lookup = lookups[index];
      const key = completed[lookup?.by ?? -1];
      completed.push(
        lookup === undefined
          ? completeCell(column, cells[index], iri)
          : lookup.rows.get(String(key))?.[lookup.place],
      );
    }
    return completed;
  };
}

/** The columns that other tables look up; only these are kept in memory, in this order. */
const KEPT_COLUMNS: Readonly<Record<string, readonly string[]>> = {
  actors: ['label', 'type', 'wikidata'],
  issues: ['label'],
  articles: ['outlet'],
};

/** Keeps of the rows of a table what others look up. */
export function keepForLookup(table: Table, rows: readonly Cells[]): LookupRows {
  const keyPlace = placeOf(table, table.key);
  const places = (KEPT_COLUMNS[table.name] ?? []).map((column) => placeOf(table, column));
  return new Map(rows.map((cells) => [String(cells[keyPlace]), places.map((place) => cells[place])]));
}
