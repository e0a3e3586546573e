import { totalmem } from 'node:os';
import { memoryUsage } from 'node:process';
import { getHeapStatistics } from 'node:v8';
import { createPulse } from '../query/query-limits.ts';

/** How often memory is looked at while the engine works, in milliseconds. */
const INTERVAL = 100;

/** Parts of the machine's memory and of V8's heap that a query may take when nobody said how much. */
const PART_OF_MACHINE = 0.7;
const PART_OF_HEAP = 0.8;

/** What the limit of V8's heap says beyond the part that fills up: room for young objects. */
const YOUNG_BYTES = 5e7;

/** Stops a query before its memory brings the process down. */
export interface MemoryGuard {
  /** Called by the index batch by batch; throws an InputError. */
  readonly pulse: () => void;
  /** Aborted with the same error, for the engine, which has no pulse. */
  readonly signal: AbortSignal;
  readonly end: () => void;
}

/**
 * A guard for a query that `origin` names. The bound is `maxMemory` MB for the whole process, or most of the machine's
 * memory; and always most of V8's heap, which ends a process that fills it.
 */
export function guardMemory(origin: string, maxMemory: number | undefined): MemoryGuard {
  const whole = createPulse({ memory: maxMemory ?? defaultBound() }, origin, {
    now,
    memory: () => memoryUsage.rss(),
  });
  const heapBound = Math.round(((getHeapStatistics().heap_size_limit - YOUNG_BYTES) * PART_OF_HEAP) / 1e6);
  const heap = createPulse({ memory: heapBound }, origin, {
    now,
    memory: () => getHeapStatistics().used_heap_size,
  });
  const pulse = (): void => {
    whole();
    heap();
  };
  const controller = new AbortController();
  const timer = setInterval(() => {
    try {
      pulse();
    } catch (error) {
      controller.abort(error);
    }
  }, INTERVAL);
  return {
    pulse,
    signal: controller.signal,
    end: () => {
      clearInterval(timer);
    },
  };
}

function now(): number {
  return performance.now();
}

/** In MB; a container may have less than its machine. */
function defaultBound(): number {
  const constrained = process.constrainedMemory();
  const total = constrained > 0 ? Math.min(constrained, totalmem()) : totalmem();
  return Math.round((total * PART_OF_MACHINE) / 1e6);
}
