import type { Buffer } from 'node:buffer';
import { WIDE } from './term-kind.ts';

/**
 * The terms as columns: term number `id` has a kind, a qualifier (datatype or language, by number) and the text
 * `text[starts[id] … starts[id + 1])`, Latin-1 or, where the kind says `WIDE`, UTF-16LE. Number 0 is no term.
 * `slots` is an open-addressing hash table of numbers, its length a power of two.
 */
export interface TermTable {
  /** One more than the greatest number. */
  readonly length: number;
  readonly kinds: Uint8Array;
  readonly qualifiers: Uint32Array;
  readonly starts: Uint32Array;
  readonly text: Buffer;
  readonly slots: Uint32Array;
}

/** FNV-1a over kind, qualifier and code units. */
export function hashTerm(kind: number, qualifier: number, text: string): number {
  let hash = Math.imul(0x811c9dc5 ^ kind, 0x01000193) ^ qualifier;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x85ebca6b);
  return (hash ^ (hash >>> 13)) >>> 0;
}

/** The number of a term; 0 when the table does not hold it. */
export function findTerm(table: TermTable, kind: number, qualifier: number, text: string): number {
  const mask = table.slots.length - 1;
  let slot = hashTerm(kind, qualifier, text) & mask;
  for (;;) {
    const id = table.slots[slot] ?? 0;
    if (id === 0 || isTerm(table, id, kind, qualifier, text)) return id;
    slot = (slot + 1) & mask;
  }
}

/** Whether the term of this number is the one described. Compares bytes, so that nothing is decoded. */
export function isTerm(table: TermTable, id: number, kind: number, qualifier: number, text: string): boolean {
  const stored = table.kinds[id] ?? 0;
  if ((stored & ~WIDE) !== kind || table.qualifiers[id] !== qualifier) return false;
  const start = table.starts[id] ?? 0;
  const end = table.starts[id + 1] ?? 0;
  const bytes = table.text;
  if ((stored & WIDE) === 0) {
    if (end - start !== text.length) return false;
    // From the end: names that differ at all mostly differ there.
    for (let index = text.length - 1; index >= 0; index -= 1) {
      if (bytes[start + index] !== text.charCodeAt(index)) return false;
    }
    return true;
  }
  if (end - start !== text.length * 2) return false;
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const unit = (bytes[start + 2 * index] ?? 0) | ((bytes[start + 2 * index + 1] ?? 0) << 8);
    if (unit !== text.charCodeAt(index)) return false;
  }
  return true;
}

/** The text of a term. */
export function textOfTerm(table: TermTable, id: number): string {
  const start = table.starts[id] ?? 0;
  const end = table.starts[id + 1] ?? 0;
  const wide = ((table.kinds[id] ?? 0) & WIDE) !== 0;
  return table.text.toString(wide ? 'utf16le' : 'latin1', start, end);
}

/** Whether a text fits one byte a code unit. */
export function isNarrow(text: string): boolean {
  for (let index = 0; index < text.length; index += 1) if (text.charCodeAt(index) > 0xff) return false;
  return true;
}
