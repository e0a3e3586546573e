import type { Terminal } from '../../src/cli/terminal.ts';

/** A terminal that remembers what it was told. */
export interface FakeTerminal extends Terminal {
  readonly out: () => string;
  readonly err: () => string;
  readonly exitCode: () => number;
}

/** A terminal of a width; undefined stands for a pipe. */
export function fakeTerminal(columns?: number): FakeTerminal {
  let out = '';
  let err = '';
  let exitCode = 0;
  return {
    write: (text) => {
      out += text;
    },
    report: (line) => {
      err += `${line}\n`;
    },
    progress: () => undefined,
    columns,
    colour: (_, text) => text,
    now: () => new Date(0),
    exitWith: (code) => {
      exitCode = code;
    },
    out: () => out,
    err: () => err,
    exitCode: () => exitCode,
  };
}
