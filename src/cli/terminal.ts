import { styleText } from 'node:util';
import { describeFileError } from '../io/file-error.ts';

/** Everything that a command may do to the outside other than files: write, colour, tell the time, end with a code. */
export interface Terminal {
  /** Writes results; respects a closed pipe. */
  readonly write: (text: string) => void;
  /** Writes a line of progress, warning or report to stderr. */
  readonly report: (line: string) => void;
  /** Replaces the last progress line on a terminal; elsewhere it is a line of its own, at most one in two seconds. */
  readonly progress: (line: string) => void;
  /** Width in columns; undefined when stdout is no terminal. */
  readonly columns: number | undefined;
  readonly colour: (style: Parameters<typeof styleText>[0], text: string) => string;
  readonly now: () => Date;
  /** Sets the exit code of a command that goes on to its end. */
  readonly exitWith: (code: 0 | 1 | 2 | 130) => void;
}

/** Milliseconds between two lines of progress in a log. */
const PROGRESS_INTERVAL = 2000;

/** Keeps libraries from the screen, such as the XML parser that prints what it is about to throw. */
function silenceLibraries(): void {
  // oxlint-disable-next-line no-console -- all that we ourselves say goes through the terminal
  for (const level of ['error', 'warn', 'log', 'info'] as const) console[level] = () => undefined;
}

/** The terminal of this process. */
export function processTerminal(): Terminal {
  silenceLibraries();
  let progressIsShown = false;
  let lastProgress = performance.now();
  const clearProgress = (): void => {
    if (progressIsShown) process.stderr.write('\r\u001B[2K');
    progressIsShown = false;
  };
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // A reader such as `head` that has seen enough is no error, and hides none that was found before.
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    const meaning = describeFileError(error);
    if (meaning === undefined) throw error;
    process.stderr.write(`demarche: standard output: ${meaning}\n`);
    process.exit(1);
  });
  process.stderr.on('error', (error: NodeJS.ErrnoException) => {
    // Work that nobody listens to any more is done all the same.
    if (error.code !== 'EPIPE') throw error;
  });
  return {
    write: (text) => {
      clearProgress();
      process.stdout.write(text);
    },
    report: (line) => {
      clearProgress();
      process.stderr.write(`${line}\n`);
    },
    progress: (line) => {
      if (!process.stderr.isTTY) {
        if (performance.now() - lastProgress < PROGRESS_INTERVAL) return;
        lastProgress = performance.now();
        process.stderr.write(`${line}\n`);
        return;
      }
      process.stderr.write(`\r\u001B[2K${line.slice(0, (process.stderr.columns ?? 80) - 1)}`);
      progressIsShown = true;
    },
    // Some terminals do not know their width and say 0.
    columns: process.stdout.isTTY && process.stdout.columns > 0 ? process.stdout.columns : undefined,
    colour: (style, text) => styleText(style, text, { stream: process.stdout }),
    now: () => new Date(),
    exitWith: (code) => {
      process.exitCode = code;
    },
  };
}
