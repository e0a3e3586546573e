import { crc32 } from 'node:zlib';

/** A column under its name in a snapshot. */
export interface SectionColumn {
  readonly name: string;
  readonly values: Uint8Array | Uint32Array | Float64Array;
}

/** Where a column stands after the header, in bytes, and its checksum. */
export interface Section {
  readonly name: string;
  readonly offset: number;
  readonly length: number;
  readonly crc: number;
}

/** The places of columns one after the other, each at a multiple of 8. */
export function layOutSections(columns: readonly SectionColumn[]): {
  readonly sections: readonly Section[];
  readonly length: number;
} {
  let offset = 0;
  const sections = columns.map(({ name, values }) => {
    const bytes = new Uint8Array(values.buffer, values.byteOffset, values.byteLength);
    const section = { name, offset, length: bytes.length, crc: crc32(bytes) };
    offset += Math.ceil(bytes.length / 8) * 8;
    return section;
  });
  return { sections, length: offset };
}

/** Reads the header's JSON; undefined when it is not what `encodeSnapshot` writes. */
export function readSectionTable(
  json: string,
): { readonly sourceHash: string; readonly sections: readonly Section[] } | undefined {
  const header: unknown = JSON.parse(json);
  if (typeof header !== 'object' || header === null || !('sourceHash' in header) || !('sections' in header)) {
    return undefined;
  }
  const { sourceHash, sections } = header;
  if (typeof sourceHash !== 'string' || !Array.isArray(sections) || !sections.every(isSection))
    return undefined;
  return { sourceHash, sections };
}

function isSection(value: unknown): value is Section {
  return (
    typeof value === 'object' &&
    value !== null &&
    'name' in value &&
    typeof value.name === 'string' &&
    ['offset', 'length', 'crc'].every((key) =>
      Number.isSafeInteger(Object.entries(value).find(([name]) => name === key)?.[1]),
    )
  );
}

/** Gives the columns of a snapshot as views over its bytes, which begin at an address that 8 divides. */
export interface SectionReader {
  readonly bytesIn: (name: string) => Uint8Array<ArrayBuffer>;
  readonly wordsIn: (name: string) => Uint32Array;
  readonly doublesIn: (name: string) => Float64Array;
}

/** A reader of the sections that begin at byte `start`. */
export function createSectionReader(
  sections: readonly Section[],
  bytes: Uint8Array<ArrayBuffer>,
  start: number,
): SectionReader {
  const places = new Map(sections.map((section) => [section.name, section]));
  const find = (name: string): Section => {
    const section = places.get(name);
    if (section === undefined) throw new RangeError(`the snapshot has no section ${name}`);
    return section;
  };
  return {
    bytesIn: (name) => {
      const { offset, length } = find(name);
      return bytes.subarray(start + offset, start + offset + length);
    },
    wordsIn: (name) => {
      const { offset, length } = find(name);
      return new Uint32Array(bytes.buffer, bytes.byteOffset + start + offset, length / 4);
    },
    doublesIn: (name) => {
      const { offset, length } = find(name);
      return new Float64Array(bytes.buffer, bytes.byteOffset + start + offset, length / 8);
    },
  };
}
