import { createHash, randomUUID } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * Parsed queries in a folder, from one process to the next: loading and setting up the parser takes longer than most
 * answers. The folder holds at most 256 files; a query takes the place of another whose hash begins alike.
 */
export interface KeptAlgebra {
  /** The algebra of this very text; undefined when it is not there or cannot be read. */
  readonly find: (text: string) => unknown;
  /** Keeps an algebra where the folder can be written. */
  readonly keep: (text: string, algebra: unknown) => void;
}

/** The algebra kept in a folder, which need not exist. Its name must change with the version of the parser. */
export function openKeptAlgebra(folder: string): KeptAlgebra {
  return {
    find: (text) => {
      try {
        const kept: unknown = JSON.parse(readFileSync(fileOf(folder, text), 'utf8'));
        if (typeof kept !== 'object' || kept === null || !('text' in kept) || !('algebra' in kept)) {
          return undefined;
        }
        return kept.text === text ? kept.algebra : undefined;
      } catch {
        // Whatever is wrong with a file that was only kept to save time, the query can be parsed.
        return undefined;
      }
    },
    keep: (text, algebra) => {
      const file = fileOf(folder, text);
      const temporary = `${file}.${randomUUID()}.tmp`;
      try {
        mkdirSync(folder, { recursive: true });
        writeFileSync(temporary, JSON.stringify({ text, algebra }));
        renameSync(temporary, file);
      } catch {
        // A folder that cannot be written costs time, not the answer.
      }
    },
  };
}

function fileOf(folder: string, text: string): string {
  return path.join(folder, `${createHash('sha256').update(text).digest('hex').slice(0, 2)}.json`);
}
