import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
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

describe('the screen', () => {
  it('got a raw line of the XML parser beside the message on broken RDF/XML', () => {
    const file = path.join(folder, 'bad.rdf');
    writeFileSync(file, '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><a:b>');
    for (const command of [
      ['validate', file],
      ['query', 'who-rejects', '--graph', file],
    ]) {
      const { stderr } = spawnSync(process.execPath, ['bin/demarche.js', ...command], { encoding: 'utf8' });
      expect(stderr).toMatch(/^demarche: .*bad\.rdf:1: not readable as RDF\/XML: .*\n$/u);
    }
  });

  it.runIf(existsSync('/dev/full'))('got a stack of calls where the disk was full behind “>”', () => {
    const full = openSync('/dev/full', 'w');
    const { status, stderr } = spawnSync(
      process.execPath,
      ['bin/demarche.js', 'query', 'issue-overview', '--graph', 'test/fixtures/graph/example.trig'],
      { encoding: 'utf8', stdio: ['ignore', full, 'pipe'] },
    );
    closeSync(full);
    expect(stderr).toContain('demarche: standard output: the disk is full\n');
    expect(stderr).not.toMatch(/^ +at /mu);
    expect(status).toBe(1);
  });
});
