import { createHash } from 'node:crypto';
import { createReadStream, existsSync, readFileSync } from 'node:fs';
import type { Quad } from '@rdfjs/types';
import { toInputError } from '../io/file-error.ts';
import { InputError } from '../model/input-error.ts';
import { createChunkParser, parseRdf } from '../rdf/parse-rdf.ts';
import { formatOfFile, RDF_FILE_ENDINGS } from '../rdf/rdf-format.ts';
import type { ReadFormat } from '../rdf/rdf-format.ts';
import { createIndexBuilder } from '../store/columnar/columnar-index.ts';
import type { ColumnarIndex } from '../store/columnar/columnar-index.ts';
import { decodeSnapshot } from '../store/snapshot.ts';
import type { SnapshotReading } from '../store/snapshot.ts';

/** Pieces in which a graph file is read. */
const PIECE = 1 << 20;

/** An index and the hash of the graph file's contents that it was made from. */
export interface HashedIndex {
  readonly index: ColumnarIndex;
  readonly sourceHash: string;
}

/**
 * Where the snapshot of a graph file stands: `graph.trig` → `graph.dmx`. Where files of several formats have one name,
 * the others have one of their own, `graph.nt` → `graph.nt.dmx`, so that none takes the place of another's.
 */
export function snapshotPath(file: string): string {
  const stem = file.replace(/\.[^./\\]+$/u, '');
  const hasTwin = RDF_FILE_ENDINGS.some((ending) => {
    const other = `${stem}.${ending}`;
    return other !== file && existsSync(other);
  });
  return hasTwin && formatOfFile(file) !== 'trig' ? `${file}.dmx` : `${stem}.dmx`;
}

/** The hash of what a graph file holds, as it names the contents that an index was made from. */
export async function hashGraph(file: string): Promise<string> {
  const hash = startHash(readableFormat(file));
  for await (const piece of piecesOf(file)) hash.update(piece);
  return hash.digest('hex');
}

/** Reads a graph file piece by piece into an index; an InputError where it is missing, empty or no RDF. */
export async function readGraphIndex(file: string): Promise<HashedIndex> {
  const format = readableFormat(file);
  const builder = createIndexBuilder();
  const hash = startHash(format);
  let quads = 0;
  const add = (quad: Quad): void => {
    quads += 1;
    builder.add(quad);
  };
  if (format === 'rdfxml') {
    const bytes: Uint8Array[] = [];
    for await (const piece of piecesOf(file)) bytes.push(piece);
    const text = Buffer.concat(bytes);
    hash.update(text);
    for (const quad of await parseRdf(text.toString('utf8'), { format, where: file })) add(quad);
  } else {
    const parser = createChunkParser({ format, where: file }, add);
    for await (const piece of piecesOf(file)) {
      // What is hashed is what is parsed, also when the file is changed in the meantime.
      hash.update(piece);
      parser.add(piece);
    }
    parser.finish();
  }
  if (quads === 0) {
    throw new InputError(
      file,
      'the file is empty; "demarche build ARTICLES… -o graph.trig" makes a claim graph',
    );
  }
  return { index: builder.finish(), sourceHash: hash.digest('hex') };
}

/** Opens the snapshot beside a graph file if it was made from what the file holds now; undefined where there is none. */
export async function readSnapshot(file: string): Promise<SnapshotReading | undefined> {
  readableFormat(file);
  let bytes: Uint8Array<ArrayBuffer>;
  try {
    bytes = readFileSync(snapshotPath(file));
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    const meaning = toInputError('', error);
    if (meaning === error) throw error;
    return { refused: 'it cannot be read', isForeign: true };
  }
  return decodeSnapshot(bytes, await hashGraph(file));
}

function startHash(format: ReadFormat): ReturnType<typeof createHash> {
  // The same bytes are another graph in another format.
  return createHash('sha256').update(`${format}\n`);
}

function readableFormat(file: string): ReadFormat {
  const format = formatOfFile(file);
  if (format === undefined) {
    const endings = RDF_FILE_ENDINGS.map((ending) => `.${ending}`).join(' ');
    throw new InputError(file, `the ending tells no RDF format; use ${endings}`);
  }
  return format;
}

async function* piecesOf(file: string): AsyncGenerator<Uint8Array> {
  try {
    for await (const piece of createReadStream(file, { highWaterMark: PIECE })) {
      if (piece instanceof Uint8Array) yield piece;
    }
  } catch (error) {
    throw toInputError(file, error);
  }
}
