import { EventEmitter } from 'node:events';
import type { Quad, Stream } from '@rdfjs/types';

/**
 * A pull stream over quads that are found while they are read: whoever stops reading stops the search.
 * It is always readable, gives `null` at its end and emits `end` once; it never emits `data` by itself.
 * Node's own `Readable` costs several times as much, and a join opens one stream per row.
 */
export class QuadStream extends EventEmitter implements Stream {
  readonly readable = true;
  #quads: Iterator<Quad> | undefined;

  constructor(quads: Iterable<Quad>) {
    super();
    this.#quads = quads[Symbol.iterator]();
  }

  /** The next quad; null when there is none left. */
  read(): Quad | null {
    if (this.#quads === undefined) return null;
    const next = this.#quads.next();
    if (next.done !== true) return next.value;
    this.#quads = undefined;
    this.emit('end');
    return null;
  }

  /** Ends the search early. */
  destroy(): void {
    this.#quads?.return?.();
    this.#quads = undefined;
  }
}
