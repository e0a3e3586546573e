import { DATASET_TABLES } from '../dataset-tables.ts';
import type { Cell, Cells, Column, ColumnType, Table } from '../table.ts';
import { writing } from './sqlite-refusal.ts';

/** Takes the rows of all tables into one SQLite file. */
export interface SqliteFile {
  readonly insert: (table: Table, cells: Cells) => void;
  /** Writes what is left and closes the file. */
  readonly close: () => void;
  /** Lets go of a file that will not be finished. */
  readonly abandon: () => void;
}

const AFFINITIES: Readonly<Record<ColumnType, string>> = {
  iri: 'TEXT',
  qid: 'TEXT',
  string: 'TEXT',
  concept: 'TEXT',
  integer: 'INTEGER',
  decimal: 'REAL',
  date: 'TEXT',
  boolean: 'INTEGER',
  list: 'TEXT',
  'iri-list': 'TEXT',
};

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function columnDefinition({ name, type, required }: Column): string {
  return `${quote(name)} ${AFFINITIES[type]}${required === true ? ' NOT NULL' : ''}`;
}

function definition({ columns, name }: Table): string {
  return `CREATE TABLE ${quote(name)} (${columns.map(columnDefinition).join(', ')})`;
}

function keyIndex({ key, name }: Table): string {
  return key === '' ? '' : `CREATE INDEX ${quote(`${name}_key`)} ON ${quote(name)} (${quote(key)})`;
}

function storedValue(cell: Cell): string | number | null {
  if (cell === undefined) return null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return typeof cell === 'object' ? JSON.stringify(cell) : cell;
}

/**
 * Makes the file of all tables, and a table `columns` that describes them. Lists are JSON arrays, booleans 0 and 1.
 * The same rows in the same order give the same bytes. SQLite writes to the disk itself, so it is given a path.
 */
export async function createSqliteFile(path: string): Promise<SqliteFile> {
  // Loaded only here: it is a megabyte of WebAssembly.
  const { default: sqlite } = await import('node-sqlite3-wasm');
  const database = writing('dataset.sqlite', () => new sqlite.Database(path));
  database.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA page_size = 4096; BEGIN');
  // The index of keys grows with the table: to sort millions of keys at the end takes memory, and keys come in the
  // order of articles anyway.
  for (const table of DATASET_TABLES) database.exec(`${definition(table)};${keyIndex(table)}`);
  database.exec('CREATE TABLE columns ("table" TEXT, "column" TEXT, type TEXT, description TEXT)');
  const describe = database.prepare('INSERT INTO columns VALUES (?, ?, ?, ?)');
  for (const table of DATASET_TABLES) {
    for (const { name, type, description } of table.columns) {
      describe.run([table.name, name, type, description]);
    }
  }
  describe.finalize();
  const statements = new Map(
    DATASET_TABLES.map(({ name, columns }) => [
      name,
      database.prepare(`INSERT INTO ${quote(name)} VALUES (${columns.map(() => '?').join(', ')})`),
    ]),
  );
  return {
    insert: ({ name }, cells) => {
      writing('dataset.sqlite', () => statements.get(name)?.run(cells.map(storedValue)));
    },
    close: () => {
      for (const statement of statements.values()) statement.finalize();
      writing('dataset.sqlite', () => {
        database.exec('COMMIT');
        database.close();
      });
    },
    abandon: () => {
      try {
        for (const statement of statements.values()) statement.finalize();
        database.close();
      } catch {
        // A file that could not be written cannot always be closed either; why is already known.
      }
    },
  };
}
