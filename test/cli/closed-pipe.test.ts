import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'demarche-pipe-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The exit code of a command whose reader has gone before it writes. */
function exitCodeUnread(...parameters: readonly string[]): Promise<number | null> {
  const command = spawn(process.execPath, ['bin/demarche.js', ...parameters]);
  command.stdout.destroy();
  return new Promise((resolve) => command.on('close', resolve));
}

describe('a closed pipe', () => {
  it('was taken for success: “validate bad.trig | head” ends with 1', async () => {
    const file = path.join(folder, 'wrong.trig');
    const example = readFileSync('test/fixtures/graph/example.trig', 'utf8');
    writeFileSync(file, example.replace('dip:certainty dip:probable', 'dip:certainty dip:sure'));
    expect(await exitCodeUnread('validate', file)).toBe(1);
  });

  it('is no error where nothing else is wrong', async () => {
    const parameters = ['query', 'issue-overview', '--graph', 'test/fixtures/graph/example.trig'];
    expect(await exitCodeUnread(...parameters)).toBe(0);
  });
});
