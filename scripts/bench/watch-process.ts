import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';

/** Milliseconds between two looks at a process. */
const LOOK = 200;
/** Parts of a second in which Linux counts processor time. */
const TICK = 100;

/** What a process of Linux has taken; zeros elsewhere. */
export interface ProcessUse {
  /** Seconds of processor time, of all its threads. */
  readonly processorTime: number;
  /** The most memory, in bytes. */
  readonly memory: number;
}

function lookAt(processId: number): ProcessUse | undefined {
  try {
    const kilobytes = /^VmHWM:\s+(\d+) kB/mu.exec(readFileSync(`/proc/${processId}/status`, 'utf8'))?.[1];
    // The program's name stands in brackets and may hold spaces; user and system time are fields 14 and 15.
    const fields = readFileSync(`/proc/${processId}/stat`, 'utf8')
      .replace(/^.*\) /su, '')
      .split(' ');
    if (kilobytes === undefined) return undefined;
    return {
      processorTime: (Number(fields[11]) + Number(fields[12])) / TICK,
      memory: Number(kilobytes) * 1024,
    };
  } catch {
    return undefined;
  }
}

/** Waits until a process has ended, and tells what it took. */
export async function watchProcess(child: ChildProcess): Promise<ProcessUse> {
  let last: ProcessUse = { processorTime: 0, memory: 0 };
  const watch = setInterval(() => {
    last = lookAt(child.pid ?? 0) ?? last;
  }, LOOK);
  await once(child, 'exit');
  clearInterval(watch);
  return last;
}
