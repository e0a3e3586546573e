import type { SchemaElement } from 'hyparquet';
import { ByteWriter, ParquetWriter } from 'hyparquet-writer';
import type { Cell, Cells, Column, ColumnType, Table } from '../table.ts';
import type { TableWriter } from './table-writer.ts';

/** Rows that are encoded together; fewer cost space, more cost memory. */
const ROW_GROUP = 20_000;
const DAY = 86_400_000;
const DECIMAL_SCALE = 4;

type Leaf = Omit<SchemaElement, 'name' | 'repetition_type'>;

const TEXT: Leaf = { type: 'BYTE_ARRAY', converted_type: 'UTF8', logical_type: { type: 'STRING' } };
const LEAVES: Readonly<Record<ColumnType, Leaf>> = {
  iri: TEXT,
  qid: TEXT,
  string: TEXT,
  concept: TEXT,
  integer: { type: 'INT32' },
  decimal: { type: 'INT32', converted_type: 'DECIMAL', precision: 9, scale: DECIMAL_SCALE },
  date: { type: 'INT32', converted_type: 'DATE', logical_type: { type: 'DATE' } },
  boolean: { type: 'BOOLEAN' },
  list: TEXT,
  'iri-list': TEXT,
};

function isList({ type }: Column): boolean {
  return type === 'list' || type === 'iri-list';
}

function schemaOf(column: Column): readonly SchemaElement[] {
  const { name, type, required } = column;
  const leaf = LEAVES[type];
  if (!isList(column)) {
    return [{ ...leaf, name, repetition_type: required === true ? 'REQUIRED' : 'OPTIONAL' }];
  }
  // The three levels of the Parquet specification's LIST.
  return [
    {
      name,
      repetition_type: 'REQUIRED',
      converted_type: 'LIST',
      logical_type: { type: 'LIST' },
      num_children: 1,
    },
    { name: 'list', repetition_type: 'REPEATED', num_children: 1 },
    { ...leaf, name: 'element', repetition_type: 'REQUIRED' },
  ];
}

function storedValue(type: ColumnType, cell: Cell): unknown {
  if (cell === undefined) return null;
  // Integers, so that no rounding of the library's comes between.
  if (type === 'decimal') return BigInt(Math.round(Number(cell) * 10 ** DECIMAL_SCALE));
  if (type === 'date') return Date.parse(`${String(cell)}T00:00:00Z`) / DAY;
  return cell;
}

/**
 * Apache Parquet: typed dates, decimals with four places and lists of strings.
 * @param metadata key and value of the file's footer.
 */
export function parquetWriter(
  table: Table,
  metadata: readonly { readonly key: string; readonly value: string }[] = [],
): TableWriter {
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: [{ name: table.name, num_children: table.columns.length }, ...table.columns.flatMap(schemaOf)],
    kvMetadata: [...metadata],
    createdBy: 'demarche',
  });
  let waiting: Cells[] = [];
  const takeBytes = (): Uint8Array => {
    const taken = bytes.getBytes().slice();
    // The offset goes on counting: only the buffer starts anew.
    bytes.index = 0;
    return taken;
  };
  const flush = (): Uint8Array => {
    if (waiting.length > 0) {
      const rows = waiting;
      waiting = [];
      void writer.write({
        columnData: table.columns.map(({ name, type }, index) => ({
          name,
          data: rows.map((cells) => storedValue(type, cells[index])),
        })),
        rowGroupSize: ROW_GROUP,
      });
    }
    return takeBytes();
  };
  return {
    row: (cells) => {
      waiting.push(cells);
      return waiting.length < ROW_GROUP ? '' : flush();
    },
    end: () => {
      const last = flush();
      void writer.finish();
      return Buffer.concat([last, takeBytes()]);
    },
  };
}
