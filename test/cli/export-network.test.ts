import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Command } from 'commander';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { configure } from '../../src/cli/commands/export.ts';
import { fakeTerminal } from './fake-terminal.ts';

const GRAPH = 'test/fixtures/graph/example.trig';
let folder = '';

beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'demarche-network-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function exportNetwork(...options: readonly string[]): Promise<string> {
  const terminal = fakeTerminal();
  const command = new Command('export').exitOverride();
  configure(command, terminal);
  for (const child of command.commands) child.exitOverride().configureOutput({ writeErr: () => undefined });
  const output = path.join(folder, 'n.csv');
  await command.parseAsync(['network', '-o', output, '--graph', GRAPH, ...options], { from: 'user' });
  return terminal.err();
}

describe('demarche export network', () => {
  it.each([
    [['--outlet', 'The Daily Nobody'], /no claim is of the outlet "The Daily Nobody"; .*: \w/u],
    [['--issue', 'no-such-issue'], /no issue "no-such-issue"; the graph has \w/u],
    [['--from', '2025-05-01', '--to', '2020-01-01'], /2025-05-01 is later than --to 2020-01-01/u],
    [
      ['--from', '2031-01-01'],
      /no claim fits these options; the graph has \d+ claims? for networks, of \d{4}-/u,
    ],
    [['--minimum', '999'], /no claim fits these options/u],
    [['--step', '3'], /goes with --window/u],
  ])('took %j silently and wrote an empty file', async (options, message) => {
    await expect(exportNetwork(...options)).rejects.toThrow(message);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('wrote an empty file for each window without claims: it tells their number', async () => {
    const said = await exportNetwork('--window', '1', '--from', '2019-12-31');
    expect(said).toMatch(/[\d,]+ windows? without claims: no file written/u);
    for (const file of readdirSync(folder)) expect(said).toContain(`${file}: `);
    expect(said).not.toMatch(/\b0 actors|\b1 (?:actors|issues|edges)\b/u);
  });
});
