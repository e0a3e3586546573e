import type { Terminal } from './terminal.ts';

/** The width for tables: the terminal's, else `$COLUMNS`, else 120 columns. */
export function tableWidth(terminal: Terminal): number {
  const told = Number(process.env['COLUMNS']);
  return terminal.columns ?? (Number.isInteger(told) && told > 0 ? told : 120);
}
