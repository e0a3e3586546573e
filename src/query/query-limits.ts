import { InputError } from '../model/input-error.ts';

/** What a query may take. */
export interface QueryLimits {
  readonly seconds?: number;
  /** Of the whole process, in MB. */
  readonly memory?: number;
}

/** Where time and memory are read; the process's own unless a test says otherwise. */
export interface Meters {
  /** Milliseconds since whenever. */
  readonly now: () => number;
  /** Bytes that the process holds. */
  readonly memory: () => number;
}

/** Reading the memory is a call to the system, so that not every beat does it. */
const BEATS_PER_MEMORY_READING = 16;

/**
 * A pulse for `runQuery`: an index calls it for every batch of a few thousand solutions, so that a query stops soon
 * after its time or its memory is used up, also while no timer can fire.
 * @throws InputError that says which limit it was.
 */
export function createPulse({ seconds, memory }: QueryLimits, origin: string, meters: Meters): () => void {
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : meters.now() + seconds * 1000;
  const most = memory === undefined ? Number.POSITIVE_INFINITY : memory * 1e6;
  let beats = 0;
  return () => {
    if (meters.now() > end) throw new InputError(origin, `stopped after ${seconds} seconds (--timeout)`);
    beats += 1;
    if (beats % BEATS_PER_MEMORY_READING === 0 && meters.memory() > most) {
      throw new InputError(
        origin,
        `stopped because it needs more than ${memory} MB; ask for less, or allow it more memory`,
      );
    }
  };
}
