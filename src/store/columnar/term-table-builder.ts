import { Buffer } from 'node:buffer';
import { TERM_KIND, WIDE } from './term-kind.ts';
import type { TermTable } from './term-table.ts';
import { findTerm, hashTerm, isNarrow, textOfTerm } from './term-table.ts';

/** A term table that grows. */
export interface TermTableBuilder {
  /** The number of a term, which is added when it is new. */
  readonly add: (kind: number, qualifier: number, text: string) => number;
  /** The table as it stands, cut to its length. */
  readonly finish: () => TermTable;
}

/** An empty term table whose first number is 1. */
export function createTermTableBuilder(): TermTableBuilder {
  let kinds = new Uint8Array(4096);
  let qualifiers = new Uint32Array(4096);
  let starts = new Uint32Array(4096);
  let text = Buffer.alloc(1 << 17);
  let slots = new Uint32Array(8192);
  let length = 1;
  let end = 0;

  const table = (): TermTable => ({ length, kinds, qualifiers, starts, text, slots });
  // One object for all look-ups: a million quads ask four million times.
  let current = table();

  function place(id: number, hash: number): void {
    const mask = slots.length - 1;
    let slot = hash & mask;
    while (slots[slot] !== 0) slot = (slot + 1) & mask;
    slots[slot] = id;
  }

  function makeRoom(bytes: number): void {
    if (length + 2 > kinds.length) {
      kinds = enlarge(kinds, new Uint8Array(kinds.length * 2));
      qualifiers = enlarge(qualifiers, new Uint32Array(qualifiers.length * 2));
      starts = enlarge(starts, new Uint32Array(starts.length * 2));
    }
    if (end + bytes > text.length) {
      const larger = Buffer.alloc(Math.max(text.length * 2, end + bytes));
      text.copy(larger, 0, 0, end);
      text = larger;
    }
    if (end + bytes > 0xffff_ffff) throw new RangeError('the texts of the terms take more than 4 GB');
    if (length * 2 > slots.length) {
      slots = new Uint32Array(slots.length * 2);
      for (let id = 1; id < length; id += 1) {
        const kind = (kinds[id] ?? 0) & ~WIDE;
        place(id, hashTerm(kind, qualifiers[id] ?? 0, textOfTerm(current, id)));
      }
    }
    current = table();
  }

  return {
    add: (kind, qualifier, value) => {
      const found = findTerm(current, kind, qualifier, value);
      if (found !== 0) return found;
      const narrow = kind !== TERM_KIND.triple && isNarrow(value);
      makeRoom(narrow ? value.length : value.length * 2);
      const id = length;
      kinds[id] = narrow ? kind : kind | WIDE;
      qualifiers[id] = qualifier;
      starts[id] = end;
      end += text.write(value, end, narrow ? 'latin1' : 'utf16le');
      starts[id + 1] = end;
      place(id, hashTerm(kind, qualifier, value));
      length += 1;
      return id;
    },
    finish: () => ({
      length,
      kinds: kinds.slice(0, length),
      qualifiers: qualifiers.slice(0, length),
      starts: starts.slice(0, length + 1),
      text: Buffer.from(text.subarray(0, end)),
      slots,
    }),
  };
}

function enlarge<Column extends Uint8Array | Uint32Array>(column: Column, larger: Column): Column {
  larger.set(column);
  return larger;
}
