import { Buffer } from 'node:buffer';
import { crc32 } from 'node:zlib';
import type { ColumnarIndex } from './columnar/columnar-index.ts';
import { identityOrder } from './columnar/sorted-triples.ts';
import { createTermDictionary } from './columnar/term-dictionary.ts';
import type { Section, SectionColumn } from './snapshot-sections.ts';
import { createSectionReader, layOutSections, readSectionTable } from './snapshot-sections.ts';

/**
 * A snapshot file, all numbers little-endian:
 * magic (8 bytes), version, header length, header CRC-32, total length's low and high word (u32 each), 4 bytes of
 * nothing; the header, JSON, which names the source's hash and lists the sections; the sections, 8-byte aligned.
 */
const MAGIC = Buffer.from('\x89DMX\r\n\x1a\n', 'latin1');
const PREAMBLE = 32;

/** Raised whenever the sections or what stands in them changes; other versions are rebuilt. */
export const SNAPSHOT_VERSION = 1;

/** An index read from a snapshot, or why there is none. */
export type SnapshotReading =
  | { readonly index: ColumnarIndex; readonly sourceHash: string }
  | {
      readonly refused: string;
      /** The file is something else and perhaps dear to someone. */
      readonly isForeign: boolean;
    };

/** The bytes of a snapshot, piece by piece. `sourceHash` names the contents that the index was made from. */
export function* encodeSnapshot(index: ColumnarIndex, sourceHash: string): Iterable<Uint8Array> {
  const { sections, length } = layOutSections(columnsOf(index));
  const header = Buffer.from(
    JSON.stringify({ sourceHash, terms: index.dictionary.length, sections }),
    'utf8',
  );
  const start = align(PREAMBLE + header.length);
  const total = start + length;
  const preamble = Buffer.alloc(PREAMBLE);
  MAGIC.copy(preamble);
  preamble.writeUInt32LE(SNAPSHOT_VERSION, 8);
  preamble.writeUInt32LE(header.length, 12);
  preamble.writeUInt32LE(crc32(header), 16);
  preamble.writeUInt32LE(total % 2 ** 32, 20);
  preamble.writeUInt32LE(Math.floor(total / 2 ** 32), 24);
  yield preamble;
  yield header;
  yield new Uint8Array(start - PREAMBLE - header.length);
  for (const column of columnsOf(index)) {
    const bytes = bytesOf(column);
    yield bytes;
    yield new Uint8Array(align(bytes.length) - bytes.length);
  }
}

/**
 * Opens a snapshot over its bytes, which are not copied. A file that is foreign, of another version, cut short,
 * damaged, or (with `expectedHash`) made from something else is refused with the reason.
 */
export function decodeSnapshot(bytes: Uint8Array<ArrayBuffer>, expectedHash?: string): SnapshotReading {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (buffer.length < PREAMBLE || !buffer.subarray(0, MAGIC.length).equals(MAGIC))
    return { refused: 'it is no index', isForeign: buffer.length > 0 };
  const version = buffer.readUInt32LE(8);
  if (version !== SNAPSHOT_VERSION) return refuse(`it has version ${version} and not ${SNAPSHOT_VERSION}`);
  const total = buffer.readUInt32LE(20) + buffer.readUInt32LE(24) * 2 ** 32;
  if (buffer.length !== total) return refuse(`it has ${buffer.length} bytes and not ${total}`);
  const header = buffer.subarray(PREAMBLE, PREAMBLE + buffer.readUInt32LE(12));
  if (crc32(header) !== buffer.readUInt32LE(16)) return refuse('its header is damaged');
  const table = readSectionTable(header.toString('utf8'));
  if (table === undefined) return refuse('its header cannot be read');
  if (expectedHash !== undefined && table.sourceHash !== expectedHash) {
    return refuse('the graph has changed since it was made');
  }
  const start = align(PREAMBLE + header.length);
  const damaged = table.sections.find(({ offset, length, crc }) => {
    return crc32(buffer.subarray(start + offset, start + offset + length)) !== crc;
  });
  if (damaged !== undefined) return refuse(`its section ${damaged.name} is damaged`);
  // Columns are views, and a view needs an address that its numbers' size divides.
  const aligned = bytes.byteOffset % 8 === 0 ? bytes : bytes.slice();
  return { index: readIndex(table.sections, aligned, start), sourceHash: table.sourceHash };
}

function refuse(refused: string): SnapshotReading {
  return { refused, isForeign: false };
}

function align(length: number): number {
  return Math.ceil(length / 8) * 8;
}

function bytesOf({ values }: SectionColumn): Uint8Array {
  return new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
}

function columnsOf({ dictionary, values, triples, graphs }: ColumnarIndex): readonly SectionColumn[] {
  const { table } = dictionary;
  return [
    { name: 'kinds', values: table.kinds },
    { name: 'qualifiers', values: table.qualifiers },
    { name: 'textStarts', values: table.starts },
    { name: 'text', values: table.text },
    { name: 'slots', values: table.slots },
    { name: 'classes', values: values.classes },
    { name: 'numbers', values: values.numbers },
    { name: 'subjects', values: triples.subjects },
    { name: 'spoStarts', values: triples.spo.starts },
    { name: 'spoSecond', values: triples.spo.second },
    { name: 'spoThird', values: triples.spo.third },
    ...(['pos', 'osp'] as const).flatMap((order) => [
      { name: `${order}Starts`, values: triples[order].starts },
      { name: `${order}Second`, values: triples[order].second },
      { name: `${order}Third`, values: triples[order].third },
      { name: `${order}Rows`, values: triples[order].rows },
    ]),
    { name: 'graphStarts', values: graphs.starts },
    { name: 'graphs', values: graphs.graphs },
    { name: 'graphRowStarts', values: graphs.rowStarts },
    { name: 'graphRows', values: graphs.rows },
    { name: 'namedGraphs', values: graphs.named },
  ];
}

function readIndex(
  sections: readonly Section[],
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
): ColumnarIndex {
  const { bytesIn, wordsIn, doublesIn } = createSectionReader(sections, bytes, start);
  const kinds = bytesIn('kinds');
  const text = bytesIn('text');
  const subjects = wordsIn('subjects');
  const sortedIn = (order: 'pos' | 'osp') => ({
    starts: wordsIn(`${order}Starts`),
    second: wordsIn(`${order}Second`),
    third: wordsIn(`${order}Third`),
    rows: wordsIn(`${order}Rows`),
  });
  return {
    dictionary: createTermDictionary({
      length: kinds.length,
      kinds,
      qualifiers: wordsIn('qualifiers'),
      starts: wordsIn('textStarts'),
      text: Buffer.from(text.buffer, text.byteOffset, text.length),
      slots: wordsIn('slots'),
    }),
    values: { classes: bytesIn('classes'), numbers: doublesIn('numbers') },
    triples: {
      length: subjects.length,
      subjects,
      spo: {
        starts: wordsIn('spoStarts'),
        second: wordsIn('spoSecond'),
        third: wordsIn('spoThird'),
        rows: identityOrder(subjects.length),
      },
      pos: sortedIn('pos'),
      osp: sortedIn('osp'),
    },
    graphs: {
      starts: wordsIn('graphStarts'),
      graphs: wordsIn('graphs'),
      rowStarts: wordsIn('graphRowStarts'),
      rows: wordsIn('graphRows'),
      named: wordsIn('namedGraphs'),
    },
  };
}
