/** What to undo when the process is told to end. */
const cleanups = new Set<() => void>();
let listening = 0;

function end(signal: NodeJS.Signals): void {
  for (const cleanUp of cleanups) cleanUp();
  cleanups.clear();
  process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end);
  // Ended by the signal itself, so that a shell sees 130 for Ctrl-C.
  process.kill(process.pid, signal);
}

/** Does something at once when the process is told to end, if anything listens for that; returns how to call it off. */
export function cleanAtEnd(cleanUp: () => void): () => void {
  cleanups.add(cleanUp);
  return () => {
    cleanups.delete(cleanUp);
  };
}

/** Listens for signals that tell the process to end, and cleans up before it does; returns how to stop listening. */
export function listenForEnd(): () => void {
  listening += 1;
  if (listening === 1) process.on('SIGINT', end).on('SIGTERM', end).on('SIGHUP', end);
  return () => {
    listening -= 1;
    if (listening === 0) process.off('SIGINT', end).off('SIGTERM', end).off('SIGHUP', end);
  };
}
