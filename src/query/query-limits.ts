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

/** Reading the memory is a call to the system, so that not every beat does it. In milliseconds. */
const MEMORY_READING_INTERVAL = 20;

/**
 * A pulse for `runQuery`: an index calls it for every batch of a few thousand solutions, so that a query stops soon
 * after its time or its memory is used up, also while no timer can fire.
 * @throws InputError that says which limit it was.
 */
export function createPulse({ seconds, memory }: QueryLimits, origin: string, meters: Meters): () => void {
  const end = seconds === undefined ? Number.POSITIVE_INFINITY : meters.now() + seconds * 1000;
  const most = memory === undefined ? Number.POSITIVE_INFINITY : memory * 1e6;
  let nextReading = Number.NEGATIVE_INFINITY;
  return () => {
    const now = meters.now();
    if (now > end) throw new InputError(origin, `stopped after ${seconds} seconds (--timeout)`);
    if (now < nextReading) return;
    nextReading = now + MEMORY_READING_INTERVAL;
    if (meters.memory() > most) {
      throw new InputError(
        origin,
        `stopped because it needs more than ${memory} MB; ask for less (LIMIT, --max-rows), or allow it more memory (--max-memory, NODE_OPTIONS=--max-old-space-size=…)`,
      );
    }
  };
}
