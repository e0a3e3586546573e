import { createHash } from 'node:crypto';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import { InputError } from '../model/input-error.ts';

/**
 * A model file: the magic word `DMRM`, a version, the length of the header, the SHA-256 of all that follows, the
 * header in JSON, the body. The header names the sections of the body, which is compressed with Brotli; numbers
 * are little-endian.
 */
const MAGIC = 0x4d524d44;
const VERSION = 1;
const SUM_START = 12;
const PREFIX_BYTES = 44;
const ALIGNMENT = 8;

/** What a model is, for people and for its loader. */
export interface ModelDescription {
  /** What reads it: `tagger`, `parser`, `lemmas`. */
  readonly kind: string;
  readonly licence: string;
  /** What it was trained on and how: corpora with their licences, epochs, seeds. */
  readonly recipe: Readonly<Record<string, unknown>>;
  /** What the loader needs beside the arrays: names of classes, sizes, scales. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

/** A model read from its file. */
export interface Model extends ModelDescription {
  readonly file: string;
  readonly sections: ReadonlyMap<string, Uint8Array>;
}

interface SectionPlace {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
}

/** The bytes of a model file; the same model gives the same bytes. */
export function writeModel(
  description: ModelDescription,
  sections: readonly (readonly [string, Uint8Array | Uint16Array | Int8Array | Float32Array])[],
): Uint8Array {
  const places: SectionPlace[] = [];
  let length = 0;
  for (const [name, array] of sections) {
    places.push({ name, offset: length, length: array.byteLength });
    length += Math.ceil(array.byteLength / ALIGNMENT) * ALIGNMENT;
  }
  const body = new Uint8Array(length);
  for (const [index, [, array]] of sections.entries()) {
    body.set(new Uint8Array(array.buffer, array.byteOffset, array.byteLength), places[index]?.offset ?? 0);
  }
  const packed = brotliCompressSync(body, {
    params: { [constants.BROTLI_PARAM_QUALITY]: 9, [constants.BROTLI_PARAM_LGWIN]: 22 },
  });
  const { kind, licence, recipe, parameters } = description;
  const header = new TextEncoder().encode(
    JSON.stringify({ kind, licence, recipe, parameters, sections: places, length }),
  );
  const file = new Uint8Array(PREFIX_BYTES + header.length + packed.length);
  const prefix = new DataView(file.buffer);
  prefix.setUint32(0, MAGIC, true);
  prefix.setUint32(4, VERSION, true);
  prefix.setUint32(8, header.length, true);
  file.set(header, PREFIX_BYTES);
  file.set(packed, PREFIX_BYTES + header.length);
  file.set(sha256(file.subarray(PREFIX_BYTES)), SUM_START);
  return file;
}

/** Reads a model file of the kind expected. Anything wrong with the bytes is an `InputError` that names the file. */
export function readModel(file: string, bytes: Uint8Array, kind: string): Model {
  const header = readHeader(file, bytes);
  if (header.kind !== kind)
    throw new InputError(file, `holds a model of kind "${header.kind}"; "${kind}" is needed`);
  const body = unpack(file, bytes.subarray(header.end));
  const sections = new Map(
    header.sections.map(({ name, offset, length }) => [name, body.subarray(offset, offset + length)]),
  );
  const { licence, recipe, parameters } = header;
  return { file, kind, licence, recipe, parameters, sections };
}

function sha256(bytes: Uint8Array): Uint8Array {
  return createHash('sha256').update(bytes).digest();
}

function unpack(file: string, packed: Uint8Array): Uint8Array {
  try {
    const body = brotliDecompressSync(packed);
    // The arrays are cut out of the buffer where they lie, so it has to begin on a boundary.
    return body.byteOffset % ALIGNMENT === 0 ? body : new Uint8Array(body);
  } catch (cause) {
    throw new InputError(file, 'is cut short or damaged; fetch or train it again', { cause });
  }
}

interface Header extends ModelDescription {
  readonly sections: readonly SectionPlace[];
  /** Where the body begins. */
  readonly end: number;
}

function readHeader(file: string, bytes: Uint8Array): Header {
  const prefix = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < PREFIX_BYTES || prefix.getUint32(0, true) !== MAGIC) {
    throw new InputError(file, 'is no model file of this program (its first bytes should be “DMRM”)');
  }
  const version = prefix.getUint32(4, true);
  if (version !== VERSION)
    throw new InputError(file, `has format version ${version}; version ${VERSION} is read`);
  const sum = sha256(bytes.subarray(PREFIX_BYTES));
  if (!sum.every((byte, index) => byte === bytes[SUM_START + index])) {
    throw new InputError(
      file,
      'does not match its checksum: it is cut short or damaged; fetch or train it again',
    );
  }
  const end = PREFIX_BYTES + prefix.getUint32(8, true);
  const header = parseJson(file, bytes.subarray(PREFIX_BYTES, end));
  const { kind, licence, recipe, parameters, sections } = header;
  if (
    typeof kind !== 'string' ||
    typeof licence !== 'string' ||
    !isRecord(recipe) ||
    !isRecord(parameters) ||
    !Array.isArray(sections)
  ) {
    throw new InputError(file, 'has a header that lacks a field; the model file is damaged');
  }
  return {
    kind,
    licence,
    recipe,
    parameters,
    sections: sections.map((place) => readPlace(file, place)),
    end,
  };
}

function readPlace(file: string, place: unknown): SectionPlace {
  if (isRecord(place)) {
    const { name, offset, length } = place;
    if (typeof name === 'string' && typeof offset === 'number' && typeof length === 'number') {
      return { name, offset, length };
    }
  }
  throw new InputError(file, 'has a header with a malformed section; the model file is damaged');
}

function parseJson(file: string, bytes: Uint8Array): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
    if (isRecord(value)) return value;
  } catch (cause) {
    throw new InputError(file, 'has a header that cannot be read; the model file is damaged', { cause });
  }
  throw new InputError(file, 'has a header that is no object; the model file is damaged');
}

/** Whether a value is an object with string keys. */
function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
