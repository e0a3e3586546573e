import { existsSync } from 'node:fs';
import { cleanAtEnd, listenForEnd } from '../io/clean-at-end.ts';
import type { Terminal } from './terminal.ts';

/** Writes something that takes long; who ends it before is told what there is now. */
export async function whileInterruptible<Result>(
  output: string,
  terminal: Terminal,
  write: () => Promise<Result>,
): Promise<Result> {
  const callOff = cleanAtEnd(() => {
    const kept = existsSync(output) ? 'what was there before is unchanged' : 'nothing was written';
    terminal.report(`${output}: ended before it was complete; ${kept}`);
  });
  const stopListening = listenForEnd();
  try {
    return await write();
  } finally {
    stopListening();
    callOff();
  }
}
