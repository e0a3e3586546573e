/** The kinds of value that a column holds; a `concept` is a term of the ontology, written as a word. */
export const COLUMN_TYPES = [
  'iri',
  'qid',
  'string',
  'concept',
  'integer',
  'decimal',
  'date',
  'boolean',
  'list',
  'iri-list',
] as const;

/** A kind of value: `date` is a whole day, `decimal` has up to four places, `list` holds strings. */
export type ColumnType = (typeof COLUMN_TYPES)[number];

/** A column of the dataset: what a codebook says of it. */
export interface Column {
  readonly name: string;
  readonly type: ColumnType;
  readonly description: string;
  /** Whether every row has a value. */
  readonly required?: true;
  /** The words that a concept column can hold, where they are few. */
  readonly values?: readonly string[];
  /**
   * What a number counts, where it does. Claims stand `apart`: those of one part of a graph are not in another, and
   * counts add up. Of what parts share the query gives the list, and the column its length.
   */
  readonly counts?: 'apart' | 'shared';
  /** The table whose key the value is. */
  readonly references?: string;
  /** Where the value is looked up: the table whose key is the value of `by`, and its column. */
  readonly lookup?: { readonly by: string; readonly table: string; readonly column: string };
}

/** A table of the dataset: the query `queries/tables/NAME.rq` gives its rows. */
export interface Table {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  /** The column that tells rows apart; empty where rows are told apart by all columns. */
  readonly key: string;
  readonly columns: readonly Column[];
}

/** A value as every format of tables takes it; a date is `YYYY-MM-DD`. */
export type Cell = string | number | boolean | readonly string[] | undefined;

/** The values of a row, in the order of the table's columns. */
export type Cells = readonly Cell[];
